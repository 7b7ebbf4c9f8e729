import { Inject, Injectable } from '@nestjs/common';
import { AuditJournal } from '../../platform/audit/audit-journal.service.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { AUDIT_WORDS, auditWords } from '../../platform/audit/audit-words.js';
import { CSV_HEADER, csvLine } from './journal-csv.rules.js';
import { journalFilter } from './journal-filter.rules.js';
import { JournalPageService } from './journal-page.service.js';
import type { JournalFilterForm } from './journal.schema.js';

/** The journal as a file. */
@Injectable()
export class JournalExportService {
  constructor(
    @Inject(AuditJournal) private readonly journal: AuditJournal,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(JournalPageService) private readonly pages: JournalPageService,
  ) {}

  /** Tells the journal who takes it away, then gives its lines as they are asked for: any number of them. */
  async export(asked: JournalFilterForm): Promise<AsyncGenerator<string>> {
    const { personne, action = null, du = null, au = null } = asked;
    await this.trail.record({
      action: 'journal.exported',
      subject: 'journal',
      after: { person: personne === undefined ? null : `person:${personne}`, action, from: du, to: au },
    });
    return this.lines(asked);
  }

  private async *lines(asked: JournalFilterForm): AsyncGenerator<string> {
    const names = await this.pages.names();
    yield CSV_HEADER;
    for await (const entries of this.journal.all(journalFilter(asked, Object.keys(AUDIT_WORDS)))) {
      yield entries.map((entry) => csvLine(entry, names, auditWords)).join('');
    }
  }
}
