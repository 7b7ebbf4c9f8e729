import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../../programme/programme.module.js';
import { TerritoriesPageService } from './territories-page.service.js';
import { TerritoriesPagesController } from './territories.pages.controller.js';

@Module({
  imports: [ProgrammeModule],
  controllers: [TerritoriesPagesController],
  providers: [TerritoriesPageService],
})
export class TerritoriesAdministrationModule {}
