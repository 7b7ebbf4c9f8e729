import type { Quantity } from '../../kernel/figure.types.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { countWords, sentence } from '../../kernel/french-text.rules.js';
import { amountFirst, numberWords } from './amount-words.rules.js';
import type { CheckedIndicator, Doubt, SaidFigure, Surroundings } from './checks.types.js';
import { pastOf, sameSeason } from './past-values.rules.js';
import { restartsBetween } from './running-total.rules.js';
import { sideOf, usualRange, type UsualRange } from './usual-range.rules.js';

type Side = 'above' | 'below';

const ASK = sentence`Une faute de frappe ? Corrigez, ou confirmez avec une explication.`;

/** The number that a quantity is compared by: the middle of « entre », else what it names. */
const nominal = ({ value, valueMax }: Quantity): number =>
  valueMax === null ? value : value + Math.floor((valueMax - value) / 2);

/** « plus de » says nothing against a large value, « moins de » nothing against a small one. */
function certainSide({ qualifier }: Quantity, side: Side): boolean {
  if (qualifier === 'more_than' || qualifier === 'at_least') return side === 'above';
  if (qualifier === 'less_than' || qualifier === 'up_to') return side === 'below';
  return true;
}

const valuesOf = (figures: readonly SaidFigure[]): number[] =>
  figures.flatMap(({ quantity }) => (quantity === null ? [] : [nominal(quantity)]));

/** Far from what the same slice usually says: a zero that never was, another unit, or simply unusual. */
export function unusualDoubts(
  figure: SaidFigure,
  indicator: CheckedIndicator,
  around: Surroundings,
): Doubt[] {
  const { quantity } = figure;
  if (quantity === null) return [];
  const past = pastOf(figure, around);
  if (indicator.nature === 'cumulative') return growthDoubts(figure, past, indicator);
  const unit = 10 ** indicator.wording.decimals;
  const values = valuesOf(past);
  const range = usualRange(values, unit);
  if (range === null) return [];
  const value = nominal(quantity);
  if (quantity.qualifier === 'exact' && value === 0)
    return values.some((other) => other <= 0) ? [] : [zeroDoubt(range, indicator)];
  const side = sideOf(value, range);
  if (side === 'within' || !certainSide(quantity, side)) return [];
  const season = usualRange(valuesOf(sameSeason(figure, past)), unit);
  // What comes back each year at the same season is usual.
  if (season !== null && sideOf(value, season) !== side) return [];
  return [unitDoubt(quantity, value, range, indicator) ?? unusualDoubt(quantity, value, range, indicator)];
}

/** A running total always grows: what it grew by is compared with what it usually grows by. */
function growthDoubts(figure: SaidFigure, past: readonly SaidFigure[], indicator: CheckedIndicator): Doubt[] {
  const { wording, restartsOn } = indicator;
  const steps = [...past, figure].flatMap((later, index, series) => {
    const earlier = series[index - 1];
    if (!earlier || restartsBetween(earlier.end, later.end, restartsOn)) return [null];
    const [before, after] = [exactValue(earlier), exactValue(later)];
    return [before === null || after === null ? null : after - before];
  });
  const growth = steps.at(-1) ?? null;
  const range = usualRange(
    steps.slice(0, -1).filter((step) => step !== null && step >= 0) as number[],
    10 ** wording.decimals,
  );
  if (growth === null || range === null || figure.quantity === null || sideOf(growth, range) !== 'above')
    return [];
  const words = `${differenceWords(growth, range.middle)} que d’habitude (${rangeWords(range, indicator)})`;
  const message = sentence`${amountFirst(figure.quantity, wording)} ajoute ${numberWords(growth, wording)} au cumul d’avant, ${words}. ${ASK}`;
  return [{ code: 'unusual', message }];
}

const exactValue = ({ quantity }: SaidFigure): number | null =>
  quantity?.qualifier === 'exact' ? quantity.value : null;

/** « 9 400 à 11 250 », « toujours 12 ». */
const rangeWords = ({ least, most }: UsualRange, { wording }: CheckedIndicator): string =>
  least === most
    ? `toujours ${numberWords(least, wording)}`
    : `${numberWords(least, { ...wording, symbol: null })} à ${numberWords(most, wording)}`;

function zeroDoubt(range: UsualRange, indicator: CheckedIndicator): Doubt {
  return {
    code: 'zero_unusual',
    message: sentence`Zéro, alors que ce chiffre ne l’a jamais été (${rangeWords(range, indicator)}). S’il n’est pas connu, écrivez « nc » ; si rien n’a été compté, confirmez avec une explication.`,
  };
}

const UNITS: readonly {
  factor: number;
  word: string;
  symbols: readonly string[] | null;
  ask: Record<Side, string>;
}[] = [
  {
    factor: 1_000,
    word: 'mille fois',
    symbols: null,
    ask: {
      above: 'A-t-il été multiplié par mille ? Écrivez-le dans son unité, ou confirmez avec une explication.',
      below: 'Est-il en milliers ? Écrivez-le en entier, ou confirmez avec une explication.',
    },
  },
  {
    factor: 100,
    word: 'cent fois',
    symbols: ['%'],
    ask: {
      above: 'Le pourcentage a-t-il été multiplié par cent ? Corrigez, ou confirmez avec une explication.',
      below: 'Est-ce une part de 1 au lieu d’un pourcentage ? Corrigez, ou confirmez avec une explication.',
    },
  },
  {
    factor: 100,
    word: 'cent fois',
    symbols: ['€'],
    ask: {
      above: 'Est-il en centimes ? Écrivez-le en euros, ou confirmez avec une explication.',
      below: 'Est-il en centaines d’euros ? Écrivez-le en euros, ou confirmez avec une explication.',
    },
  },
];

/** A value that would be usual in another unit. */
function unitDoubt(
  quantity: Quantity,
  value: number,
  range: UsualRange,
  indicator: CheckedIndicator,
): Doubt | null {
  const { wording } = indicator;
  // Around zero, any number divided enough would be usual.
  if (range.least <= 0) return null;
  const isUsual = (other: number): boolean =>
    other >= range.least - Math.abs(range.least) / 4 && other <= range.most + Math.abs(range.most) / 4;
  for (const { factor, word, symbols, ask } of UNITS) {
    if (symbols !== null && !symbols.includes(wording.symbol ?? '')) continue;
    const side: Side | null = isUsual(value / factor) ? 'above' : isUsual(value * factor) ? 'below' : null;
    if (side === null) continue;
    const more = side === 'above' ? 'plus' : 'moins';
    const message = sentence`${amountFirst(quantity, wording)} est environ ${word} ${more} que d’habitude (${rangeWords(range, indicator)}). ${ask[side]}`;
    return { code: 'wrong_unit', message };
  }
  return null;
}

function unusualDoubt(
  quantity: Quantity,
  value: number,
  range: UsualRange,
  indicator: CheckedIndicator,
): Doubt {
  const usual = rangeWords(range, indicator);
  const words = differenceWords(value, range.middle);
  const amount = amountFirst(quantity, indicator.wording);
  return { code: 'unusual', message: sentence`${amount} est ${words} que d’habitude (${usual}). ${ASK}` };
}

/** « dix fois plus », « trois fois moins », « bien plus ». */
export function differenceWords(value: number, middle: number): string {
  const more = value > middle ? 'plus' : 'moins';
  const [large, small] = value > middle ? [value, middle] : [middle, value];
  if (small <= 0) return `bien ${more}`;
  const times = Math.floor(large / small);
  if (times < 2) return `bien ${more}`;
  // Beyond what is said in letters, one digit is enough: « 300 fois plus ».
  const size = 10 ** Math.max(0, String(times).length - 1);
  const said = times <= 16 ? countWords(times, 'feminine') : formatNumber(Math.floor(times / size) * size);
  return `${said} fois ${more}`;
}
