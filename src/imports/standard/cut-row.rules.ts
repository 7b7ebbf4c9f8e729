import type { StandardRow } from './row-cells.rules.js';
import type { StandardColumn } from './standard-columns.rules.js';

/** The place of each column of a header. */
export function placesOf(columns: readonly (StandardColumn | null)[]): ReadonlyMap<StandardColumn, number> {
  const places = new Map<StandardColumn, number>();
  for (const [place, column] of columns.entries()) if (column !== null) places.set(column, place);
  return places;
}

/** The cells of a line by column: they stay where they were cut, for a file has a million lines. */
export class CutRow implements StandardRow {
  constructor(
    readonly cells: readonly string[],
    private readonly places: ReadonlyMap<StandardColumn, number>,
  ) {}

  get(column: StandardColumn): string | undefined {
    const place = this.places.get(column);
    return place === undefined ? undefined : this.cells[place];
  }

  /** Those of the columns that are known. */
  *values(): MapIterator<string> {
    for (const place of this.places.values()) yield this.cells[place] ?? '';
  }
}
