import { costsOf } from './cost.rules.js';
import type { Expense } from './figure-cost.types.js';
import type { Figure } from './figures.types.js';

/** What one operation, or all of them, cost: cells of a table. */
export interface CostLine {
  name: string;
  /** « 12 000 € », empty when it is not known. */
  committed: string;
  spent: string;
  /** « 79 % » of the commitment. */
  share: string;
  /** « 26,67 € par visiteur accueilli ». */
  perResult: string[];
}

export interface CostTable {
  /** Operations whose money is known, in the order of the year. */
  lines: CostLine[];
  /** All that was promised and paid in the year; null when nothing is. */
  total: CostLine | null;
  hasCommitments: boolean;
  hasResults: boolean;
}

/** What operations cost, then the whole; null where no cost is known, so that nothing is printed. */
export function costTable(
  campaigns: readonly { code: string; shortName: string }[],
  figuresOf: ReadonlyMap<string, readonly Figure[]>,
  figures: readonly Figure[],
): CostTable | null {
  const lines = campaigns.flatMap(
    ({ code, shortName }) => costLine(shortName, figuresOf.get(code) ?? []) ?? [],
  );
  const whole = costLine('Ensemble', figures);
  // Ten results of ten operations beside one sum would say nothing: each is on the page of its indicator.
  const total = whole && { ...whole, perResult: [] };
  if (lines.length === 0 && total === null) return null;
  const all = [...lines, ...(total === null ? [] : [total])];
  return {
    lines,
    total,
    hasCommitments: all.some(({ committed }) => committed !== ''),
    hasResults: lines.some(({ perResult }) => perResult.length > 0),
  };
}

function costLine(name: string, figures: readonly Figure[]): CostLine | null {
  const costs = costsOf(figures);
  if (costs === null) return null;
  return {
    name,
    committed: expenseText(costs.committed),
    spent: expenseText(costs.spent),
    share: costs.share?.text ?? '',
    perResult: figures.flatMap(({ costPerResult }) =>
      costPerResult?.kind === 'cost' ? costPerResult.text : [],
    ),
  };
}

const expenseText = (expense: Expense | null): string =>
  expense === null ? '' : expense.isPartial ? `${expense.text} (partiel)` : expense.text;
