import fc from 'fast-check';
import { checkQuantity } from '../../src/kernel/figure.rules.js';
import { ABSENCES, MARKINGS, QUALIFIERS, type Quantity } from '../../src/kernel/figure.types.js';
import { textDefect } from '../../src/kernel/kept-text.rules.js';
import { PRECISIONS } from '../../src/kernel/period.types.js';
import { MEASUREMENT_STATUSES, type MeasurementContent } from '../../src/measurements/measurement.types.js';
import { FORMULAS } from './formulas.js';

/** The same data sets in every run: a failure is found again. */
export const SEED = 46;

/** Whether the software keeps a text as it is. */
const isKept = (text: string): boolean =>
  textDefect(text) === null && text.length > 0 && text.length <= 2_000;

/** What people type, and what breaks files: formulas, separators, quotes, line ends, blanks, other scripts. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(...FORMULAS),
    fc
      .array(
        fc.constantFrom(
          ';',
          '"',
          "'",
          '\n',
          '\r',
          '\r\n',
          '\t',
          ' ',
          '\u00a0',
          '\u202f',
          '\ufeff',
          '\u2028',
          '=',
          '-',
          '@',
          '5',
          'é',
          '漢',
          '👩‍🚒',
          '_x000D_',
          '\ufffe',
          '&<',
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  )
  .filter(isKept);
export const kept = fc.option(text, { nil: null });

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3_000_000, max: 3_000_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER) },
);

export const quantity: fc.Arbitrary<Quantity> = fc
  .record({
    value: amount,
    more: fc.integer({ min: 1, max: 5_000 }),
    qualifier: fc.constantFrom(...QUALIFIERS),
  })
  .map(({ value, more, qualifier }) => ({
    value,
    valueMax: qualifier === 'between' ? value + more : null,
    qualifier,
  }))
  .filter((one) => Math.abs(one.valueMax ?? 0) <= Number.MAX_SAFE_INTEGER && checkQuantity(one).length === 0);

/** Everything that a version may say, whatever its status. */
export const said: fc.Arbitrary<MeasurementContent> = fc
  .record({
    amount: fc.option(quantity, { nil: null, freq: 6 }),
    absence: fc.constantFrom(...ABSENCES),
    status: fc.constantFrom(...MEASUREMENT_STATUSES),
    marking: fc.constantFrom(...MARKINGS),
    precision: fc.constantFrom(...PRECISIONS),
    source: kept,
    note: kept,
    internalNote: kept,
  })
  .map(({ amount: given, absence, ...rest }) => ({
    value: given?.value ?? null,
    valueMax: given?.valueMax ?? null,
    qualifier: given?.qualifier ?? null,
    absence: given === null ? absence : null,
    ...rest,
  }));
