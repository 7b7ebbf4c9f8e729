import { decimalString } from '../kernel/decimal-string.rules.js';
import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Amount, Quantity } from '../kernel/figure.types.js';
import { monthOf } from '../kernel/calendar.rules.js';
import type { ImportTotal } from './import.types.js';

interface Running {
  indicator: string;
  period: string;
  decimals: number;
  amount: Amount;
  /** End of the last period taken in. */
  until: string;
}

/** Adds up what a file says by indicator and month as its rows pass; a month of which it says one day is that day. */
export class FileTotals {
  private readonly totals = new Map<string, Running>();

  add(
    scale: { code: string; decimals: number; adds: boolean },
    periodStart: string,
    periodEnd: string,
    quantity: Quantity,
  ): void {
    const month = monthOf(periodEnd);
    const period = periodStart === periodEnd ? periodEnd : month;
    const key = `${scale.code}|${month}`;
    const running = this.totals.get(key);
    const { code: indicator, decimals, adds } = scale;
    if (running !== undefined && adds && addExactly(running, quantity)) {
      if (running.period !== period) running.period = month;
      return;
    }
    const amount = toAmount(quantity);
    const alone: Running = { indicator, period, decimals, amount, until: periodEnd };
    if (running === undefined) this.totals.set(key, alone);
    else if (adds) {
      if (running.period !== period) running.period = month;
      running.amount = sumAmounts([running.amount, amount]) ?? amount;
    } else if (periodEnd >= running.until) {
      // Days of a stock, of unique visitors or of a rate do not add up: the last one stands for the month.
      this.totals.set(key, alone);
    }
  }

  /** In the order of indicators' codes, then of time. */
  list(): ImportTotal[] {
    const order = (one: Running, other: Running): number => {
      const [first, second] = [`${one.indicator}|${one.period}`, `${other.indicator}|${other.period}`];
      return first < second ? -1 : first > second ? 1 : 0;
    };
    return [...this.totals.values()].sort(order).map(({ indicator, period, decimals, amount }) => ({
      indicator,
      period,
      value: decimals === 0 ? amount.value : decimalString(amount.value, decimals),
      qualifier: amount.qualifier,
    }));
  }
}

/** Adds one exact value to others, as nearly all are, without the arithmetic of intervals. @returns whether it could */
function addExactly(running: Running, { value, valueMax, qualifier }: Quantity): boolean {
  if (qualifier !== 'exact' || running.amount.qualifier !== 'exact' || valueMax !== null) return false;
  const sum = running.amount.value + value;
  if (!Number.isSafeInteger(sum)) return false;
  running.amount = toAmount({ value: sum, valueMax, qualifier });
  return true;
}
