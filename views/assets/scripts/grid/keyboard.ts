import type { EntryGrid } from './entry-grid.js';
import type { GridCell } from './grid-cell.js';
import { destination } from './movement.js';
import type { CellPanel } from './panel.js';

/** Something to look at or to press stands below the cell: Tab goes there first. */
const hasMore = (cell: GridCell): boolean =>
  cell.input.closest('td')?.querySelector('.cell-conflict button') !== null;

/** What was typed since the cell was last left takes its letters back first, as in any field. */
const isBeingTyped = (cell: GridCell | null): boolean => cell !== null && cell.input.value !== cell.committed;

/** What Ctrl+Z and its opposites ask for; null for another key. */
function historyKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'back' | 'again' | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'again' : 'back';
  return key.toLowerCase() === 'y' && !shiftKey ? 'again' : null;
}

/** Moves and commands of the grid. What is not one of them is left to the browser, which edits text. */
export class GridKeyboard {
  constructor(
    private readonly grid: EntryGrid,
    private readonly panel: CellPanel | null,
  ) {}

  pressed(event: KeyboardEvent): void {
    // A letter that is being composed from several keys belongs to its composer.
    if (event.isComposing || event.defaultPrevented) return;
    const cell = this.grid.cellOf(event.target);
    const asked = historyKey(event);
    if (asked !== null) this.history(event, asked, cell);
    else if (cell !== null) this.inCell(event, cell);
  }

  /** What is known of a cell, beside the grid. */
  openPanel(cell: GridCell): void {
    this.grid.commit(cell);
    if (this.panel !== null) void this.panel.open(cell);
  }

  private history(event: KeyboardEvent, asked: 'back' | 'again', cell: GridCell | null): void {
    const isElsewhere =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if ((cell === null && isElsewhere) || isBeingTyped(cell)) return;
    event.preventDefault();
    if (asked === 'back') this.grid.stepBack();
    else this.grid.stepAgain();
  }

  private inCell(event: KeyboardEvent, cell: GridCell): void {
    const { key } = event;
    if (key === 'Escape') {
      if (this.grid.restore(cell)) event.preventDefault();
      cell.input.select();
      return;
    }
    if (key === 'F2') {
      event.preventDefault();
      this.openPanel(cell);
      return;
    }
    if (key === 'Tab' && !event.shiftKey && hasMore(cell)) return;
    const to = destination(
      event,
      cell.place,
      cell.caret,
      this.grid.cells.map(({ place }) => place),
    );
    // Enter sends the whole form from any field, unless it is stopped.
    if (key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) event.preventDefault();
    if (key === 'Enter') this.grid.commit(cell);
    if (to === null) return;
    event.preventDefault();
    this.grid.cells.find(({ place }) => place.row === to.row && place.column === to.column)?.focus();
  }
}
