import { Module } from '@nestjs/common';
import { EntrySettingsRepository } from './entry-settings.repository.js';
import { EntrySettingsService } from './entry-settings.service.js';

@Module({ providers: [EntrySettingsRepository, EntrySettingsService], exports: [EntrySettingsService] })
export class EntrySettingsModule {}
