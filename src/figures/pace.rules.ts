import { doubledValue } from '../kernel/figure.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import type { Assessment } from './figure-standing.types.js';
import type { TargetPlan } from './target-plan.rules.js';

/** Points of the target below what was expected, down to which a figure is « dans les temps », then « à surveiller ». */
const ON_TRACK_TO = 5n;
const WATCH_TO = 15n;

type Pace = Extract<Assessment, 'on_track' | 'watch' | 'late' | 'undetermined'>;

/**
 * How far a figure is from what was expected, in points of its target: (value − expected) / target × 100. Decided when
 * it is the same at both ends of what is known.
 */
export function paceOf(
  amount: Amount,
  expected: Amount,
  plan: Pick<TargetPlan, 'amount' | 'origin' | 'falling'>,
): Pace {
  const { lower, upper, lowerOpen, upperOpen } = amount.interval;
  const [least, most] = boundsOf(expected);
  const scale = scaleOf(plan);
  const worst = plan.falling ? gapOf(least, upper) : gapOf(lower, most);
  const best = plan.falling ? gapOf(most, lower) : gapOf(upper, least);
  const bestIsOpen = plan.falling ? lowerOpen : upperOpen;
  const atWorst = worst === null ? 'late' : classOf(worst, scale, false);
  const atBest = best === null ? 'on_track' : classOf(best, scale, bestIsOpen);
  return atWorst === atBest ? atWorst : 'undetermined';
}

/** What must be reached: the bound of a floor or a ceiling, any value of another interval. */
function boundsOf({ qualifier, value, interval }: Amount): [least: number | null, most: number | null] {
  const isBound = ['more_than', 'at_least', 'less_than', 'up_to'].includes(qualifier);
  return isBound ? [value, value] : [interval.lower, interval.upper];
}

const gapOf = (value: number | null, reference: number | null): bigint | null =>
  value === null || reference === null ? null : BigInt(value) - BigInt(reference);

/** What a hundred points are, doubled: the target or, when that is nothing, the way to it. */
function scaleOf({ amount, origin }: Pick<TargetPlan, 'amount' | 'origin'>): bigint {
  const target = doubledValue(amount);
  if (target !== 0n) return target < 0n ? -target : target;
  const way = BigInt(origin ?? 0) * 2n;
  return way < 0n ? -way : way;
}

/** @param open the gap comes as near as one likes to this one, and is below it. */
function classOf(gap: bigint, scale: bigint, open: boolean): Exclude<Pace, 'undetermined'> {
  const isFrom = (points: bigint): boolean => {
    const distance = gap * 200n + points * scale;
    return open ? distance > 0n : distance >= 0n;
  };
  if (isFrom(ON_TRACK_TO)) return 'on_track';
  return isFrom(WATCH_TO) ? 'watch' : 'late';
}
