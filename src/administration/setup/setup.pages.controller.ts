import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { SetupView } from './setup.presenter.js';
import { SetupService } from './setup.service.js';

@Controller('administration/demarrage')
@Access('programme:manage')
export class SetupPagesController {
  constructor(@Inject(SetupService) private readonly setup: SetupService) {}

  @Get()
  @Page('administration/setup')
  page(): Promise<PageAnswer<SetupView>> {
    return this.setup.page();
  }

  @Post()
  @HttpCode(200)
  @Page('administration/setup')
  install(@Body() body: unknown): Promise<PageAnswer<SetupView>> {
    return this.setup.install(body);
  }

  @Post('exemple')
  @HttpCode(200)
  @Page('administration/setup')
  loadExample(@Body() body: unknown): Promise<PageAnswer<SetupView>> {
    return this.setup.loadExample(body);
  }
}
