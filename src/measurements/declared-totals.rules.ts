import { yearOf } from '../kernel/calendar.rules.js';
import { SEASONS, type ClosedPeriod } from '../kernel/period.types.js';
import { covers, monthPeriod, seasonPeriod, yearPeriod } from '../kernel/period.rules.js';
import type { PlannedMeasurement, StoredMeasurement } from './measurement-batch.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { PartsUnderTotal } from './measurement.types.js';

/** The period itself, then the month, seasons and year around it, narrowest first. */
function periodsAround({ periodStart: start, periodEnd: end }: MeasurementKey): ClosedPeriod[] {
  const year = yearOf(start);
  const years = [year - 1, year].filter((one) => one > 0);
  const around: ClosedPeriod[] = [
    monthPeriod(start.slice(0, 7)),
    // The winter that starts in December ends in the next year.
    ...years.flatMap((one) => SEASONS.map((season) => seasonPeriod(season, one))),
    yearPeriod(year),
  ];
  const wider = around.filter(
    (period) => covers(period, { start, end }) && (period.start !== start || period.end !== end),
  );
  return [{ start, end }, ...wider];
}

const DIMENSIONS = ['territoryId', 'channel', 'organisationId'] as const;

/** The key with some of its dimensions emptied, the fewest first. */
function lessDetailed(key: MeasurementKey): MeasurementKey[] {
  let keys = [key];
  for (const dimension of DIMENSIONS) {
    if (key[dimension] !== null) keys = keys.flatMap((one) => [one, { ...one, [dimension]: null }]);
  }
  return keys;
}

/** A new measurement and the keys of the totals of which it would be a part, nearest first. */
export interface PossiblePart {
  indicator: string;
  above: Map<string, MeasurementKey>;
}

/** Looks for totals above new measurements: keys with a dimension emptied or a longer period. */
export function possibleParts(created: readonly PlannedMeasurement[]): PossiblePart[] {
  // Rows of one file share few periods.
  const periods = new Map<string, ClosedPeriod[]>();
  return created.map(({ key, naturalKey: own, indicator }) => {
    const span = `${key.periodStart}|${key.periodEnd}`;
    const around = periods.get(span) ?? periodsAround(key);
    periods.set(span, around);
    const above = new Map<string, MeasurementKey>();
    for (const one of lessDetailed(key)) {
      for (const { start, end } of around) {
        const wider = { ...one, periodStart: start, periodEnd: end };
        above.set(naturalKey(wider), wider);
      }
    }
    above.delete(own);
    return { indicator, above };
  });
}

/** Groups new measurements by the nearest declared total above each. */
export function groupUnderTotals(
  parts: readonly PossiblePart[],
  stored: ReadonlyMap<string, StoredMeasurement>,
): PartsUnderTotal[] {
  const groups = new Map<string, PartsUnderTotal>();
  for (const { indicator, above: candidates } of parts) {
    const [above, key] =
      [...candidates].find(([one]) => stored.get(one)?.content.status === 'validated') ?? [];
    const content = above === undefined ? undefined : stored.get(above)?.content;
    if (
      above === undefined ||
      key === undefined ||
      !content ||
      content.value === null ||
      content.qualifier === null
    )
      continue;
    const group = groups.get(above);
    if (group) group.parts += 1;
    else {
      const { periodStart, periodEnd } = key;
      const { value, valueMax, qualifier } = content;
      groups.set(above, {
        indicator,
        periodStart,
        periodEnd,
        total: { value, valueMax, qualifier },
        parts: 1,
      });
    }
  }
  return [...groups.values()];
}
