import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
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

  /** Newest versions of what ends within these days, in somebody's scope; at most 50 000, the first recorded ones. */
  async within({ start, end }: ClosedPeriod, limits: ScopeLimits | null): Promise<MeasurementRecord[]> {
    const scope = scopeIds(await this.vocabulary.load(), limits);
    return this.records.page({ ...scope, from: start, to: end, afterId: 0, limit: MOST, versions: 'newest' });
  }
}
