import { Module } from '@nestjs/common';
import { IdentityController } from './identity/identity.controller.js';
import { IdentityRepository } from './identity/identity.repository.js';
import { IdentityService } from './identity/identity.service.js';
import { LegalTextsRepository } from './legal-texts/legal-texts.repository.js';
import { LegalTextsService } from './legal-texts/legal-texts.service.js';
import { ProgrammeApiController } from './programme.api.controller.js';
import { ProgrammeRepository } from './programme.repository.js';
import { ProgrammeService } from './programme.service.js';
import { TerritoriesService } from './territories/territories.service.js';

@Module({
  controllers: [ProgrammeApiController, IdentityController],
  providers: [
    ProgrammeRepository,
    ProgrammeService,
    IdentityRepository,
    IdentityService,
    LegalTextsRepository,
    LegalTextsService,
    TerritoriesService,
  ],
  exports: [ProgrammeService, IdentityService, LegalTextsService, TerritoriesService],
})
export class ProgrammeModule {}
