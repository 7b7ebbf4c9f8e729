import { Inject, Injectable } from '@nestjs/common';
import { readRanges, type NumberRange } from '../../kernel/number-ranges.rules.js';
import { Clock } from '../clock/clock.js';
import { SecretKeys } from '../security/secret-keys.js';
import { sameText } from '../security/secrets.js';
import { CHAIN_START, headText } from './audit-chain.rules.js';
import { AuditJournalRepository } from './audit-journal.repository.js';
import { AuditPersonalRepository } from './audit-personal.repository.js';
import { retentionLimits } from './audit-retention.rules.js';
import { ChainWalk, missingRows } from './chain-walk.js';
import { AuditVerificationRepository, type JournalExtent } from './audit-verification.repository.js';
import { Findings } from './findings.js';
import { journalEntry } from './journal-entry.rules.js';

/** Rows looked at together: the memory that a verification takes, however long the journal is. */
const CHUNK = 500;
/** What a start of the server looks at. */
const QUICK_ROWS = 1_000;

/** What a verification found. */
export interface JournalVerification {
  ok: boolean;
  /** How many rows the journal holds. */
  entries: number;
  /** One French sentence each, naming the row; the first hundred. */
  findings: string[];
  /** How many more there are. */
  untold: number;
}

/** Proves that the journal is what was written: any byte altered, any row added, moved or lost is named. */
@Injectable()
export class AuditVerification {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
    @Inject(AuditJournalRepository) private readonly rows: AuditJournalRepository,
    @Inject(AuditPersonalRepository) private readonly personal: AuditPersonalRepository,
    @Inject(AuditVerificationRepository) private readonly ends: AuditVerificationRepository,
  ) {}

  /** The whole journal. Writes nothing; rows added meanwhile are left to the next time. */
  async full(): Promise<JournalVerification> {
    const findings = new Findings();
    const extent = await this.ends.extent();
    if (extent.firstId !== null && extent.firstId < 1) {
      findings.add(`Ligne ${extent.firstId} du journal : elle a été ajoutée avant la première.`);
    }
    const walk = new ChainWalk(findings, CHAIN_START);
    await this.follow(walk, 0, extent.lastId);
    this.checkEnd(extent, walk, findings);
    for (const entryId of await this.ends.orphans()) {
      findings.add(
        `Des renseignements personnels désignent la ligne ${entryId} du journal, qui n’existe pas.`,
      );
    }
    return verificationOf(extent, findings);
  }

  /** The end of the journal and its signature only: what a start of the server can afford. */
  async quick(): Promise<JournalVerification> {
    const findings = new Findings();
    const extent = await this.ends.extent();
    const from = Math.max(0, extent.lastId - QUICK_ROWS);
    const walk = new ChainWalk(findings, CHAIN_START, from > 0);
    await this.follow(walk, from, extent.lastId);
    this.checkEnd(extent, walk, findings);
    return verificationOf(extent, findings);
  }

  private async follow(walk: ChainWalk, from: number, lastId: number): Promise<void> {
    const forgotten = new ForgottenRows(this.rows);
    for (let after = from; ;) {
      const rows = (await this.rows.after(after, {}, CHUNK)).filter(({ id }) => id <= lastId);
      const kept = await this.personal.ofEntries(rows.map(({ id }) => id));
      // Read after the personal rows: what was forgotten between the two is told by then.
      await forgotten.refresh();
      const limits = retentionLimits(this.clock.now());
      for (const row of rows) {
        walk.take(row, kept, { limits, isForgotten: (id) => forgotten.includes(id) });
      }
      if (rows.length < CHUNK) return;
      after = rows.at(-1)?.id ?? lastId;
    }
  }

  private checkEnd(extent: JournalExtent, walk: ChainWalk, findings: Findings): void {
    const { head, lastId, rows, hasPeople } = extent;
    if (head === null) {
      if (rows === 0 && hasPeople) {
        findings.add(
          'Le journal est vide alors que des comptes existent : toutes ses lignes ont été effacées.',
        );
      }
      if (rows > 0) findings.add('La fin du journal n’est plus signée : sa signature a été effacée.');
      return;
    }
    if (!sameText(this.keys.mac('audit', headText(head.entryId, head.hash)), head.mac)) {
      findings.add(
        'La fin du journal ne porte pas la signature de cette installation : elle a été réécrite, ou SECRET_KEY a changé.',
      );
    }
    if (lastId < head.entryId) findings.add(missingRows(lastId + 1, head.entryId));
    else if (lastId > head.entryId) {
      for (let id = head.entryId + 1; id <= lastId; id += 1) {
        findings.add(`Ligne ${id} du journal : elle a été ajoutée après la fin signée du journal.`);
      }
    } else if (!walk.precedes(head.hash)) {
      findings.add(`Ligne ${lastId} du journal : elle n’est pas celle que la fin signée du journal désigne.`);
    }
  }
}

function verificationOf({ rows }: JournalExtent, findings: Findings): JournalVerification {
  const { told, untold } = findings;
  return { ok: told.length === 0, entries: rows, findings: told, untold };
}

/** The rows of which the chain itself says that somebody was forgotten. */
class ForgottenRows {
  private readonly ranges: NumberRange[] = [];
  private readUntil = 0;

  constructor(private readonly rows: AuditJournalRepository) {}

  /** Reads the purges that it does not know yet. */
  async refresh(): Promise<void> {
    for (;;) {
      const purges = await this.rows.after(this.readUntil, { actions: ['journal.purged'] }, CHUNK);
      for (const row of purges) {
        const entries = journalEntry(row, []).after?.['entries'];
        if (typeof entries === 'string') this.ranges.push(...readRanges(entries));
        this.readUntil = row.id;
      }
      if (purges.length < CHUNK) return;
    }
  }

  includes(entryId: number): boolean {
    return this.ranges.some(({ first, last }) => first <= entryId && entryId <= last);
  }
}
