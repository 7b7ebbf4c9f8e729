import { Inject, Injectable } from '@nestjs/common';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { frameOf, type GridAsk } from './grid-material.service.js';
import { GridSourcesService } from './grid-sources.service.js';
import type { SentForm } from './grid.types.js';
import { rowMaterial } from './row-material.presenter.js';
import { monthAndRow, yearCellKey } from './year-cells.rules.js';
import type { YearMaterial } from './year-grid.presenter.js';
import { yearRow } from './year-row.presenter.js';

/** Everything that the page of a year by months is made of, read at once for all of its months. */
@Injectable()
export class YearMaterialService {
  constructor(
    @Inject(ExpectedFiguresService) private readonly expected: ExpectedFiguresService,
    @Inject(GridSourcesService) private readonly sources: GridSourcesService,
  ) {}

  /** @param sent what became of the cells of a form, by month and row, shown where they stand. */
  async of(exercice: EntryPeriod, ask: GridAsk, sent: SentForm | null): Promise<YearMaterial> {
    const added = [...ask.added, ...[...(sent?.cells.keys() ?? [])].map((name) => monthAndRow(name).key)];
    const { months, rows, entered } = await this.expected.byMonth(exercice, ask.caller.limits, added);
    const figures = rows.flatMap((row) => row.months);
    // Only what is on its way may still be doubted.
    const ids = figures.flatMap(({ current }) =>
      current?.status === 'draft' || current?.status === 'submitted' ? [current.id] : [],
    );
    const sources = await this.sources.of(exercice, entered, ids, ask.caller);
    const frame = { exercice: sources.exercice, months, today: sources.today };
    return {
      ...frameOf(exercice, sources, ask),
      ...frame,
      closings: await this.sources.closings(months),
      rows: rows.flatMap(({ campaign, months: ofRow }) => {
        const materials = ofRow.flatMap((row, index) => {
          const name = yearCellKey(months[index]?.name ?? '', row.key);
          return rowMaterial(row, sources, sent?.cells.get(name) ?? null) ?? [];
        });
        if (materials.length === 0) return [];
        const warnings = materials.map((material) => material.warnings);
        return [{ campaign, view: yearRow(materials, frame), warnings }];
      }),
    };
  }
}
