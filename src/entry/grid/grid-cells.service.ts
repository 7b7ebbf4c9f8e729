import { Inject, Injectable } from '@nestjs/common';
import { entryPeriodAround } from '../plan/entry-period.rules.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { CellOutcome, TypedCell } from '../cells/cell.types.js';
import type { Warning } from '../checks/checks.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';
import { countsOf, type GridCounts, progressText } from './grid-words.rules.js';
import type { GridRowView } from './grid-row.types.js';
import { sentForm } from './sent-form.rules.js';
import { yearCellKey } from './year-cells.rules.js';
import { YearMaterialService } from './year-material.service.js';

/** What the grid's script learns of a cell that it sent. */
export interface SavedCell extends Omit<CellOutcome, 'measurement'> {
  /** As the page would draw it now. */
  shown: GridRowView['state'];
  note: string;
  tone: GridRowView['tone'];
  total: string;
  warnings: { code: string; message: string }[];
}

export interface SavedCells {
  cells: SavedCell[];
  progress: GridCounts & { text: string };
}

/** Cells as a page draws them after they were saved, by the keys of their rows. */
interface DrawnCells {
  byKey: ReadonlyMap<string, Pick<SavedCell, 'note' | 'tone' | 'total'> & Drawn>;
  counts: GridCounts;
}

interface Drawn {
  state: GridRowView['state'];
  warnings: readonly Warning[];
}

/** Cells saved as they are left, without the page being drawn again. */
@Injectable()
export class GridCellsService {
  constructor(
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
    @Inject(YearMaterialService) private readonly years: YearMaterialService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** @param isByMonth the page shows the exercice that holds the month: totals and progress are those of the exercice. */
  async save(
    period: EntryPeriod,
    typed: readonly TypedCell[],
    ask: GridAsk,
    isByMonth: boolean,
  ): Promise<SavedCells> {
    const outcomes = await this.cells.save(period, typed, { caller: ask.caller, status: 'draft' });
    const { byKey, counts } = isByMonth
      ? await this.inYear(period, outcomes, ask)
      : await this.inPeriod(period, outcomes, ask);
    return {
      cells: outcomes.map(({ measurement: _measurement, ...outcome }) => {
        const drawn = byKey.get(outcome.key);
        return {
          ...outcome,
          shown: drawn?.state ?? 'refused',
          note: drawn?.note ?? outcome.message,
          tone: drawn?.tone ?? 'late',
          total: drawn?.total ?? '',
          warnings: (drawn?.warnings ?? [])
            .filter(({ confirmation }) => confirmation === null)
            .map(({ code, message }) => ({ code, message })),
        };
      }),
      progress: { ...counts, text: progressText(counts) },
    };
  }

  private async inPeriod(
    period: EntryPeriod,
    outcomes: readonly CellOutcome[],
    ask: GridAsk,
  ): Promise<DrawnCells> {
    const { rows } = await this.grids.of(period, ask, sentForm(outcomes));
    const drawn = rows.map(({ view, warnings }) => [view.key, { ...view, warnings }] as const);
    return { byKey: new Map(drawn), counts: countsOf(rows.map(({ view }) => view)) };
  }

  private async inYear(
    month: EntryPeriod,
    outcomes: readonly CellOutcome[],
    ask: GridAsk,
  ): Promise<DrawnCells> {
    const exercice = entryPeriodAround('year', month.end, await this.programmes.exercices());
    const named = outcomes.map((outcome) => ({ ...outcome, key: yearCellKey(month.name, outcome.key) }));
    const { months, rows } = await this.years.of(exercice, ask, sentForm(named));
    const index = months.findIndex(({ name }) => name === month.name);
    // A month that two exercices leave between them stands in no year.
    if (index === -1) return this.inPeriod(month, outcomes, ask);
    const drawn = rows.flatMap(({ view, warnings }) => {
      const cell = view.cells[index];
      if (cell === undefined) return [];
      return [[view.key, { ...cell, total: view.total, warnings: warnings[index] ?? [] }] as const];
    });
    return { byKey: new Map(drawn), counts: countsOf(rows.flatMap(({ view }) => view.cells)) };
  }
}
