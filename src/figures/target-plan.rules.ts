import { compareText } from '../kernel/compare-text.rules.js';
import { addDays, dateParts } from '../kernel/calendar.rules.js';
import { doubledValue, sumAmounts } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { countWords, joinList } from '../kernel/french-text.rules.js';
import { covers, daysInMonth } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { timeOperator } from './aggregation.rules.js';
import type { BaselineRule, FiguresInput, IndicatorRule, TargetRule } from './figure-input.types.js';

/**
 * How an indicator moves towards its target: a flow adds up from zero, a state goes from where it stood, a level (a
 * rate, a mean, unique people) is the same all along.
 */
export type Course = 'flow' | 'state' | 'level';

/** What is aimed at over an exercice, and the way there. */
export interface TargetPlan {
  /** In the end. */
  amount: Amount;
  /** One target, or several that follow each other without a gap. */
  pieces: readonly TargetRule[];
  course: Course;
  baseline: Amount | null;
  /** The target is not to be passed: « jusqu’à 5 000 € », or any target where less is better. */
  ceiling: boolean;
  /** The way goes down from the baseline to the target. */
  falling: boolean;
  /** Where the way starts; null when the target holds from the first day, as for rates and ceilings. */
  origin: number | null;
}

const COURSES = { sum: 'flow', last: 'state', max: 'level', mean: 'level', none: 'level' } as const;
const isFixedCeiling = ({ qualifier }: Amount): boolean => qualifier === 'up_to' || qualifier === 'less_than';

/**
 * The target of an indicator, overall or of one campaign, with the way to it; null without any. A target over the whole
 * exercice comes first, then those that tile it, then the one that holds what was counted: that of a half-year says
 * nothing of the whole year. Context is not a result of the programme: it has no target.
 */
export function planOf(
  indicator: IndicatorRule,
  campaign: string | null,
  countedUntil: readonly IsoDate[],
  { period, targets, baselines }: Pick<FiguresInput, 'period' | 'targets' | 'baselines'>,
): TargetPlan | null {
  if (indicator.nature === 'context') return null;
  const course = COURSES[timeOperator(indicator)];
  const own = targets.filter(
    (target) =>
      target.indicator === indicator.code &&
      target.campaign === campaign &&
      covers(period, { start: target.periodStart, end: target.periodEnd }),
  );
  const pieces = wholeOf(own, period, course) ?? holderOf(own, countedUntil, course);
  const last = pieces.at(-1);
  const amount = course === 'flow' ? sumAmounts(pieces.map((piece) => piece.amount)) : (last?.amount ?? null);
  if (last === undefined || amount === null) return null;
  const baseline = baselineOf(baselines, indicator.code, campaign, last.periodEnd);
  return { amount, pieces, course, baseline, ...waysOf({ amount, course, baseline }, indicator) };
}

/** One target over the whole exercice or, for what adds up or lasts, those that tile it: four quarters make a year. */
function wholeOf(
  targets: readonly TargetRule[],
  period: ClosedPeriod,
  course: Course,
): readonly TargetRule[] | null {
  const whole = targets.find(
    ({ periodStart, periodEnd }) => periodStart === period.start && periodEnd === period.end,
  );
  if (whole !== undefined) return [whole];
  return course === 'level' ? null : tiling(targets, period);
}

/** Targets that follow each other from the first day to the last, the fewest first; null when days are missing. */
function tiling(targets: readonly TargetRule[], { start, end }: ClosedPeriod): TargetRule[] | null {
  // From the last day backwards, what each target leads to is known before it is looked at.
  const chains = new Map<IsoDate, TargetRule[]>();
  const latestFirst = targets.toSorted((one, other) => compareText(other.periodStart, one.periodStart));
  for (const target of latestFirst) {
    const rest = target.periodEnd === end ? [] : chains.get(addDays(target.periodEnd, 1));
    if (rest === undefined) continue;
    const known = chains.get(target.periodStart);
    if (known === undefined || rest.length + 1 < known.length)
      chains.set(target.periodStart, [target, ...rest]);
  }
  return chains.get(start) ?? null;
}

/** Of the targets that hold what was counted, the last to end, then the longest. */
function holderOf(
  targets: readonly TargetRule[],
  countedUntil: readonly IsoDate[],
  course: Course,
): TargetRule[] {
  return targets
    .filter(({ periodStart, periodEnd }) =>
      countedUntil.every((end) => end <= periodEnd && (course === 'state' || end >= periodStart)),
    )
    .toSorted((one, other) =>
      one.periodEnd === other.periodEnd
        ? compareText(one.periodStart, other.periodStart)
        : compareText(other.periodEnd, one.periodEnd),
    )
    .slice(0, 1);
}

/** Where things stood last before the target’s end. */
function baselineOf(
  baselines: readonly BaselineRule[],
  indicator: string,
  campaign: string | null,
  end: IsoDate,
): Amount | null {
  const [latest] = baselines
    .filter((one) => one.indicator === indicator && one.campaign === campaign && one.periodEnd <= end)
    .toSorted((one, other) => compareText(other.periodEnd, one.periodEnd));
  return latest?.amount ?? null;
}

function waysOf(
  { amount, course, baseline }: Pick<TargetPlan, 'amount' | 'course' | 'baseline'>,
  { direction }: IndicatorRule,
): Pick<TargetPlan, 'ceiling' | 'falling' | 'origin'> {
  const startsAbove = baseline !== null && doubledValue(baseline) > doubledValue(amount);
  const lessIsBetter = direction === 'down' || isFixedCeiling(amount);
  const falling = course !== 'flow' && startsAbove && (lessIsBetter || direction === 'neutral');
  const ceiling = lessIsBetter && !falling;
  if (course === 'flow') return { ceiling, falling, origin: ceiling ? null : 0 };
  if (ceiling) return { ceiling, falling, origin: null };
  return { ceiling, falling, origin: baseline?.value ?? (course === 'state' ? 0 : null) };
}

/** « somme des cibles trimestrielles »: what several targets make together; null for one. */
export function planNote({ pieces, course }: Pick<TargetPlan, 'pieces' | 'course'>): string | null {
  if (pieces.length < 2) return null;
  const lengths = new Set(pieces.map(monthsOf));
  const [length] = lengths;
  const kind = lengths.size === 1 && length !== undefined ? KINDS.get(length) : undefined;
  const words = kind === undefined ? `${countWords(pieces.length, 'feminine')} cibles` : `cibles ${kind}`;
  if (course === 'flow') return kind === undefined ? `somme de ${words}` : `somme des ${words}`;
  return kind === undefined ? `dernière de ${words}` : `dernière des ${words}`;
}

/** Each thing said once: who decided the pieces, in which sessions. */
export const saidOf = (plan: TargetPlan, member: 'decidedBy' | 'decidedIn'): string | null => {
  const said = [...new Set(plan.pieces.flatMap((piece) => piece[member] ?? []))];
  return said.length === 0 ? null : joinList(said);
};

const KINDS: ReadonlyMap<number, string> = new Map([
  [1, 'mensuelles'],
  [3, 'trimestrielles'],
  [6, 'semestrielles'],
]);

/** Whole months that a target lasts; 0 when it does not begin and end with one. */
function monthsOf({ periodStart, periodEnd }: TargetRule): number {
  const [start, end] = [dateParts(periodStart), dateParts(periodEnd)];
  if (start.day !== 1 || end.day !== daysInMonth(end.year, end.month)) return 0;
  return (end.year - start.year) * 12 + end.month - start.month + 1;
}
