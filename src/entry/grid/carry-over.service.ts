import { Inject, Injectable } from '@nestjs/common';
import { CellEntryService } from '../cells/cell-entry.service.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { type GridAsk, GridMaterialService } from './grid-material.service.js';

/** What did not change since the period before, put back as drafts for whoever has no script. */
@Injectable()
export class CarryOverService {
  constructor(
    @Inject(CellEntryService) private readonly cells: CellEntryService,
    @Inject(GridMaterialService) private readonly grids: GridMaterialService,
  ) {}

  /** Fills empty cells with the one number of the period before. @returns how many were filled. */
  async fill(period: EntryPeriod, ask: GridAsk): Promise<number> {
    const { rows } = await this.grids.of(period, ask, null);
    const typed = rows.flatMap(({ view: { key, carried, version } }) =>
      carried === '' ? [] : [{ key, typed: carried, version }],
    );
    const outcomes = await this.cells.save(period, typed, { caller: ask.caller, status: 'draft' });
    return outcomes.filter(({ state }) => state === 'saved').length;
  }
}
