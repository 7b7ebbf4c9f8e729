import { decimalString } from '../kernel/decimal-string.rules.js';
import { disarmFormula, textCell } from '../kernel/spreadsheet-text.rules.js';
import { numberFormat } from '../platform/spreadsheets/number-formats.rules.js';
import type { CellStyle, SheetCell } from '../platform/spreadsheets/spreadsheet.types.js';
import { frenchDecimal } from './standard-file.rules.js';

/** Digits that every spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

const HEADER: CellStyle = { bold: true, fill: 'header', wrap: true };
const TEXT: CellStyle = { wrap: true };
/** Somebody who edits such a cell and leaves it does not make a formula of it. */
const QUOTED: CellStyle = { wrap: true, quoted: true };

/** The header of a table. */
export const headerRow = (headers: readonly string[]): SheetCell[] =>
  headers.map((text) => ({ text, style: HEADER }));

/** A text that somebody wrote: it stays a text, whatever it begins with. */
export function textSheetCell(text: string | null): SheetCell {
  if (text === null || text === '') return null;
  return { text: textCell(text), style: disarmFormula(text) === text ? TEXT : QUOTED };
}

/** A word of ours. */
export const wordSheetCell = (word: string | null): SheetCell =>
  word === null || word === '' ? null : { text: word };

/** A number in the smallest unit; what a spreadsheet would round is written as a text that the import reads. */
export function numberSheetCell(value: number | null, decimals: number, style: CellStyle): SheetCell {
  if (value === null) return null;
  if (String(Math.abs(value)).length > KEPT_DIGITS) return { text: frenchDecimal(value, decimals) };
  return { number: decimalString(value, decimals), style };
}

/** Looks of numbers, one object for each unit: « 13 000 », « 12,50 € », « +6 % ». */
export class NumberStyles {
  private readonly known = new Map<string, CellStyle>();

  of(unit: Parameters<typeof numberFormat>[0]): CellStyle {
    const format = numberFormat(unit);
    const style = this.known.get(format) ?? { format };
    this.known.set(format, style);
    return style;
  }
}
