import { amountNumbers } from './amount-numbers.rules.js';
import type { CostPerResult } from './figure-cost.types.js';

/** What one result cost, in euros, or why it is not known; always with its footnote. */
export type CostAnswer = { text: string; footnote: string } & (
  { value: number; lower: number | null; upper: number | null } | { reason: string }
);

/** @param footnote `footnoteOf` its figure. */
export function costAnswer(cost: CostPerResult, footnote: string): CostAnswer {
  const said = { text: cost.text, footnote };
  if (cost.kind === 'not_computable') return { reason: cost.reason, ...said };
  const { value, lower, upper } = amountNumbers(cost.amount, cost.decimals);
  return { value: value as number, lower, upper, ...said };
}
