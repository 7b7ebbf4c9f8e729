import { Inject, Injectable } from '@nestjs/common';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { ChecksService } from '../checks/checks.service.js';
import { COLLECTION_FREQUENCIES } from '../plan/collection-line.types.js';
import { entryPeriodAround, type EntryPeriod, periodAfter } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { isLate, lacksSource, ownerOf, readinessOf, saidBy, standingOf } from './readiness.rules.js';
import type { OwedFigure, OwnerKey, Readiness } from './readiness.types.js';

/** How ready some figures are, together and by owner. */
export interface OwnedReadiness {
  whole: Readiness;
  /** In the order in which owners come. */
  byOwner: ReadonlyMap<OwnerKey, Readiness>;
  figures: readonly OwedFigure[];
}

/** Days are looked at in the grid: a year has too many of them to be chased one by one. */
const GRAINS = COLLECTION_FREQUENCIES.filter((grain) => grain !== 'day');

/** How ready the figures of a month or of a year are, and what they lack from whom. */
@Injectable()
export class ReadinessService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param month `2020-09`. @throws DomainError 404 `not_found` for what is no month. */
  async ofMonth(month: string): Promise<OwnedReadiness> {
    return this.ofPeriods([await this.expected.period(month)]);
  }

  /** The months, quarters and exercice of a year that are over today. */
  async ofYear(year: number): Promise<OwnedReadiness> {
    return this.ofPeriods(await this.periodsWithin(await this.programmes.daysOf(year)));
  }

  private async periodsWithin({ start, end }: ClosedPeriod): Promise<EntryPeriod[]> {
    const exercices = await this.programmes.exercices();
    const today = this.clock.today();
    return GRAINS.flatMap((grain) => {
      const periods: EntryPeriod[] = [];
      let period = entryPeriodAround(grain, start, exercices);
      while (period.end <= end && period.end < today) {
        periods.push(period);
        period = periodAfter(period, exercices);
      }
      return periods;
    });
  }

  private async ofPeriods(periods: readonly EntryPeriod[]): Promise<OwnedReadiness> {
    const { all: bodies } = await this.programmes.organisations();
    const today = this.clock.today();
    const read = await this.expected.ofEach(periods);
    const asked = periods.flatMap((period, index) =>
      (read[index] ?? []).filter(isLookedAt).map((row) => ({ period, row })),
    );
    const ids = asked.flatMap(({ row }) => saidBy(row).map(({ id }) => id));
    const warnings = await this.checks.warningsFor([...new Set(ids)]);
    const figures = asked.map(({ period, row }): OwedFigure => {
      const standing = standingOf(row);
      const doubts = saidBy(row)
        .flatMap(({ id }) => warnings.get(id) ?? [])
        .filter(({ confirmation }) => confirmation === null);
      return {
        row,
        period,
        owner: ownerOf(row, bodies),
        standing,
        lacksSource: lacksSource(row),
        doubts: doubts.length,
        isLate: isLate({ standing }, row.due, today),
      };
    });
    const byOwner = groupBy(figures, ({ owner }) => owner);
    return {
      whole: readinessOf(figures),
      byOwner: new Map([...byOwner].map(([owner, own]) => [owner, readinessOf(own)])),
      figures,
    };
  }
}

/** What is awaited of a period, and what is on its way besides. */
function isLookedAt(row: ExpectedFigure): boolean {
  const standing = standingOf(row);
  return row.isExpected || (row.current !== null && standing !== 'missing' && standing !== 'validated');
}
