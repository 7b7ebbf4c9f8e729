import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import { scopeIds } from './measurement-scope.rules.js';
import type { MeasurementRecord } from './measurement-record.types.js';
import { RecordsRepository } from './records.repository.js';
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

  /** Newest versions of everything that anybody gave, whatever their status, in the order of their first writing. */
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
    const scope = scopeIds(await this.vocabulary.load(), reader?.limits ?? null);
    const filter = { from: period?.start, to: period?.end, limit: PAGE, versions, ...scope };
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
