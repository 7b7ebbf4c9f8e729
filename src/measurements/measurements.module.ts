import { Module } from '@nestjs/common';
import { FactsRepository } from './facts.repository.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { MeasurementsService } from './measurements.service.js';
import { VocabularyRepository } from './vocabulary.repository.js';

@Module({
  providers: [MeasurementsService, MeasurementsRepository, FactsRepository, VocabularyRepository],
  exports: [MeasurementsService],
})
export class MeasurementsModule {}
