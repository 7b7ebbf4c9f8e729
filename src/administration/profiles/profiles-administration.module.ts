import { Module } from '@nestjs/common';
import { ProfilesModule } from '../../imports/profiles/profiles.module.js';
import { ProfilesPageService } from './profiles-page.service.js';
import { ProfilesPagesController } from './profiles.pages.controller.js';

@Module({
  imports: [ProfilesModule],
  controllers: [ProfilesPagesController],
  providers: [ProfilesPageService],
})
export class ProfilesAdministrationModule {}
