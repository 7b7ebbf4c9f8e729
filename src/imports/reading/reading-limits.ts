import type { ReadingLimits } from './reading.types.js';

/** What reading one uploaded file may cost. */
export const READING_LIMITS: ReadingLimits = {
  inflatedBytes: 64 << 20,
  entries: 500,
  // Fifty thousand under a header.
  rows: 50_001,
  columns: 256,
  cellCharacters: 32_767,
  milliseconds: 20_000,
};
