import { mirrored } from './figure.rules.js';
import type { Amount, TargetComparison } from './figure.types.js';

/** Whether one bound, excluded or not, lies at or beyond a threshold that may itself have to be passed. */
function atOrBeyond(bound: number | null, open: boolean, threshold: number | null, strict: boolean): boolean {
  if (bound === null || threshold === null) return false;
  return bound > threshold || (bound === threshold && (!strict || open));
}

/**
 * Whether an amount is certain to reach its target, certain to miss it, or neither. A target of « moins de » or
 * « jusqu’à » is a ceiling, any other a value to reach. An unbounded side never decides.
 */
export function compareWithTarget(amount: Amount, target: Amount): TargetComparison {
  if (target.qualifier === 'less_than' || target.qualifier === 'up_to') {
    return compareWithTarget(
      { ...amount, interval: mirrored(amount.interval) },
      {
        value: 0 - target.value,
        valueMax: null,
        qualifier: target.qualifier === 'less_than' ? 'more_than' : 'at_least',
        interval: mirrored(target.interval),
      },
    );
  }
  const { lower, lowerOpen, upper, upperOpen } = amount.interval;
  const isFloor = target.qualifier === 'more_than' || target.qualifier === 'at_least';
  const strict = target.qualifier === 'more_than';
  const sure = isFloor ? target.interval.lower : target.interval.upper;
  if (atOrBeyond(lower, lowerOpen, sure, strict)) return 'reached';
  const least = target.interval.lower;
  if (upper === null || least === null) return 'undetermined';
  const below = upper < least || (upper === least && (upperOpen || strict));
  return below ? 'missed' : 'undetermined';
}
