import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../accounts/account.types.js';
import { narrowed, scopeIds, type ScopeIds } from './measurement-scope.rules.js';
import { findTerm } from './measurement-text.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import type { WaitingFilter, WaitingMeasurement, WaitingStatus } from './waiting-measurement.types.js';
import { WaitingMeasurementsRepository } from './waiting-measurements.repository.js';

/** Keys are given by the database from 1. */
const NO_ROW = 0;

/** Figures that do not count yet: to send, to validate, to correct. */
@Injectable()
export class WaitingMeasurementsService {
  constructor(
    @Inject(VocabularyRepository) private readonly vocabulary: VocabularyRepository,
    @Inject(WaitingMeasurementsRepository) private readonly waiting: WaitingMeasurementsRepository,
  ) {}

  /** By operation, indicator and time, in somebody's scope. A code that nobody bears finds nothing. */
  async page(filter: WaitingFilter, limits: ScopeLimits | null): Promise<WaitingMeasurement[]> {
    const words = await this.vocabulary.load();
    return this.waiting.page(filter.status, within(words, limits, filter), filter);
  }

  /** How many there are of each status, in somebody's scope. */
  async counts(limits: ScopeLimits | null): Promise<ReadonlyMap<WaitingStatus, number>> {
    return this.waiting.counts(scopeIds(await this.vocabulary.load(), limits));
  }

  /** The operations and organisations of those that wait for validation, by their codes. */
  async slices(
    limits: ScopeLimits | null,
  ): Promise<{ campaign: string | null; organisation: string | null }[]> {
    return this.waiting.slices('submitted', scopeIds(await this.vocabulary.load(), limits));
  }
}

function within(
  words: MeasurementVocabulary,
  limits: ScopeLimits | null,
  { campaign, organisation }: Pick<WaitingFilter, 'campaign' | 'organisation'>,
): ScopeIds {
  const scope = scopeIds(words, limits);
  const idOf = (terms: Map<string, Term>, code: string | undefined): number | null =>
    code === undefined ? null : (findTerm(terms, code)?.id ?? NO_ROW);
  return {
    ...scope,
    campaignIds: narrowed(scope.campaignIds, idOf(words.campaigns, campaign)),
    organisationIds: narrowed(scope.organisationIds, idOf(words.organisations, organisation)),
  };
}
