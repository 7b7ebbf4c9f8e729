import type { Absence, Qualifier, Quantity, Wording } from '../../kernel/figure.types.js';
import { checkQuantity } from '../../kernel/figure.rules.js';
import { absenceText, figureText } from '../../kernel/figure-text.rules.js';
import { readFrenchNumber } from '../../kernel/french-number-reader.rules.js';
import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import { TYPED_ABSENCES, typedQuantity } from '../../kernel/typed-number.rules.js';

/** A value, or why there is none. */
export interface CellAmount {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  absence: Absence | null;
}

export type CellReading =
  | { kind: 'amount'; amount: CellAmount }
  | { kind: 'empty' }
  | { kind: 'refused'; code: string; message: string };

/** Reads a cell as people fill it. It never guesses: what may be read in two ways is asked. */
export function readCell(typed: string, scale: Pick<Wording, 'decimals' | 'symbol' | 'signed'>): CellReading {
  const reading = readFrenchNumber(typed, { decimals: scale.decimals, symbol: scale.symbol });
  switch (reading.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'absence':
      return {
        kind: 'amount',
        amount: { value: null, valueMax: null, qualifier: null, absence: reading.absence },
      };
    case 'question':
      return { kind: 'refused', code: 'ambiguous_number', message: reading.message };
    case 'refused':
      return reading;
    case 'quantity': {
      const [wrong] = checkQuantity(reading.quantity, { signed: scale.signed });
      return wrong === undefined
        ? { kind: 'amount', amount: { ...reading.quantity, absence: null } }
        : { kind: 'refused', code: wrong.code, message: wrong.message };
    }
  }
}

/** The quantity of a version; null for an absence. */
export const quantityOfCell = ({ value, valueMax, qualifier }: CellAmount): Quantity | null =>
  value === null || qualifier === null ? null : { value, valueMax, qualifier };

/** What a cell shows of an amount: it can be read again. */
export function typedAmount(
  amount: CellAmount,
  scale: Pick<Wording, 'decimals' | 'symbol' | 'signed'>,
): string {
  const quantity = quantityOfCell(amount);
  if (quantity !== null) return typedQuantity(quantity, scale);
  return amount.absence === null ? '' : TYPED_ABSENCES[amount.absence];
}

/** The same in words, so that who typed « 13k+ » sees what will count: « Plus de 13 000 vues ». */
export function amountWords(amount: CellAmount, wording: Wording): string {
  const quantity = quantityOfCell(amount);
  if (quantity !== null) return capitalise(typographic(figureText(quantity, wording)));
  return amount.absence === null ? '' : capitalise(absenceText(amount.absence));
}

export const sameAmount = (one: CellAmount, other: CellAmount): boolean =>
  one.value === other.value &&
  one.valueMax === other.valueMax &&
  one.qualifier === other.qualifier &&
  one.absence === other.absence;

/** The same after a colon: « plus de 13 000 vues », « non communiqué ». */
export const amountInSentence = (amount: CellAmount, wording: Wording): string =>
  amountWords(amount, wording).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
