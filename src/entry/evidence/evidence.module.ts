import { Module } from '@nestjs/common';
import { MeasurementsModule } from '../../measurements/measurements.module.js';
import { EvidenceFiles } from './evidence-files.service.js';
import { EvidenceVerifier } from './evidence-verification.service.js';
import { EvidencePagesController } from './evidence.pages.controller.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';

/** The proofs of figures. */
@Module({
  imports: [MeasurementsModule],
  controllers: [EvidencePagesController],
  providers: [EvidenceService, EvidenceFiles, EvidenceVerifier, EvidenceRepository],
  exports: [EvidenceService, EvidenceVerifier],
})
export class EvidenceModule {}
