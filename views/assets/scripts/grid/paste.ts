import type { EntryGrid } from './entry-grid.js';
import type { GridCell } from './grid-cell.js';
import { type GridSize, planPaste } from './paste-plan.js';
import type { PasteReport } from './paste-report.js';
import { parseBlock } from './tsv.js';

/** Takes a block from a spreadsheet; a text for one cell is left to the browser, which pastes it where the caret is. */
export function pasteBlock(
  event: ClipboardEvent,
  cell: GridCell,
  grid: EntryGrid,
  size: GridSize,
  report: PasteReport,
): void {
  const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '');
  if (block.length === 1 && block[0]?.length === 1) return;
  event.preventDefault();
  grid.commit(cell);
  const places = grid.cells.map(({ place }) => place);
  const plan = planPaste(block, cell.place, { ...size, places });
  const targets = plan.filled.flatMap(({ row, column, typed }) => {
    const target = grid.cells.find(({ place }) => place.row === row && place.column === column);
    return target === undefined ? [] : [{ target, typed }];
  });
  grid.make(targets.map(({ target, typed }) => ({ ...target.id, before: target.committed, after: typed })));
  report.open(
    targets.map(({ target }) => target),
    plan,
  );
  cell.focus();
}
