import { Module } from '@nestjs/common';
import { IndicatorsApiController } from './indicators.api.controller.js';
import { IndicatorsRepository } from './indicators.repository.js';
import { IndicatorsService } from './indicators.service.js';

@Module({
  controllers: [IndicatorsApiController],
  providers: [IndicatorsRepository, IndicatorsService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
