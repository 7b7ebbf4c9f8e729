import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.js';
import { CampaignsApiController } from './campaigns.api.controller.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';

@Module({
  imports: [ProgrammeModule],
  controllers: [CampaignsApiController],
  providers: [CampaignsRepository, CampaignsService],
  exports: [CampaignsService],
})
export class CampaignsModule {}
