import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.js';
import { CommitteeRepository } from './committee.repository.js';
import { CommitteeService } from './committee.service.js';

@Module({
  imports: [ProgrammeModule],
  providers: [CommitteeRepository, CommitteeService],
  exports: [CommitteeService],
})
export class CommitteeModule {}
