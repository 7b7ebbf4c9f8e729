import { Inject, Injectable } from '@nestjs/common';
import { slug } from '../kernel/french-text.rules.js';
import { plainQuery } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { DatedExercice } from '../programme/exercice.rules.js';
import type { KnownVocabulary } from './known-vocabulary.types.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';

/** The codes that measurements may name, read in one go and kept until one of them changes. */
@Injectable()
export class VocabularyRepository {
  /** Codes are read for every batch and never change their slug. */
  private readonly slugs = new Map<string, string>();

  /** What was read under the present word of `vocabulary_state`. */
  private known: { token: string; vocabulary: MeasurementVocabulary } | null = null;

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Every code that exists, as the current transaction sees them. Read anew when a trigger noted a change. */
  async load(): Promise<KnownVocabulary> {
    // One question for both: every batch asks it.
    const rows = await plainQuery<{ token: string; year: number | null } & Omit<DatedExercice, 'year'>>(
      this.unitOfWork.manager,
      `SELECT s.token, e.year, e.start_date AS "startDate", e.end_date AS "endDate"
       FROM vocabulary_state s LEFT JOIN exercices e ON e.state = 'sealed'`,
    );
    const token = rows[0]?.token ?? '';
    if (this.known?.token !== token) this.known = { token, vocabulary: await this.read() };
    const sealed = rows.flatMap(({ year, startDate, endDate }) =>
      year === null ? [] : [{ year, startDate, endDate }],
    );
    return { ...this.known.vocabulary, sealed };
  }

  private async read(): Promise<MeasurementVocabulary> {
    const read = async <T extends Term>(columns: string, table: string): Promise<Map<string, T>> => {
      const rows: T[] = await this.unitOfWork.manager.query(`SELECT ${columns} FROM ${table} ORDER BY id`);
      const terms = new Map<string, T>();
      for (const row of rows) terms.set(this.slugOf(row.code), row);
      for (const row of rows) terms.set(row.code, row);
      return terms;
    };
    return {
      indicators: await read(
        'id, code, decimals, subset_of_id AS "subsetOfId", retired_on AS "retiredOn"',
        'indicators',
      ),
      campaigns: await read('id, code', 'campaigns'),
      territories: await read('id, code', 'territories'),
      channels: await read('id, code', 'channels'),
      organisations: await read('id, code', 'organisations'),
    };
  }

  private slugOf(code: string): string {
    const known = this.slugs.get(code) ?? slug(code);
    this.slugs.set(code, known);
    return known;
  }
}
