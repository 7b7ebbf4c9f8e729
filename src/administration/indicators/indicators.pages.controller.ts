import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/http/access.js';
import { ZodPipe } from '../../platform/http/zod.pipe.js';
import { Page } from '../../platform/views/page.decorator.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import { IndicatorsPageService } from './indicators-page.service.js';
import { codeParam, type DoneQuery, doneQuery } from './indicators.schema.js';
import type { IndicatorsView, IndicatorView } from './indicators.types.js';

const CODE = new ZodPipe(codeParam);
const DONE = new ZodPipe(doneQuery);

@Controller('administration/indicateurs')
@Access('vocabulary:manage')
export class IndicatorsAdministrationPagesController {
  constructor(@Inject(IndicatorsPageService) private readonly room: IndicatorsPageService) {}

  @Get()
  @Page('administration/indicators')
  list(@Query(DONE) { fait }: DoneQuery): Promise<PageAnswer<IndicatorsView>> {
    return this.room.list(fait);
  }

  @Get('nouveau')
  @Page('administration/indicator')
  blank(): Promise<PageAnswer<IndicatorView>> {
    return this.room.blank();
  }

  @Post()
  @HttpCode(200)
  @Page('administration/indicator')
  create(@Body() body: unknown): Promise<PageAnswer<IndicatorView>> {
    return this.room.create(body);
  }

  @Get(':code')
  @Page('administration/indicator')
  one(
    @Param('code', CODE) code: string,
    @Query(DONE) { fait }: DoneQuery,
  ): Promise<PageAnswer<IndicatorView>> {
    return this.room.one(code, fait);
  }

  @Post(':code')
  @HttpCode(200)
  @Page('administration/indicator')
  change(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<IndicatorView>> {
    return this.room.change(code, body);
  }

  @Post(':code/place')
  @HttpCode(200)
  @Page('administration/indicators')
  move(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<IndicatorsView>> {
    return this.room.move(code, body);
  }

  @Post(':code/retrait')
  @HttpCode(200)
  @Page('administration/indicator')
  retire(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<IndicatorView>> {
    return this.room.retire(code, body);
  }

  @Post(':code/retrait/annulation')
  @HttpCode(200)
  @Page('administration/indicator')
  restore(@Param('code', CODE) code: string, @Body() body: unknown): Promise<PageAnswer<IndicatorView>> {
    return this.room.restore(code, body);
  }
}
