import { Module } from '@nestjs/common';
import { IndicatorVersionsRepository } from './indicator-versions.repository.js';
import { IndicatorsApiController } from './indicators.api.controller.js';
import { IndicatorsRepository } from './indicators.repository.js';
import { IndicatorsService } from './indicators.service.js';

@Module({
  controllers: [IndicatorsApiController],
  providers: [IndicatorsRepository, IndicatorVersionsRepository, IndicatorsService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
