import type { CellOutcome } from '../cells/cell.types.js';
import type { SentForm } from './grid.types.js';

/** The outcomes of cells, to be drawn where they stand. */
export const sentForm = (outcomes: readonly CellOutcome[], said: Partial<SentForm> = {}): SentForm => ({
  title: '',
  reason: '',
  reasonError: null,
  issues: [],
  cells: new Map(outcomes.map(({ key, state, typed, message }) => [key, { state, typed, message }])),
  ...said,
});
