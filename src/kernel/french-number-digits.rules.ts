import { quote, refuse, scaleDigits, type ReadingRefusal } from './decimal-string.rules.js';
import { sentence } from './french-text.rules.js';

export interface DigitOptions {
  negative: boolean;
  decimals: number;
  /** The source is known to write decimals with a point, so « 130.000 » is 130. */
  pointIsDecimal: boolean;
  /** Power of ten of an abbreviation: 3 for « 13k ». */
  power: number;
}

/** Every value that the digits can stand for; several cuts make it ambiguous even if one alone is writable. */
export type DigitsReading = { kind: 'values'; values: number[]; ambiguous: boolean } | ReadingRefusal;

type Split = readonly [whole: string, fraction: string];

/** How a chain of digits and separators can be cut into a whole and a fraction; none when its grouping is wrong. */
function splits(text: string, pointIsDecimal: boolean): readonly Split[] {
  const bare = (digits: string): string => digits.replace(/\D/g, '');
  // 13000 · 1 234 567 · 130'000 · 1 234,5
  const plain = /^(\d+|\d{1,3}(?:([ '])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  if (plain !== null) {
    const [, , grouping, mark, fraction = ''] = plain;
    const whole = String(plain[1]);
    const decimal: Split = [bare(whole), fraction];
    if (mark === undefined || fraction.length !== 3 || whole.startsWith('0')) return [decimal];
    if (mark === '.' && pointIsDecimal) return [decimal];
    // 130.000 and 12,345 have two readings; after a space between thousands, the comma has one and the point two.
    if (grouping === undefined ? whole.length > 3 : mark === ',') return [decimal];
    return [[bare(whole) + fraction, ''], decimal];
  }
  // 1.234.567 · 1,234,567: two groups or more leave no doubt.
  if (/^\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/.test(text)) return [[bare(text), '']];
  // 1.234,56 · 1,234.56
  const mixed = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text);
  return mixed === null ? [] : [[bare(String(mixed[1])), String(mixed[2])]];
}

/** Reads digits with their separators, which begin and end with a digit. Nothing is guessed, nothing rounded. */
export function readDigits(text: string, options: DigitOptions, found: string): DigitsReading {
  const cuts = splits(text, options.pointIsDecimal);
  if (cuts.length === 0) {
    return refuse(
      'bad_grouping',
      sentence`${quote(found)} est mal groupé : les espaces séparent trois chiffres, comme 12 345 ou 1 234,5.`,
    );
  }
  if (cuts.some(([whole]) => /^0\d/.test(whole))) {
    return refuse(
      'leading_zero',
      sentence`${quote(found)} commence par un zéro, comme un code ou un téléphone : écrivez le nombre sans lui.`,
    );
  }
  const { negative, power } = options;
  const readings = cuts.map(([whole, fraction]) =>
    scaleDigits({ negative, whole, fraction, power }, options.decimals, found),
  );
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  const refusal = readings.find((reading) => reading.kind === 'refused');
  if (values.length === 0 && refusal !== undefined) return refusal;
  return { kind: 'values', values, ambiguous: cuts.length > 1 };
}
