import { CELLS, WIDTH, type CellName } from './packed-measurements.types.js';

/** A cell of the measurement at a place of a block. */
export const cellAt = (cells: Float64Array, place: number, name: CellName): number =>
  cells[place * WIDTH + CELLS[name]] ?? Number.NaN;
