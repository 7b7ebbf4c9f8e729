import { groupBy } from '../kernel/group-by.rules.js';
import type { Marking } from '../kernel/figure.types.js';
import type { ClosedPeriod, IsoDate, Precision } from '../kernel/period.types.js';
import { precisionOf } from '../kernel/period.rules.js';
import { PARTS, type Part } from './measurement-part.rules.js';
import type { MeasurementFact } from './measurement.types.js';
import { scopeKey, type Scope } from './scope.rules.js';

/** A roll-up with its key in codes. */
export interface RolledRow {
  /** June 2020 is 202006. */
  month: number;
  indicatorId: number;
  campaignId: number;
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  part: Part;
  marking: Marking;
  source: string | null;
  measurements: number;
  total: number;
  firstDay: IsoDate;
  lastDay: IsoDate;
  recordedAt: string;
}

/** What stands for the measurements of some days: roll-ups, and the months of a campaign to read one by one. */
export interface RolledPlan {
  added: RolledRow[];
  oneByOne: { month: number; scope: Scope }[];
}

/**
 * Decides which roll-ups may stand for the measurements of some days, of campaigns that tell the same dimensions
 * throughout. Two roll-ups of one slice and month (of two sources) would look like days told twice, and those of days
 * beyond the bounds tell too much.
 */
export function planOfRolled(rows: readonly RolledRow[], { start, end }: ClosedPeriod): RolledPlan {
  const plan: RolledPlan = { added: [], oneByOne: [] };
  for (const alike of groupBy(rows, (row) => `${row.month}|${scopeKey(row)}`).values()) {
    const [{ month, indicatorId, campaignId }] = alike;
    const isAlone = new Set(alike.map(sliceOf)).size === alike.length;
    const isExact = alike.every(({ total }) => Number.isSafeInteger(total));
    if (isAlone && isExact && alike.every((row) => row.firstDay >= start && row.lastDay <= end)) {
      plan.added.push(...alike);
    } else plan.oneByOne.push({ month, scope: { indicatorId, campaignId } });
  }
  return plan;
}

const sliceOf = ({ territory, channel, organisation }: RolledRow): string =>
  [territory, channel, organisation].map((code) => code ?? '').join('|');

/** A roll-up as a measurement: the sum of exact values is exact. Its number is below 0. */
export function rolledFact(row: RolledRow, place: number): MeasurementFact {
  const { indicator, campaign, territory, channel, organisation, marking, source, recordedAt } = row;
  const { measurements, firstDay, lastDay, part, total } = row;
  return {
    id: -1 - place,
    version: 0,
    indicator,
    campaign,
    territory,
    channel,
    organisation,
    periodStart: firstDay,
    periodEnd: lastDay,
    precision: summedPrecision(measurements, part, { start: firstDay, end: lastDay }),
    quantity: { value: total, valueMax: null, qualifier: 'exact' },
    absence: null,
    status: 'validated',
    marking,
    source,
    note: null,
    recordedAt,
    summed: {
      measurements,
      sources: source === null ? [] : [source],
      ends: [part === PARTS.day ? firstDay : lastDay, lastDay],
      parts: null,
    },
  };
}

/** A measurement alone keeps its own precision. */
export function summedPrecision(measurements: number, part: Part, { start, end }: ClosedPeriod): Precision {
  const own = part === PARTS.day ? 'day' : 'month';
  return measurements === 1 ? own : precisionOf(start, end);
}
