import { sentence } from './french-text.rules.js';

/** Why a text is no value: a code of the documentation and a French sentence naming what was found and what to write. */
export interface ReadingRefusal {
  kind: 'refused';
  code: string;
  message: string;
}

export type DecimalReading = { kind: 'value'; value: number } | ReadingRefusal;

const LONGEST_QUOTE = 40;
/** Most values that are written as texts. */
const PLAIN_COUNT = /^(?:0|[1-9]\d{0,14})$/;

/** What was found, as messages quote it: never longer than a line, never with control characters. */
export function quote(found: string): string {
  const visible = found.replace(/\p{C}/gu, ' ').trim();
  const characters = [...visible];
  const shown =
    characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : visible;
  return `«\u00a0${shown}\u00a0»`;
}

export const refuse = (code: string, message: string): ReadingRefusal => ({ kind: 'refused', code, message });

/** Plain digits of a number: `-1234.5` is negative, `1234`, `5`. `power` multiplies by a power of ten. */
export interface PlainDigits {
  negative: boolean;
  whole: string;
  fraction: string;
  power?: number;
}

/** Digits as an integer of the smallest unit, exactly: what the unit cannot hold is refused, never rounded. */
export function scaleDigits(digits: PlainDigits, decimals: number, found: string): DecimalReading {
  const fraction = digits.fraction.replace(/0+$/, '');
  const shift = decimals + (digits.power ?? 0) - fraction.length;
  if (shift < 0) {
    const allowed =
      decimals === 0
        ? 'un nombre entier'
        : `${decimals} chiffre${decimals > 1 ? 's' : ''} après la virgule au plus`;
    return refuse(
      'too_many_decimals',
      sentence`${quote(found)} a trop de décimales pour cette unité : écrivez ${allowed}.`,
    );
  }
  const magnitude = Number(`${digits.whole}${fraction}${'0'.repeat(shift)}`);
  if (!Number.isSafeInteger(magnitude)) {
    return refuse(
      'value_out_of_range',
      `${quote(found)} dépasse les nombres que le logiciel peut tenir exactement.`,
    );
  }
  return { kind: 'value', value: digits.negative ? 0 - magnitude : magnitude };
}

/**
 * Reads the value of a JSON document: a number, or a decimal string with a point (« 1234.5 », « -12 »), as an integer
 * of the smallest unit. A JSON number goes through its shortest decimal text, so 0.1 + 0.2 is refused and not rounded.
 */
export function readDecimalString(given: string | number, decimals: number): DecimalReading {
  const count = typeof given === 'number' || PLAIN_COUNT.test(given) ? Number(given) : Number.NaN;
  const whole = Number.isSafeInteger(count) ? count * 10 ** decimals : Number.NaN;
  // Exact, for it is one; 0 is added because -0 is 0.
  if (Number.isSafeInteger(whole)) return { kind: 'value', value: whole + 0 };
  const text = String(given);
  if (typeof given === 'number' && !Number.isFinite(given)) {
    return refuse('not_a_number', `${quote(text)} n’est pas un nombre.`);
  }
  if (typeof given === 'number' && /e/.test(text)) {
    return /e-/.test(text)
      ? refuse('too_many_decimals', `${quote(text)} a trop de décimales pour cette unité.`)
      : refuse(
          'value_out_of_range',
          `${quote(text)} dépasse les nombres que le logiciel peut tenir exactement.`,
        );
  }
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null) {
    return refuse(
      'not_a_number',
      sentence`${quote(text)} n’est pas un nombre : écrivez des chiffres, avec un point pour les décimales, comme 1234.5 ou -12.`,
    );
  }
  return scaleDigits(
    { negative: match[1] === '-', whole: String(match[2]), fraction: match[3] ?? '' },
    decimals,
    text,
  );
}

/** Writes an integer of the smallest unit back as `readDecimalString` reads it: `12.5` for 1250 with two decimals. */
export function decimalString(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const fraction = digits.slice(cut).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`;
}
