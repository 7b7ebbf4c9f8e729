import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { sentence, slug } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { IndicatorVersionsRepository } from './indicator-versions.repository.js';
import {
  amountIssues,
  changedMembers,
  definingContent,
  isRewording,
  seriesBreaks,
} from './indicator-versions.rules.js';
import type {
  DefinitionChange,
  Indicator,
  IndicatorDefinition,
  IndicatorVersion,
  SeriesBreak,
} from './indicator.types.js';
import { IndicatorsRepository } from './indicators.repository.js';

/** The dictionary: what is counted, how it is worded and how it may be added up. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(IndicatorsRepository) private readonly repository: IndicatorsRepository,
    @Inject(IndicatorVersionsRepository) private readonly versions: IndicatorVersionsRepository,
  ) {}

  /** Every indicator, in the order of lists and figures. */
  async all(): Promise<Indicator[]> {
    const rows = await this.repository.all();
    const codes = new Map(rows.map((row) => [row.id, row.code]));
    const codeOf = (id: number | null): string | null => (id === null ? null : (codes.get(id) ?? null));
    return rows.map(({ subsetOfId, numeratorId, denominatorId, chainAfterId, ...row }) =>
      // Into the copy that the pattern makes: every page does this, and a second copy of forty members took half of it.
      Object.assign(row, {
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
      }),
    );
  }

  /** Those that are counted on a day or after, in the same order. */
  async countedFrom(day: IsoDate): Promise<Indicator[]> {
    return (await this.all()).filter(({ retiredOn }) => retiredOn === null || retiredOn >= day);
  }

  /** One indicator by its code in any case, or by its slug. @throws DomainError `not_found`. */
  async byCode(code: string): Promise<Indicator> {
    const found = (await this.all()).find((indicator) => indicator.slug === slug(code));
    if (found === undefined) {
      throw new DomainError('not_found', sentence`Aucun indicateur ne porte le code « ${code} ».`, 404);
    }
    return found;
  }

  /**
   * Creates or updates an indicator, found by its code; those it names were stored before. What its figures mean is
   * kept as another version when it changes. @throws DomainError `measured_indicator` for what would change amounts
   * that are there.
   */
  store(definition: IndicatorDefinition, updatedAt: string, change: DefinitionChange): Promise<StoreOutcome> {
    return this.unitOfWork.write(async () => {
      await this.refuseOtherAmounts(definition);
      const { id, outcome } = await this.repository.store(definition, updatedAt);
      if (outcome !== 'unchanged') await this.keepVersion(id, definition, change, updatedAt);
      return outcome;
    });
  }

  /** Every definition that an indicator has had, oldest first. @throws DomainError `not_found`. */
  async history(code: string): Promise<IndicatorVersion[]> {
    const indicator = await this.byCode(code);
    const rows = await this.versions.ofIndicator(indicator.id);
    return rows.map(({ id: _, indicatorId: __, ...version }) => ({ indicator: indicator.code, ...version }));
  }

  /** Whether a measurement or a target was ever given for it. @throws DomainError `not_found`. */
  async hasAmounts(code: string): Promise<boolean> {
    return this.repository.hasAmounts((await this.byCode(code)).id);
  }

  /** The days across which figures are not compared, of every indicator. */
  async breaks(): Promise<SeriesBreak[]> {
    const rows = await this.versions.breaking();
    if (rows.length === 0) return [];
    const codes = new Map((await this.repository.all()).map(({ id, code }) => [id, code]));
    return seriesBreaks(
      rows.map(({ id: _, indicatorId, ...version }) => ({
        indicator: codes.get(indicatorId) ?? '',
        ...version,
      })),
    );
  }

  /** Amounts are kept in the smallest unit: with other decimals, those that are there would say something else. */
  private async refuseOtherAmounts(definition: IndicatorDefinition): Promise<void> {
    const known = (await this.repository.all()).find(({ code }) => code === definition.code);
    if (known === undefined) return;
    const issues = amountIssues(known, definition);
    if (issues.length === 0 || !(await this.repository.hasAmounts(known.id))) return;
    throw new DomainError('measured_indicator', 'Cet indicateur a déjà des chiffres.', 422, issues);
  }

  /** Puts indicators in another order; those that are not named keep their place after them. */
  reorder(codes: readonly string[], updatedAt: string): Promise<void> {
    return this.repository.reorder(codes, updatedAt);
  }

  /** Says on which day it was last counted; null: it is counted again. */
  retire(code: string, retiredOn: IsoDate | null, updatedAt: string): Promise<void> {
    return this.repository.retire(code, retiredOn, updatedAt);
  }

  private async keepVersion(
    indicatorId: number,
    definition: IndicatorDefinition,
    { validFrom, breaksSeries, reason, recordedBy }: DefinitionChange,
    recordedAt: string,
  ): Promise<void> {
    const content = definingContent(definition);
    const latest = await this.versions.latest(indicatorId);
    const stamp = { content, reason, recordedAt, recordedBy };
    if (latest === null) {
      await this.versions.add({ indicatorId, version: 1, validFrom: null, breaksSeries: false, ...stamp });
      return;
    }
    const changed = changedMembers(latest.content, content);
    if (changed.length === 0) return;
    const version = latest.version + 1;
    const breaks = validFrom !== null && (breaksSeries ?? !isRewording(changed));
    await this.versions.add({ indicatorId, version, validFrom, breaksSeries: breaks, ...stamp });
    await this.repository.number(indicatorId, version, validFrom);
  }
}
