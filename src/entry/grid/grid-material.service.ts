import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import type { Exercice } from '../../programme/programme.types.js';
import { COLLECTION_FREQUENCIES } from '../plan/collection-line.types.js';
import {
  entryPeriodAround,
  periodAfter,
  periodBefore,
  periodOfYearBefore,
  type EntryPeriod,
} from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import type { GridFrame, GridOrder } from './grid-frame.presenter.js';
import { gridRow } from './grid-row.presenter.js';
import { type GridSources, GridSourcesService } from './grid-sources.service.js';
import type { GridMaterial } from './grid.presenter.js';
import type { SentForm } from './grid.types.js';
import { rowMaterial } from './row-material.presenter.js';

/** Who looks at a grid, and how. */
export interface GridAsk {
  caller: DataCaller;
  author: number;
  isTeam: boolean;
  /** Keys of rows asked for besides. */
  added: readonly string[];
  order: GridOrder;
  notice: string | null;
}

/** Columns of the past before the period: two of them, after the same period a year before. */
const PERIODS_BEFORE = 2;

/** Everything that the page of a grid is made of, read in a bounded number of statements. */
@Injectable()
export class GridMaterialService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(GridSourcesService) private readonly sources: GridSourcesService,
  ) {}

  /** @param sent what became of the cells of a form, shown where they stand. */
  async of(period: EntryPeriod, ask: GridAsk, sent: SentForm | null): Promise<GridMaterial> {
    const added = [...ask.added, ...(sent?.cells.keys() ?? [])];
    const { rows, entered } = await this.expected.of(period, ask.caller.limits, added);
    const ids = rows.flatMap(({ current }) => current?.id ?? []);
    const sources = await this.sources.of(period, entered, ids, ask.caller);
    const past = pastOf(period, sources.exercices);
    const frame = { period, exercice: sources.exercice, past };
    const views = rows.flatMap((row) => {
      const material = rowMaterial(row, sources, sent?.cells.get(row.key) ?? null);
      if (material === null) return [];
      return [{ campaign: row.campaign, view: gridRow(material, frame), warnings: material.warnings }];
    });
    return {
      ...frameOf(period, sources, ask),
      past,
      rows: views,
      closedSince: await this.sources.closedSince(period),
    };
  }
}

/** What the pages of all grids say around their rows. */
export const frameOf = (
  period: EntryPeriod,
  { exercices, lists, isSealed }: GridSources,
  { order, author, isTeam, notice }: GridAsk,
): GridFrame => ({
  period,
  before: periodBefore(period, exercices),
  after: periodAfter(period, exercices),
  grains: COLLECTION_FREQUENCIES.map((grain) => entryPeriodAround(grain, period.end, exercices)),
  lists,
  order,
  author,
  isTeam,
  isSealed,
  notice,
});

/** The same period a year before, then the two just before; for an exercice, the two before it. */
function pastOf(period: EntryPeriod, exercices: readonly Exercice[]): EntryPeriod[] {
  const yearBefore = periodOfYearBefore(period, exercices);
  const before: EntryPeriod[] = [];
  for (let count = 0; count < PERIODS_BEFORE; count += 1) {
    before.unshift(periodBefore(before[0] ?? period, exercices));
  }
  return yearBefore === null ? before : [yearBefore, ...before];
}
