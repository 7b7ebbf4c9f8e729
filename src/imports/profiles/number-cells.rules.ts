import { quote, readDecimalString } from '../../kernel/decimal-string.rules.js';
import { readFrenchNumber, type NumberReading } from '../../kernel/french-number-reader.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ImportQuestion } from '../import.types.js';
import type { Cell } from '../reading/reading.types.js';

/** How a file writes its numbers: `decimal` and `thousands` say what a lone point or comma before three digits is. */
export type PointMeaning = 'decimal' | 'thousands' | 'english' | 'unknown';

/** Whole numbers without any mark, which most cells of exports are. */
const PLAIN = /^(?:0|[1-9]\d{0,14})$/;
/** 130.000 and 12,345, with what may stand around them. */
const DOUBTFUL = /^(\D*\d{1,3})[.,](\d{3})(\D*)$/;
/** 1,234 and 1,234,567.5: of a source that writes its decimals with a point. */
const ENGLISH = /^(\D*)(\d{1,3}(?:,\d{3})+)(\.\d+)?(\D*)$/;

/** Reads a value as its file writes numbers. */
export function readValue(
  cell: Cell,
  scale: { decimals: number; symbol: string | null },
  point: PointMeaning,
): NumberReading {
  const { decimals, symbol } = scale;
  if (typeof cell === 'number') return readFrenchNumber(cell, { decimals });
  if (PLAIN.test(cell)) {
    const plain = readDecimalString(cell, decimals);
    if (plain.kind === 'refused') return plain;
    return { kind: 'quantity', quantity: { value: plain.value, valueMax: null, qualifier: 'exact' } };
  }
  const isDecimal = point === 'decimal' || point === 'english';
  return readFrenchNumber(settled(cell.trim(), point), {
    decimals,
    symbol,
    decimalPoint: isDecimal ? 'allowed' : 'question',
  });
}

function settled(text: string, point: PointMeaning): string {
  switch (point) {
    case 'thousands':
      return text.replace(DOUBTFUL, '$1$2$3');
    case 'decimal':
      return text.replace(DOUBTFUL, '$1.$2$3');
    case 'english':
      return text.replace(ENGLISH, (_, before: string, whole: string, fraction = '', after = '') =>
        [before, whole.replaceAll(',', ''), fraction, after].join(''),
      );
    case 'unknown':
      return text;
  }
}

/** Whether saying what the point is answers the doubt about a cell. */
export const isAboutPoint = (text: string): boolean => DOUBTFUL.test(text.trim());

/** What a lone point or comma is in the whole file, asked on its first example. */
export function pointQuestion(cell: string, line: number, column: string): ImportQuestion {
  const text = cell.trim();
  const thousands = text.replace(DOUBTFUL, '$1\u202f$2$3');
  const decimal = text.replace(DOUBTFUL, '$1,$2$3');
  return {
    code: 'ambiguous_number',
    message: sentence`Ligne ${String(line)}, colonne ${quote(column)} : ${quote(text)} vaut ${decimal} ou ${thousands} ?`,
    choices: [
      sentence`${decimal} (le signe sépare les décimales)`,
      sentence`${thousands} (le signe sépare les milliers)`,
    ],
    answer: { name: 'point', values: ['decimal', 'thousands'] },
  };
}
