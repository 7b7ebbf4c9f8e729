import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { sentence, slug } from '../kernel/french-text.rules.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import type { Indicator, IndicatorDefinition } from './indicator.types.js';
import { IndicatorsRepository } from './indicators.repository.js';

/** The dictionary: what is counted, how it is worded and how it may be added up. */
@Injectable()
export class IndicatorsService {
  constructor(@Inject(IndicatorsRepository) private readonly repository: IndicatorsRepository) {}

  /** Every indicator, in the order of lists and figures. */
  async all(): Promise<Indicator[]> {
    const rows = await this.repository.all();
    const codes = new Map(rows.map((row) => [row.id, row.code]));
    const codeOf = (id: number | null): string | null => (id === null ? null : (codes.get(id) ?? null));
    return rows.map(({ subsetOfId, numeratorId, denominatorId, chainAfterId, ...row }) => ({
      ...row,
      slug: slug(row.code),
      subsetOf: codeOf(subsetOfId),
      numerator: codeOf(numeratorId),
      denominator: codeOf(denominatorId),
      chainAfter: codeOf(chainAfterId),
      wording: {
        labelOne: row.labelOne,
        labelOther: row.labelOther,
        elision: row.elision,
        decimals: row.decimals,
        symbol: row.symbol,
        signed: row.signed,
      },
    }));
  }

  /** One indicator by its code in any case, or by its slug. @throws DomainError `not_found`. */
  async byCode(code: string): Promise<Indicator> {
    const found = (await this.all()).find((indicator) => indicator.slug === slug(code));
    if (found === undefined) {
      throw new DomainError('not_found', sentence`Aucun indicateur ne porte le code « ${code} ».`, 404);
    }
    return found;
  }

  /** Creates or updates an indicator, found by its code; those it names were stored before. */
  store(definition: IndicatorDefinition, updatedAt: string): Promise<StoreOutcome> {
    return this.repository.store(definition, updatedAt);
  }
}
