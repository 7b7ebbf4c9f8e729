import { Inject, Injectable } from '@nestjs/common';
import { EntrySettingsRepository } from './entry-settings.repository.js';
import type { EntrySettings } from './entry-settings.types.js';

/** How figures are entered, validated, closed and recalled in this programme. */
@Injectable()
export class EntrySettingsService {
  constructor(@Inject(EntrySettingsRepository) private readonly rows: EntrySettingsRepository) {}

  async settings(): Promise<EntrySettings> {
    const { review, closingDays, reminderDay } = await this.rows.read();
    return { review, closingDays, reminderDay };
  }
}
