import { readDecimalString } from '../kernel/decimal-string.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { checkQuantity } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import type { TargetDefinition, TargetStep } from './target.types.js';

/**
 * In the smallest unit, the largest value of a target, a baseline or a milestone: those of every day of a year add up to
 * a number that is held exactly. 9 000 billion of what is counted, 90 billion euros.
 */
const LARGEST = 9_000_000_000_000;

/** The values of a target in the smallest unit, or everything that is wrong with them. */
export type QuantityReading =
  { ok: true; quantity: Quantity; steps: TargetStep[] | null } | { ok: false; issues: InputIssue[] };

/** Reads what a data set or a form gives, exactly. */
export function readQuantity(
  { value, valueMax, qualifier, steps }: Pick<TargetDefinition, 'value' | 'valueMax' | 'qualifier' | 'steps'>,
  { decimals, signed }: { decimals: number; signed: boolean },
): QuantityReading {
  const issues: InputIssue[] = [];
  const read = (path: string, given: number | string): number => {
    const reading = readDecimalString(given, decimals);
    if (reading.kind === 'value' && Math.abs(reading.value) <= LARGEST) return reading.value;
    // Too large for a target, or for any number: said alike, with the field and what it may hold.
    issues.push(
      reading.kind === 'value' || reading.code === 'value_out_of_range'
        ? { path, code: 'value_out_of_range', message: tooLarge(path, decimals) }
        : { path, code: reading.code, message: reading.message },
    );
    return 0;
  };
  const quantity = {
    value: read('value', value),
    valueMax: valueMax === null ? null : read('valueMax', valueMax),
    qualifier,
  };
  const milestones = steps?.map(({ on, value: due }, index) => ({
    on,
    value: read(`steps.${index}.value`, due),
  }));
  if (issues.length === 0) {
    issues.push(...checkQuantity(quantity, { signed }));
    milestones?.forEach(({ value: due }, index) =>
      issues.push(
        ...checkQuantity({ value: due, valueMax: null, qualifier: 'exact' }, { signed }).map((issue) => ({
          ...issue,
          path: `steps.${index}.value`,
        })),
      ),
    );
  }
  return issues.length === 0 ? { ok: true, quantity, steps: milestones ?? null } : { ok: false, issues };
}

function tooLarge(path: string, decimals: number): string {
  const name = path === 'value' ? 'La valeur' : path === 'valueMax' ? 'Le maximum' : 'Le palier';
  return `${name} dépasse ${formatNumber(LARGEST, decimals)}, le plus qu’une cible puisse tenir : vérifiez l’ordre de grandeur.`;
}
