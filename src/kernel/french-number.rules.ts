import type { Qualifier, Quantity, RateResult, NotComputableReason, Wording } from './figure.types.js';

/** Between the thousands of a number: never breaks, narrow. */
export const NARROW_SPACE = '\u202f';
/** Between a number and its unit: never breaks. */
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS_SIGN = '\u2212';

/** `strip` drops useless zeros, `keep` writes every decimal, `money` writes all decimals or none (12,50 €, 12 €). */
export type Zeros = 'strip' | 'keep' | 'money';

const PREFIXES: Record<Qualifier, string | null> = {
  exact: null,
  more_than: 'plus de',
  at_least: 'au moins',
  nearly: 'près de',
  about: 'environ',
  less_than: 'moins de',
  up_to: 'jusqu’à',
  between: 'entre',
};

const REASONS: Record<NotComputableReason, string> = {
  no_value: 'pas encore de valeur',
  zero_denominator: 'sans objet',
  small_base: 'base trop faible',
  no_target: 'pas de cible définie',
  unbounded: 'indéterminé',
  sign_change: 'non comparable',
};

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);

/** Writes an integer of the smallest unit: `formatNumber(123450, 2)` is « 1 234,5 ». Throws RangeError on NaN and the like. */
export function formatNumber(value: number, decimals = 0, zeros: Zeros = 'strip'): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact amount: ${value}`);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  let fraction = digits.slice(digits.length - decimals);
  if (zeros === 'strip') fraction = fraction.replace(/0+$/, '');
  if (zeros === 'money' && /^0*$/.test(fraction)) fraction = '';
  return `${value < 0 ? MINUS_SIGN : ''}${group(whole)}${fraction === '' ? '' : `,${fraction}`}`;
}

/** The same with a plus sign before positive values: a variation says its direction. */
export function formatSigned(value: number, decimals = 0, zeros: Zeros = 'strip'): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, decimals, zeros)}`;
}

/**
 * From one million on, a round number takes words: « 1,3 million », « 2 millions », « 1,5 milliard ».
 * Null when the value is smaller or not round: it is then written in full, because rounding would be a lie.
 */
export function formatLargeNumber(value: number, decimals: number): string | null {
  const unit = 10 ** decimals;
  for (const [size, word] of [
    [1_000_000_000, 'milliard'],
    [1_000_000, 'million'],
  ] as const) {
    if (Math.abs(value) < size * unit) continue;
    const tenth = (size / 10) * unit;
    if (value % tenth !== 0) return null;
    const tenths = value / tenth;
    return `${formatNumber(tenths, 1)}${NO_BREAK_SPACE}${word}${Math.abs(tenths) < 20 ? '' : 's'}`;
  }
  return null;
}

/** « 45 % »: percent points, already multiplied by 10 to the power of `decimals`. */
export function formatPercent(points: number, decimals = 0): string {
  return withSymbol(formatNumber(points, decimals), '%');
}

/** « plus de », « près de »…; null when the value is exact. */
export const qualifierPrefix = (qualifier: Qualifier): string | null => PREFIXES[qualifier];

/** French plural: singular below 2, whatever the decimals (0 visiteur, 1,9 million). */
export function pluralCategory(value: number, decimals = 0): 'one' | 'other' {
  return Math.abs(value) < 2 * 10 ** decimals ? 'one' : 'other';
}

/** Glues a symbol to a number with a no-break space; « /5 » and the like stay against it. */
export function withSymbol(number: string, symbol: string | null): string {
  if (symbol === null || symbol === '') return number;
  return /^[/°]/.test(symbol) ? `${number}${symbol}` : `${number}${NO_BREAK_SPACE}${symbol}`;
}

export type NumberWording = Pick<Wording, 'decimals' | 'symbol' | 'signed'>;

export interface FormattedQuantity {
  /** « plus de », or null when exact. */
  qualifier: string | null;
  /** « 13 000 », « 45 % », « 200 et 250 », « 1,3 million ». */
  number: string;
  /** Both, as in a sentence: « plus de 13 000 ». */
  text: string;
  /** The number ends in « million(s) »: what is counted follows with « de » or « d’ ». */
  large: boolean;
}

/**
 * Writes a quantity with its qualifier and symbol, without what it counts. Cents beyond 1 000 € only on demand; so are
 * all the digits of « 2 millions ».
 */
export function formatQuantity(
  quantity: Quantity,
  wording: NumberWording,
  options: { cents?: boolean; digits?: boolean } = {},
): FormattedQuantity {
  const { decimals, symbol, signed } = wording;
  const values = quantity.valueMax === null ? [quantity.value] : [quantity.value, quantity.valueMax];
  const sign = (value: number, written: string): string => (signed && value > 0 ? `+${written}` : written);
  const qualifier = PREFIXES[quantity.qualifier];
  const words = values.map((value) => formatLargeNumber(value, decimals));
  const isWordy = options.digits !== true && (symbol === null || symbol === '€');
  const large = isWordy && words.every((word) => word !== null);
  let number: string;
  if (large) {
    number = values.map((value, index) => sign(value, String(words[index]))).join(' et ');
    if (symbol === '€') number += ' d’euros';
  } else {
    const rounded = symbol === '€' && quantity.qualifier === 'exact' && options.cents !== true;
    const zeros = symbol === '€' ? 'money' : 'strip';
    const written = values.map((value) => {
      const shown = rounded ? withoutCents(value, decimals) : value;
      return sign(value, formatNumber(shown, decimals, zeros));
    });
    number = withSymbol(written.join(' et '), symbol);
  }
  return {
    qualifier,
    number,
    text: qualifier === null ? number : `${qualifier} ${number}`,
    large: large && symbol === null,
  };
}

/** From 1 000 € an exact amount is read in whole euros; a qualified one keeps its bound, which rounding would falsify. */
function withoutCents(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  if (Math.abs(value) < 1000 * unit) return value;
  const rest = Math.abs(value) % unit;
  const rounded = Math.abs(value) - rest + (rest * 2 >= unit ? unit : 0);
  return Number.isSafeInteger(rounded) ? Math.sign(value) * rounded : value;
}

/** Words a rate: « 118 % », « au moins 108 % », « près de +25 % », « entre −3 et +3 % », or the reason why there is none. */
export function formatRate(rate: RateResult, options: { signed?: boolean } = {}): string {
  if (rate.kind === 'not_computable') return REASONS[rate.reason];
  const signed = options.signed === true;
  const bare = (points: number, decimals = 0): string => {
    const scaled = Math.round(points * 10 ** decimals);
    return signed ? formatSigned(scaled, decimals) : formatNumber(scaled, decimals);
  };
  const write = (points: number, decimals = 0): string => withSymbol(bare(points, decimals), '%');
  const { value, lower, upper, qualifier } = rate;
  if (qualifier === 'exact') return write(value, 1);
  if (qualifier === 'between' && lower !== null && upper !== null) {
    return `entre ${bare(lower)} et ${write(upper)}`;
  }
  if ((qualifier === 'at_least' || qualifier === 'more_than') && lower !== null) {
    return signed && lower < 0
      ? `baisse d’au plus ${formatPercent(-lower)}, ou hausse`
      : `${PREFIXES[qualifier]} ${write(lower)}`;
  }
  if ((qualifier === 'up_to' || qualifier === 'less_than') && upper !== null) {
    if (!signed) return `${PREFIXES[qualifier]} ${write(upper)}`;
    // « jusqu’à −50 % » would read as a fall of 50 points at most, the contrary of what is known.
    return upper < 0 ? `baisse d’au moins ${formatPercent(-upper)}` : `au plus ${write(upper)}`;
  }
  if (qualifier === 'nearly' && upper !== null) return `près de ${write(upper)}`;
  // A tenth of a point would claim a precision that the amounts do not have, except where it is all there is.
  return `environ ${write(value, Math.abs(value) < 10 ? 1 : 0)}`;
}
