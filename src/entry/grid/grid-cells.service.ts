import { Inject, Injectable } from '@nestjs/common';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { CellOutcome, TypedCell } from '../cells/cell.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';
import { countsOf, type GridCounts, progressText } from './grid-words.rules.js';
import type { GridRowView, SentForm } from './grid.types.js';

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

/** Cells saved as they are left, without the page being drawn again. */
@Injectable()
export class GridCellsService {
  constructor(
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
  ) {}

  async save(period: EntryPeriod, typed: readonly TypedCell[], ask: GridAsk): Promise<SavedCells> {
    const outcomes = await this.cells.save(period, typed, { caller: ask.caller, status: 'draft' });
    const { rows } = await this.grids.of(period, ask, sentForm(outcomes));
    const byKey = new Map(rows.map((row) => [row.view.key, row]));
    const counts = countsOf(rows.map(({ view }) => view));
    return {
      cells: outcomes.map(({ measurement: _measurement, ...outcome }) => {
        const row = byKey.get(outcome.key);
        return {
          ...outcome,
          shown: row?.view.state ?? 'refused',
          note: row?.view.note ?? outcome.message,
          tone: row?.view.tone ?? 'late',
          total: row?.view.total ?? '',
          warnings: (row?.warnings ?? [])
            .filter(({ confirmation }) => confirmation === null)
            .map(({ code, message }) => ({ code, message })),
        };
      }),
      progress: { ...counts, text: progressText(counts) },
    };
  }
}

/** The outcomes of cells, to be drawn where they stand. */
export const sentForm = (outcomes: readonly CellOutcome[], said: Partial<SentForm> = {}): SentForm => ({
  title: '',
  reason: '',
  reasonError: null,
  issues: [],
  cells: new Map(outcomes.map(({ key, state, typed, message }) => [key, { state, typed, message }])),
  ...said,
});
