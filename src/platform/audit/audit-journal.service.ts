import { Inject, Injectable } from '@nestjs/common';
import type { AuditRow, JournalEntry, JournalFilter } from './audit.types.js';
import { AuditJournalRepository } from './audit-journal.repository.js';
import { AuditPersonalRepository } from './audit-personal.repository.js';
import { journalEntry } from './journal-entry.rules.js';

/** Rows read together by whoever reads the whole journal: few enough to keep little memory. */
const CHUNK = 500;

/** Where a page of the journal stands: before an entry or after one; the newest entries when null. */
export type JournalPosition = { before: number } | { after: number } | null;

/** A page of the journal, newest first. */
export interface JournalPage {
  entries: JournalEntry[];
  /** Whether there are newer and older entries than those. */
  hasNewer: boolean;
  hasOlder: boolean;
}

/** The journal for whoever reads it. */
@Injectable()
export class AuditJournal {
  constructor(
    @Inject(AuditJournalRepository) private readonly rows: AuditJournalRepository,
    @Inject(AuditPersonalRepository) private readonly personal: AuditPersonalRepository,
  ) {}

  /** One page. Entries that arrive meanwhile do not shift the others from page to page. */
  async page(filter: JournalFilter, position: JournalPosition, size: number): Promise<JournalPage> {
    // One more tells whether another page follows.
    if (position !== null && 'after' in position) {
      const rows = await this.rows.after(position.after, filter, size + 1);
      const shown = rows.slice(0, size).toReversed();
      return { entries: await this.complete(shown), hasNewer: rows.length > size, hasOlder: true };
    }
    const rows = await this.rows.before(position?.before ?? null, filter, size + 1);
    const entries = await this.complete(rows.slice(0, size));
    return { entries, hasNewer: position !== null, hasOlder: rows.length > size };
  }

  /** Every entry, newest first, a chunk at a time. */
  async *all(filter: JournalFilter): AsyncGenerator<JournalEntry[]> {
    for (let before: number | null = null; ;) {
      const rows: AuditRow[] = await this.rows.before(before, filter, CHUNK);
      if (rows.length > 0) yield await this.complete(rows);
      if (rows.length < CHUNK) return;
      before = rows.at(-1)?.id ?? null;
    }
  }

  private async complete(rows: readonly AuditRow[]): Promise<JournalEntry[]> {
    const withPersonal = rows.filter((row) => row.detailsDigest !== null || row.addressDigest !== null);
    const personal = await this.personal.ofEntries(withPersonal.map(({ id }) => id));
    return rows.map((row) => journalEntry(row, personal));
  }
}
