import type { IsoDate } from '../../kernel/period.types.js';
import type { DatedExercice } from '../../programme/exercice.rules.js';
import { COLLECTION_FREQUENCIES, type Slice } from './collection-line.types.js';
import { entryPeriodAround } from './entry-period.rules.js';
import { rowKey } from './row-key.rules.js';

/** Where the sheet of a figure is: its history, its proofs, its last values. Null when its days are no period of the grid. */
export function sheetAddress(
  figure: Slice & { periodStart: IsoDate; periodEnd: IsoDate },
  exercices: readonly DatedExercice[],
): string | null {
  for (const grain of COLLECTION_FREQUENCIES) {
    const { name, start, end } = entryPeriodAround(grain, figure.periodEnd, exercices);
    if (start === figure.periodStart && end === figure.periodEnd) return `/saisie/${name}/${rowKey(figure)}`;
  }
  return null;
}
