import { Inject, Injectable } from '@nestjs/common';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EntrySettingsRepository } from './entry-settings.repository.js';
import type { EntrySettings } from './entry-settings.types.js';

/** How figures are entered, validated, closed and recalled in this programme. */
@Injectable()
export class EntrySettingsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EntrySettingsRepository) private readonly rows: EntrySettingsRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async settings(): Promise<EntrySettings> {
    const { review, closingDays, reminderDay } = await this.rows.read();
    return { review, closingDays, reminderDay };
  }

  /** Figures that wait stay as they are: the new settings hold for what is decided from now on. */
  change(settings: EntrySettings): Promise<void> {
    return this.unitOfWork.write(async () => {
      const changes = changesBetween(await this.settings(), settings);
      if (changes === null) return;
      await this.rows.store(settings, this.clock.instant());
      await this.audit.record({ action: 'entry_settings.changed', subject: 'entry-settings', ...changes });
    });
  }
}
