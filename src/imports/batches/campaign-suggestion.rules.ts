import { overlaps } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';

/** A measurement that is there already. */
interface Known {
  indicator: string;
  campaign: string | null;
  periodStart: string;
  periodEnd: string;
}

/**
 * The operation of which an indicator is already told around a period, when it is told of one only: what a platform's file
 * details is then under it, and never beside it. Null when there is none, or several.
 */
export function campaignTold(
  indicator: string,
  { start, end }: ClosedPeriod,
  known: readonly Known[],
): string | null {
  const told = new Set(
    known
      .filter((one) => one.indicator === indicator)
      .filter(({ periodStart, periodEnd }) =>
        overlaps({ start, end }, { start: periodStart, end: periodEnd }),
      )
      .map(({ campaign }) => campaign),
  );
  const [only] = told;
  return told.size === 1 ? (only ?? null) : null;
}
