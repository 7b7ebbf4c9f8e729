import { Inject, Injectable } from '@nestjs/common';
import { slug } from '../kernel/french-text.rules.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';

/** The codes that measurements may name, read in one go and light enough to be read for every batch. */
@Injectable()
export class VocabularyRepository {
  /** Codes are read for every batch and never change their slug. */
  private readonly slugs = new Map<string, string>();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Every code that exists, as the current transaction sees them. */
  async load(): Promise<MeasurementVocabulary> {
    const read = async <T extends Term>(columns: string, table: string): Promise<Map<string, T>> => {
      const rows: T[] = await this.unitOfWork.manager.query(`SELECT ${columns} FROM ${table} ORDER BY id`);
      const terms = new Map<string, T>();
      for (const row of rows) terms.set(this.slugOf(row.code), row);
      for (const row of rows) terms.set(row.code, row);
      return terms;
    };
    return {
      indicators: await read('id, code, decimals, subset_of_id AS "subsetOfId"', 'indicators'),
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
