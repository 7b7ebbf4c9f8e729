import { groupBy } from '../kernel/group-by.rules.js';
import type { Marking } from '../kernel/figure.types.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { precisionOf } from '../kernel/period.rules.js';
import { PARTS, type Part } from './measurement-part.rules.js';
import type { MeasurementFact } from './measurement.types.js';

/** A roll-up with its key in codes. */
export interface RolledRow {
  /** June 2020 is 202006. */
  month: number;
  indicatorId: number;
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

/** What stands for the measurements of some days: roll-ups, and the months to read one by one. */
export interface RolledPlan {
  added: RolledRow[];
  /** Indicators to read one by one, by month. */
  months: Map<number, number[]>;
  /** The indicators for which that is all; the others are read whole. */
  indicatorIds: number[];
}

/**
 * Decides what roll-ups may stand for. Within a campaign all of them must tell days, or all of them months, with the
 * same dimensions filled: none then details another, and everything is counted. Two roll-ups of one slice and month
 * (of two sources) would look like days told twice, and those of days beyond the bounds tell too much.
 */
export function planOfRolled(rows: readonly RolledRow[], { start, end }: ClosedPeriod): RolledPlan {
  const plan: RolledPlan = { added: [], months: new Map(), indicatorIds: [] };
  for (const own of groupBy(rows, (row) => row.indicator).values()) {
    const [{ indicatorId }] = own;
    if (!isPlain(own)) continue;
    plan.indicatorIds.push(indicatorId);
    for (const alike of groupBy(own, (row) => String(row.month)).values()) {
      const [{ month }] = alike;
      const isAlone = new Set(alike.map(sliceOf)).size === alike.length;
      if (isAlone && alike.every((row) => row.firstDay >= start && row.lastDay <= end)) {
        plan.added.push(...alike);
      } else plan.months.set(month, [...(plan.months.get(month) ?? []), indicatorId]);
    }
  }
  return plan;
}

const sliceOf = ({ campaign, territory, channel, organisation }: RolledRow): string =>
  [campaign, territory, channel, organisation].map((code) => code ?? '').join('|');

function isPlain(rows: readonly RolledRow[]): boolean {
  if (!rows.every(({ total }) => Number.isSafeInteger(total))) return false;
  const shapes = new Map<string | null, string>();
  return rows.every(({ campaign, territory, channel, organisation, part }) => {
    const shape = [territory === null, channel === null, organisation === null, part].join(' ');
    const known = shapes.get(campaign) ?? shape;
    shapes.set(campaign, known);
    return known === shape;
  });
}

/** A roll-up as a measurement: the sum of exact values is exact. Its number is below 0. */
export function rolledFact(row: RolledRow, place: number): MeasurementFact {
  const { indicator, campaign, territory, channel, organisation, marking, source, recordedAt } = row;
  const { measurements, firstDay, lastDay, part, total } = row;
  const own = part === PARTS.day ? 'day' : 'month';
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
    precision: measurements === 1 ? own : precisionOf(firstDay, lastDay),
    quantity: { value: total, valueMax: null, qualifier: 'exact' },
    absence: null,
    status: 'validated',
    marking,
    source,
    note: null,
    recordedAt,
    measurements,
  };
}
