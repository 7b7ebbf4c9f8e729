import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { AdministrationHomeService } from './administration-home.service.js';
import type { AdministrationHomeView } from './home.types.js';

@Controller('administration')
@Access('people:manage')
export class AdministrationHomePagesController {
  constructor(@Inject(AdministrationHomeService) private readonly home: AdministrationHomeService) {}

  @Get()
  @Page('administration/home')
  page(): Promise<PageBody<AdministrationHomeView>> {
    return this.home.page();
  }
}
