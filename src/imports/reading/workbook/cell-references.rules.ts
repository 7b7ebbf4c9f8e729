import { refuseDamaged } from '../reading-refusals.rules.js';

const LAST_ROW = 1_048_576;
/** The one that spreadsheets call XFD. */
const LAST_COLUMN = 16_383;

/** Column, from 0, of a reference such as `AB12`. @throws ReadingRefused for what no spreadsheet writes. */
export function columnOf(reference: string, row: number): number {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || digits !== String(row)) {
    return refuseDamaged(`une cellule y porte une référence impossible, « ${reference.slice(0, 20)} »`, row);
  }
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return columnAfter(column - 2, row);
}

/** The next column, for cells that do not say theirs. @throws ReadingRefused past the last one */
export function columnAfter(column: number, row: number): number {
  if (column >= LAST_COLUMN) refuseDamaged('une ligne y a plus de colonnes qu’aucun tableur', row);
  return column + 1;
}

/** Number of a row, which rows say or not: they come in order. @throws ReadingRefused */
export function rowOf(written: string | undefined, previous: number): number {
  const row = written === undefined ? previous + 1 : indexOf(written);
  if (row <= previous || row > LAST_ROW) refuseDamaged('ses lignes ne se suivent pas', Math.max(previous, 1));
  return row;
}

/** A number that counts something. @throws ReadingRefused */
export function indexOf(written: string): number {
  if (!/^\d{1,9}$/.test(written)) refuseDamaged('un numéro y est mal écrit');
  return Number(written);
}
