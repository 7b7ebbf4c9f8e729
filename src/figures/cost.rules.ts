import type { CostKind } from '../indicators/indicator.types.js';
import { doubledValue, sumAmounts } from '../kernel/figure.rules.js';
import type { Amount, Interval, Qualifier } from '../kernel/figure.types.js';
import { formatQuantity, formatRate, qualifierPrefix } from '../kernel/french-number.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import { boundOf, ceilDivide, floorDivide, roundDivide } from '../kernel/integer-division.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { Nature } from '../indicators/indicator.types.js';
import { isMoney } from './chart-parts.rules.js';
import type { CostPerResult, CostsView, Expense, NoCostReason } from './figure-cost.types.js';
import type { Figure } from './figures.types.js';

/** Printed under every cost of a result: the people who made it are not in it. */
export const COST_FOOTNOTE = 'Coût complet hors temps agent.';

/** The same of the whole programme, whose money brought its other results too. */
export const PROGRAMME_COST_FOOTNOTE = sentence`Coût complet hors temps agent ; toutes les dépenses de l’année, rapportées à ce seul résultat.`;

export const footnoteOf = ({ campaign }: Pick<Figure, 'campaign'>): string =>
  campaign === null ? PROGRAMME_COST_FOOTNOTE : COST_FOOTNOTE;

/** What a campaign brings and its spending can be shared between: a state or an average is no quantity of its own. */
const SHAREABLE: ReadonlySet<Nature> = new Set(['flow', 'attendance', 'snapshot']);

/** Money promised and money paid among figures of one scope; null when neither is known. */
export function costsOf(figures: readonly Figure[]): CostsView | null {
  const [committed, spent] = [expenseOf('committed', figures), expenseOf('spent', figures)];
  if (committed === null && spent === null) return null;
  return { committed, spent, share: shareOf(spent, committed) };
}

function expenseOf(kind: CostKind, figures: readonly Figure[]): Expense | null {
  const known = figures.filter(({ indicator }) => indicator.costKind === kind);
  const [first] = known;
  const amount = sumAmounts(known.flatMap((figure) => figure.amount ?? []));
  const decimals = first?.indicator.wording.decimals ?? 0;
  // Two units of money that differ in their cents are not one.
  if (!amount || known.some(({ indicator }) => indicator.wording.decimals !== decimals)) return null;
  const isPartial = known.some(({ amount: one, partial }) => one === null || partial !== null);
  return { amount, decimals, text: formatQuantity(amount, euros(decimals)).text, isPartial };
}

function shareOf(spent: Expense | null, committed: Expense | null): CostsView['share'] {
  if (spent === null || committed === null || spent.decimals !== committed.decimals) return null;
  if (spent.isPartial || committed.isPartial) return null;
  const rate = rateOf(spent.amount, committed.amount);
  return { rate, text: formatRate(rate) };
}

/** Figures of one campaign, its key results with what one of each cost. Without spending they stay as they are. */
export function withCosts(figures: readonly Figure[]): Figure[] {
  const spent = expenseOf('spent', figures);
  if (spent === null) return [...figures];
  return figures.map((figure) =>
    isResult(figure) ? { ...figure, costPerResult: costPerResult(spent, figure) } : figure,
  );
}

/**
 * Figures of the whole programme, its key results with what one of each cost, when all that was spent is known: nothing is
 * partial, and every operation with a result has its spending, unless it was given for all of them at once.
 */
export function withProgrammeCosts(
  figures: readonly Figure[],
  byCampaign: ReadonlyMap<string, readonly Figure[]>,
): Figure[] {
  const known = figures.filter(({ indicator, amount }) => indicator.costKind === 'spent' && amount !== null);
  const paid = new Set(known.flatMap(({ campaigns }) => campaigns.map(({ code }) => code)));
  const isWhole =
    paid.size === 0 || [...byCampaign].every(([code, own]) => paid.has(code) || !own.some(isResult));
  const isPartial = expenseOf('spent', figures)?.isPartial === true;
  return isWhole && !isPartial ? withCosts(figures) : [...figures];
}

const isResult = (figure: Figure): boolean =>
  figure.indicator.keyFigure &&
  figure.subsetOf === null &&
  figure.amount !== null &&
  SHAREABLE.has(figure.indicator.nature) &&
  !isMoney(figure);

function costPerResult(spent: Expense, { amount, partial, indicator }: Figure): CostPerResult {
  if (amount === null || amount.interval.upper === 0) return not('zero_result', 'sans objet');
  if (partial !== null || spent.isPartial) return not('partial', 'indéterminé, total partiel');
  const cost = quotient(spent.amount, amount, indicator.wording.decimals);
  if (cost === null) return not('undetermined', 'indéterminé');
  const text = `${costText(cost, spent.decimals)} par ${indicator.wording.labelOne}`;
  return { kind: 'cost', amount: cost, decimals: spent.decimals, text };
}

const not = (reason: NoCostReason, text: string): CostPerResult => ({ kind: 'not_computable', reason, text });

/** Spending over a result, exactly: bounds go outward to the cent. Null when nothing is certain of it. */
export function quotient(spent: Amount, result: Amount, resultDecimals: number): Amount | null {
  const base = doubledValue(result);
  if (base <= 0n || doubledValue(spent) < 0n) return null;
  const unit = 10n ** BigInt(resultDecimals);
  const [fewest, most] = [Math.max(0, result.interval.lower ?? 0), result.interval.upper];
  const over = (money: number, units: number, divide: typeof floorDivide): number | null =>
    boundOf(divide(BigInt(money) * unit, BigInt(units)));
  const least = Math.max(0, spent.interval.lower ?? 0);
  const { upper } = spent.interval;
  const interval: Interval = {
    lower: most === null ? 0 : over(least, most, floorDivide),
    lowerOpen: false,
    upper: upper === null || fewest === 0 ? null : over(upper, fewest, ceilDivide),
    upperOpen: false,
  };
  if (interval.upper === null && !interval.lower) return null;
  const qualifier = qualifierOf(spent, result, interval);
  if (qualifier === 'at_least')
    return { value: interval.lower as number, valueMax: null, qualifier, interval };
  if (qualifier === 'up_to') return { value: interval.upper as number, valueMax: null, qualifier, interval };
  // Below the upper bound, which a number holds.
  const value = Number(roundDivide(doubledValue(spent) * unit, base));
  return { value, valueMax: null, qualifier, interval };
}

function qualifierOf(spent: Amount, result: Amount, { lower, upper }: Interval): Qualifier {
  if (upper === null) return 'at_least';
  if (!lower) return spent.value === 0 ? 'exact' : 'up_to';
  return spent.qualifier === 'exact' && result.qualifier === 'exact' ? 'exact' : 'about';
}

/** « 26,67 € », « au plus 27 € », « environ 26,67 € »: a bound goes outward to whole euros from ten on. */
function costText(cost: Amount, decimals: number): string {
  const { value, qualifier } = cost;
  const wording = euros(decimals);
  const exact = (shown: number): string =>
    formatQuantity({ value: shown, valueMax: null, qualifier: 'exact' }, wording).number;
  if (qualifier === 'up_to') return `au plus ${exact(wholeEuros(value, decimals, ceilDivide))}`;
  if (qualifier === 'at_least') return `au moins ${exact(wholeEuros(value, decimals, floorDivide))}`;
  const prefix = qualifierPrefix(qualifier);
  return prefix === null ? exact(value) : `${prefix} ${exact(wholeEuros(value, decimals, roundDivide))}`;
}

function wholeEuros(value: number, decimals: number, divide: typeof floorDivide): number {
  const unit = 10n ** BigInt(decimals);
  const whole = divide(BigInt(value), unit) * unit;
  return Math.abs(value) < 10 * Number(unit) ? value : (boundOf(whole) ?? value);
}

const euros = (decimals: number) => ({ decimals, symbol: '€', signed: false });
