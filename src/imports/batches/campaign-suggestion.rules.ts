import { overlaps } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import { each, type LongWork } from '../../kernel/long-work.rules.js';
import type { Observation } from '../interpretation.types.js';

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

/** What a file says of no operation: its days, from the first to the last, and its indicators. */
export interface LooseFigures {
  period: ClosedPeriod;
  codes: string[];
}

/** @returns null when everything is of an operation */
export function* looseFigures(
  observations: readonly Pick<Observation, 'indicator' | 'campaign' | 'periodStart' | 'periodEnd'>[],
): LongWork<LooseFigures | null> {
  const codes = new Set<string>();
  let [start, end] = ['', ''];
  yield* each(observations, ({ indicator, campaign, periodStart, periodEnd }) => {
    if (campaign !== null) return;
    if (codes.size === 0 || periodStart < start) start = periodStart;
    if (codes.size === 0 || periodEnd > end) end = periodEnd;
    codes.add(indicator);
  });
  return codes.size === 0 ? null : { period: { start, end }, codes: [...codes] };
}

/** Observations with an operation each, where there is one to give. @param campaignOf that of an indicator */
export function* attached(
  observations: readonly Observation[],
  campaignOf: (indicator: string) => string | null,
): LongWork<Observation[]> {
  const all: Observation[] = [];
  yield* each(observations, (one) => {
    const campaign = one.campaign ?? campaignOf(one.indicator);
    all.push(campaign === one.campaign ? one : { ...one, campaign });
  });
  return all;
}
