/** Where a cell stands: its row and its column in the grid, read-only rows counted. */
export interface Place {
  row: number;
  column: number;
}

/** What the text of the cell looks like at this moment. */
export interface Caret {
  start: number;
  end: number;
  length: number;
}

export interface PressedKey {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const isWhole = ({ start, end, length }: Caret): boolean => start === 0 && end === length;

/** A sideways arrow first belongs to the text: it leaves the cell at the text's end, or when all of it is selected. */
function mayLeave(direction: -1 | 1, caret: Caret): boolean {
  if (isWhole(caret)) return true;
  return caret.start === caret.end && caret.start === (direction === -1 ? 0 : caret.length);
}

/** The nearest cell of the same column, above or below. */
function along(from: Place, direction: -1 | 1, places: readonly Place[]): Place | null {
  const ahead = places.filter(
    ({ row, column }) => column === from.column && (row - from.row) * direction > 0,
  );
  ahead.sort((one, other) => (one.row - other.row) * direction);
  return ahead[0] ?? null;
}

/** The nearest cell of the same row, on one side. */
function across(from: Place, direction: -1 | 1, places: readonly Place[]): Place | null {
  const ahead = places.filter(
    ({ row, column }) => row === from.row && (column - from.column) * direction > 0,
  );
  ahead.sort((one, other) => (one.column - other.column) * direction);
  return ahead[0] ?? null;
}

/** Row by row, as one reads. */
function inReadingOrder(from: Place, direction: -1 | 1, places: readonly Place[]): Place | null {
  const order = [...places].sort((one, other) => one.row - other.row || one.column - other.column);
  const at = order.findIndex(({ row, column }) => row === from.row && column === from.column);
  return at === -1 ? null : (order[at + direction] ?? null);
}

/** Where a key leads from a cell; null leaves the key to the browser, which writes text or leaves the grid. */
export function destination(
  pressed: PressedKey,
  from: Place,
  caret: Caret,
  places: readonly Place[],
): Place | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const { key, shiftKey } = pressed;
  if (key === 'Enter') return along(from, shiftKey ? -1 : 1, places);
  if (key === 'Tab') return inReadingOrder(from, shiftKey ? -1 : 1, places);
  if (shiftKey) return null;
  switch (key) {
    case 'ArrowUp':
      return along(from, -1, places);
    case 'ArrowDown':
      return along(from, 1, places);
    case 'ArrowLeft':
      return mayLeave(-1, caret) ? across(from, -1, places) : null;
    case 'ArrowRight':
      return mayLeave(1, caret) ? across(from, 1, places) : null;
    default:
      return null;
  }
}
