import { amountNumbers, type AmountNumbers } from './amount-numbers.rules.js';
import type { ChangeView } from './figure-comparison.types.js';
import type { Figure } from './figures.types.js';

interface PreviousAnswer extends AmountNumbers {
  year: number;
  at: string;
  text: string;
  /** « à date comparable » while the year runs. */
  window?: string;
}

/** Percent points, points, or a difference in the indicator's own unit; else why there is none. */
type ChangeAnswer =
  | { kind: string; value: number; lower: number | null; upper: number | null; text: string }
  | { reason: string; text: string };

/** The same figure in another exercice, and how it changed. */
export interface ComparisonAnswer {
  previous?: PreviousAnswer;
  change?: ChangeAnswer;
}

export function comparisonAnswer(
  { previous, change }: Pick<Figure, 'previous' | 'change'>,
  decimals: number,
): ComparisonAnswer {
  const answer: ComparisonAnswer = {};
  if (previous !== null) {
    const { year, at, amount, text, window } = previous;
    answer.previous = {
      year,
      at,
      ...amountNumbers(amount, decimals),
      text,
      ...(window === null ? {} : { window }),
    };
  }
  if (change !== null) answer.change = changeAnswer(change, decimals);
  return answer;
}

function changeAnswer(change: ChangeView, decimals: number): ChangeAnswer {
  const { kind, text } = change;
  if (kind === 'not_comparable') return { reason: change.reason, text };
  if (kind === 'percent') {
    const { value, lower, upper } = change.rate;
    return { kind, value, lower, upper, text };
  }
  const { value, lower, upper } = amountNumbers(change.amount, decimals);
  return { kind, value: value as number, lower, upper, text };
}
