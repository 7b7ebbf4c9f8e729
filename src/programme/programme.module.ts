import { Module } from '@nestjs/common';
import { ProgrammeApiController } from './programme.api.controller.js';
import { ProgrammeRepository } from './programme.repository.js';
import { ProgrammeService } from './programme.service.js';

@Module({
  controllers: [ProgrammeApiController],
  providers: [ProgrammeRepository, ProgrammeService],
  exports: [ProgrammeService],
})
export class ProgrammeModule {}
