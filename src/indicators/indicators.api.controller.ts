import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Access } from '../platform/http/access.js';
import {
  indicatorAnswer,
  type IndicatorAnswer,
  versionsAnswer,
  type IndicatorVersionAnswer,
} from './indicators.presenter.js';
import { IndicatorsService } from './indicators.service.js';

@Controller('api/v1/indicators')
export class IndicatorsApiController {
  constructor(@Inject(IndicatorsService) private readonly indicators: IndicatorsService) {}

  /** Every definition, in order. */
  @Get()
  @Access('public')
  async list(): Promise<{ items: IndicatorAnswer[] }> {
    return { items: (await this.indicators.all()).map(indicatorAnswer) };
  }

  /** One definition; its code is accepted in any case. */
  @Get(':code')
  @Access('public')
  async read(@Param('code') code: string): Promise<IndicatorAnswer> {
    return indicatorAnswer(await this.indicators.byCode(code));
  }

  /** Every definition that it has had, oldest first. */
  @Get(':code/versions')
  @Access('public')
  async versions(@Param('code') code: string): Promise<{ items: IndicatorVersionAnswer[] }> {
    return { items: versionsAnswer(await this.indicators.history(code)) };
  }
}
