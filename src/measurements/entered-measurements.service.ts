import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { findTerm } from './measurement-text.rules.js';
import { scopeIds } from './measurement-scope.rules.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { RecordsRepository } from './records.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** A year of a hundred indicators day by day. */
const MOST = 40_000;

/** What was entered, whether it counts or not: for those who enter and those who validate. */
@Injectable()
export class EnteredMeasurementsService {
  constructor(
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
  ) {}

  /**
   * Newest versions of what ends within these days, in somebody's scope, the first recorded ones first. Where there are
   * more than a grid can show, what is told of single days is left out.
   * @param indicators codes; all of them when null.
   */
  async within(
    period: ClosedPeriod,
    limits: ScopeLimits | null,
    indicators: readonly string[] | null = null,
  ): Promise<MeasurementRecord[]> {
    const words = await this.vocabulary.load();
    const scope = scopeIds(words, limits);
    const codes = indicators ?? [...words.indicators.values()].map(({ code }) => code);
    const asked = [...new Set(codes.flatMap((code) => findTerm(words.indicators, code)?.id ?? []))];
    const { indicatorIds: allowed } = scope;
    // All of them by number: the index of months begins with the indicator.
    const own = { ...scope, indicatorIds: asked.filter((id) => allowed === null || allowed.includes(id)) };
    const all = await this.records.newestWithin(period, own, { limit: MOST + 1, periodsOnly: false });
    const shown =
      all.length <= MOST
        ? all
        : await this.records.newestWithin(period, own, { limit: MOST, periodsOnly: true });
    return shown.toSorted((one, other) => one.id - other.id);
  }
}
