import { sumAmounts, toAmount } from '../../kernel/figure.rules.js';
import type { Absence, Quantity } from '../../kernel/figure.types.js';
import { qualifierFromFrench } from '../../kernel/qualifier-codes.rules.js';
import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import type { TableRow } from '../reading/reading.types.js';
import type { Findings } from './findings.rules.js';
import { cellText } from './header-names.rules.js';
import type { ValueScale } from './indicator-words.rules.js';
import { isAboutPoint, pointQuestion, readValue, type PointMeaning } from './number-cells.rules.js';

/** What cells say: a quantity, why there is none, or both null when they are empty. */
export interface CellValue {
  quantity: Quantity | null;
  absence: Absence | null;
}

/** Several quantities told as one. */
export function addQuantities(quantities: readonly Quantity[]): Quantity | null {
  const [first] = quantities;
  if (quantities.length < 2) return first ?? null;
  const value = quantities.reduce((sum, quantity) => sum + quantity.value, 0);
  if (quantities.every(({ qualifier }) => qualifier === 'exact') && Number.isSafeInteger(value)) {
    return { value, valueMax: null, qualifier: 'exact' };
  }
  const sum = sumAmounts(quantities.map((quantity) => toAmount(quantity)));
  return sum === null ? null : { value: sum.value, valueMax: sum.valueMax, qualifier: sum.qualifier };
}

/** Reads the cells of a file's values, and keeps what is wrong or doubtful of them. */
export class ValueCells {
  constructor(
    private readonly point: PointMeaning,
    private readonly findings: Findings,
  ) {}

  /** Null when a cell cannot be read: that is told apart. */
  read(
    row: TableRow,
    value: { indexes: readonly number[]; scale: ValueScale; column: string },
  ): CellValue | null {
    const parts: Quantity[] = [];
    let absence: Absence | null = null;
    for (const index of value.indexes) {
      const cell = row.cells[index] ?? '';
      const reading = readValue(cell, value.scale, this.point);
      if (reading.kind === 'quantity') parts.push(reading.quantity);
      else if (reading.kind === 'absence') absence = reading.absence;
      else if (reading.kind !== 'empty') {
        this.tell(reading, { row, column: value.column, cell: cellText(cell) });
        return null;
      }
    }
    const quantity = addQuantities(parts);
    return { quantity, absence: quantity === null ? absence : null };
  }

  private tell(
    reading: { kind: 'refused'; code: string; message: string } | { kind: 'question'; message: string },
    { row, column, cell }: { row: TableRow; column: string; cell: string },
  ): void {
    const { line } = row;
    if (reading.kind === 'refused') {
      this.findings.reject({ line, column, code: reading.code, message: reading.message });
    } else if (this.point === 'unknown' && isAboutPoint(cell)) {
      this.findings.ask(pointQuestion(cell, line, column));
    } else {
      this.findings.reject({ line, column, code: 'ambiguous_number', message: reading.message });
    }
  }
}

/** « plus de », « plus_de », « près de »: the qualifier that a column of words adds to a quantity. */
export function withQualifier(quantity: Quantity, words: string): Quantity | null {
  if (words === '') return quantity;
  const qualifier = qualifierFromFrench(normaliseForSearch(words).replace(/[ ']/g, '_'));
  if (qualifier === null || (quantity.qualifier !== 'exact' && qualifier !== quantity.qualifier)) return null;
  if (qualifier === 'between' && quantity.valueMax === null) return null;
  return { ...quantity, qualifier };
}
