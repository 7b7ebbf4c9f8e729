import type { Quantity, Wording } from '../../kernel/figure.types.js';
import { formatQuantity } from '../../kernel/french-number.rules.js';
import { capitalise } from '../../kernel/french-text.rules.js';

/** « plus de 13 000 », with all its digits: what is to be checked is never abbreviated. */
export const amountWords = (quantity: Quantity, wording: Wording): string =>
  formatQuantity(quantity, wording, { digits: true, cents: true }).text;

/** The same where a sentence begins. */
export const amountFirst = (quantity: Quantity, wording: Wording): string =>
  capitalise(amountWords(quantity, wording));

/** One number in the indicator's unit. */
export const numberWords = (value: number, wording: Wording): string =>
  amountWords({ value, valueMax: null, qualifier: 'exact' }, wording);

/** What a quantity says for certain as one text: a confirmation holds while it is the same. */
export const saidText = ({ value, valueMax, qualifier }: Quantity): string =>
  `${qualifier} ${value}${valueMax === null ? '' : ` ${valueMax}`}`;
