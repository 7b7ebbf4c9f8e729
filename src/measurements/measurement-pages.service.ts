import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { addDays, monthOf } from '../kernel/calendar.rules.js';
import { monthPeriod } from '../kernel/period.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { scopeIds } from './measurement-scope.rules.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { RecordsRepository, type RecordsFilter } from './records.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** Measurements held in memory together. */
const PAGE = 2_000;

/** Measurements of any number, page after page: what files and streams are made of. */
@Injectable()
export class MeasurementPagesService {
  constructor(
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(RecordsRepository) private readonly records: RecordsRepository,
  ) {}

  /** Newest versions of everything that anybody gave, whatever their status: in the order of their first writing, by month and indicator within a period. */
  everything(period: ClosedPeriod | null): AsyncGenerator<MeasurementRecord[]> {
    return this.pages(period, 'newest', null);
  }

  /** What a reader may see: the newest versions within their limits or, for whoever reads nothing reserved, what is published. */
  visibleTo(reader: DataCaller | null, period: ClosedPeriod | null): AsyncGenerator<MeasurementRecord[]> {
    return this.pages(period, reader?.readsReserved === true ? 'newest' : 'published', reader);
  }

  private async *pages(
    period: ClosedPeriod | null,
    versions: 'newest' | 'published',
    reader: DataCaller | null,
  ): AsyncGenerator<MeasurementRecord[]> {
    const words = await this.vocabulary.load();
    const scope = scopeIds(words, reader?.limits ?? null);
    const filter = { limit: PAGE, versions, ...scope };
    if (period === null) {
      yield* this.following(filter);
      return;
    }
    const all = [...new Set([...words.indicators.values()].map(({ id }) => id))];
    const indicatorIds = (scope.indicatorIds ?? all).toSorted((one, other) => one - other);
    for (const { start: from, end: to } of monthsOf(period)) {
      for (const id of indicatorIds) {
        yield* this.following({ ...filter, from, to, indicatorIds: [id], isNarrow: true });
      }
    }
  }

  private async *following(filter: Omit<RecordsFilter, 'afterId'>): AsyncGenerator<MeasurementRecord[]> {
    let afterId = 0;
    for (;;) {
      const page = await this.records.page({ ...filter, afterId });
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      afterId = last.id;
    }
  }
}

/** The days of each month of a period. */
function* monthsOf({ start, end }: ClosedPeriod): Generator<ClosedPeriod> {
  for (let from = start; from <= end;) {
    const month = monthPeriod(monthOf(from));
    yield { start: from, end: month.end < end ? month.end : end };
    from = addDays(month.end, 1);
  }
}
