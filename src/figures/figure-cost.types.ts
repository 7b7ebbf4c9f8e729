import type { Amount, RateResult } from '../kernel/figure.types.js';

/** Why a result has no cost of its own. */
export type NoCostReason = 'zero_result' | 'partial' | 'undetermined';

/** What one of a campaign's results cost: its spending over the result, in the smallest unit of money. */
export type CostPerResult =
  | { kind: 'cost'; amount: Amount; decimals: number; text: string }
  | { kind: 'not_computable'; reason: NoCostReason; text: string };

export interface Expense {
  amount: Amount;
  decimals: number;
  /** « 28 950 € ». */
  text: string;
  isPartial: boolean;
}

/** What was promised and what was paid: beside each other, never added up. */
export interface CostsView {
  committed: Expense | null;
  spent: Expense | null;
  /** Share of the commitment that was paid. */
  share: { rate: RateResult; text: string } | null;
}
