import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { findTerm } from './measurement-text.rules.js';
import { scopeIds } from './measurement-scope.rules.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { RecordsRepository } from './records.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** More than a grid shows of a year: beyond, days are looked at elsewhere. */
const MOST = 50_000;

/** What was entered, whether it counts or not: for those who enter and those who validate. */
@Injectable()
export class EnteredMeasurementsService {
  constructor(
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
  ) {}

  /**
   * Newest versions of what ends within these days, in somebody's scope; at most 50 000, the first recorded ones.
   * @param indicators codes; all of them when null.
   */
  async within(
    { start, end }: ClosedPeriod,
    limits: ScopeLimits | null,
    indicators: readonly string[] | null = null,
  ): Promise<MeasurementRecord[]> {
    const words = await this.vocabulary.load();
    const scope = scopeIds(words, limits);
    const asked = indicators?.flatMap((code) => findTerm(words.indicators, code)?.id ?? []) ?? null;
    const allowed = scope.indicatorIds;
    const indicatorIds =
      asked === null || allowed === null ? (asked ?? allowed) : asked.filter((id) => allowed.includes(id));
    return this.records.page({
      ...scope,
      indicatorIds,
      from: start,
      to: end,
      afterId: 0,
      limit: MOST,
      versions: 'newest',
    });
  }
}
