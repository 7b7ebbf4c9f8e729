import { Module } from '@nestjs/common';
import { EntrySettingsModule } from '../../entry/settings/settings.module.js';
import { EntryRoomPagesController } from './entry-room.pages.controller.js';
import { EntryRoomService } from './entry-room.service.js';

@Module({
  imports: [EntrySettingsModule],
  controllers: [EntryRoomPagesController],
  providers: [EntryRoomService],
})
export class EntryAdministrationModule {}
