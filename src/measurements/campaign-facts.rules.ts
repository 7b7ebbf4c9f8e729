import { groupBy } from '../kernel/group-by.rules.js';
import type { Marking } from '../kernel/figure.types.js';
import { leastFirmOf } from '../kernel/marking.rules.js';
import { precisionOf } from '../kernel/period.rules.js';
import type { ClosedPeriod, IsoDate, Precision } from '../kernel/period.types.js';
import { PARTS, type Part } from './measurement-part.rules.js';
import type { MeasurementFact, SummedParts, SummedUp } from './measurement.types.js';
import { scopeKey, type Axis, type Scope } from './scope.rules.js';

/** What the slices of a campaign come to in a month, with its key in codes. */
export interface CampaignMonthRow extends Scope {
  /** June 2020 is 202006. */
  month: number;
  indicator: string;
  campaign: string | null;
  /** The dimensions that they fill. */
  shape: number;
  part: Part;
  marking: Marking;
  source: string | null;
  measurements: number;
  total: number;
  firstDay: IsoDate;
  lastDay: IsoDate;
  recordedAt: string;
}

/** What one member of an axis comes to in a year, by code. */
export interface CampaignShareRow extends Scope {
  axis: Axis;
  member: string;
  marking: Marking;
  total: number;
}

/** How to read the campaigns of which months are known. */
export interface CampaignPlan {
  /** The sum of the whole year stands for them. */
  summed: Map<string, CampaignMonthRow[]>;
  /** So does the sum of some days of it: those asked for cut the year, or are of two. */
  cut: Scope[];
  /** Some of their measurements detail others: one by one. */
  mixed: Scope[];
}

/**
 * Decides what sums may stand for the measurements of some days. All those of a campaign must tell days, or all of them
 * months, with the same dimensions filled: none then details another, and everything is counted.
 * @param rows the months of the civil years that the days belong to.
 * @param mayBeSummed whether nothing of a campaign stands apart from its sums.
 */
export function planOfCampaigns(
  rows: readonly CampaignMonthRow[],
  { start, end }: ClosedPeriod,
  mayBeSummed: (scope: Scope) => boolean,
): CampaignPlan {
  const plan: CampaignPlan = { summed: new Map(), cut: [], mixed: [] };
  const isOneYear = start.slice(0, 4) === end.slice(0, 4);
  for (const [key, all] of groupBy(rows, scopeKey)) {
    const within = all.filter(({ firstDay, lastDay }) => firstDay <= end && lastDay >= start);
    const [first] = within;
    if (!first || !mayBeSummed(first)) continue;
    const isPlain = within.every(({ shape, part }) => shape === first.shape && part === first.part);
    const isHeld = all.every(({ firstDay, lastDay }) => firstDay >= start && lastDay <= end);
    if (!isPlain || !isExact(within)) plan.mixed.push(first);
    else if (isOneYear && isHeld) plan.summed.set(key, within);
    else plan.cut.push(first);
  }
  return plan;
}

/** Whether JavaScript adds these up without losing a unit. */
export const isExact = (rows: readonly CampaignMonthRow[]): boolean =>
  Number.isSafeInteger(rows.reduce((sum, { total }) => sum + Math.abs(total), 0));

/**
 * A campaign's year as one measurement that knows its parts: by month, and by member of each axis.
 * @param nextId numbers below 0, each once.
 */
export function campaignFact(
  months: readonly CampaignMonthRow[],
  shares: readonly CampaignShareRow[],
  nextId: () => number,
): MeasurementFact {
  const whole = sumOf(months, nextId());
  const byAxis = groupBy(shares, ({ axis }) => axis);
  const membersOf = (axis: Axis): Map<string, CampaignShareRow[]> =>
    groupBy(byAxis.get(axis) ?? [], ({ member }) => member);
  const members = {
    territory: membersOf('territory'),
    channel: membersOf('channel'),
    organisation: membersOf('organisation'),
  };
  const madeOf = (cut: Axis | 'month'): MeasurementFact[] => {
    if (cut === 'month') {
      const byMonth = groupBy(months, (row) => String(row.month));
      return [...byMonth.values()].map((rows) => sumOf(rows, nextId()));
    }
    return [...members[cut]].map(([member, rows]) => ({
      ...whole,
      id: nextId(),
      [cut]: member,
      quantity: quantityOf(rows),
      marking: markingOf(rows),
    }));
  };
  const made = new Map<Axis | 'month', MeasurementFact[]>();
  const parts: SummedParts = {
    members: {
      territory: [...members.territory.keys()],
      channel: [...members.channel.keys()],
      organisation: [...members.organisation.keys()],
    },
    along: (cut) => {
      const known = made.get(cut) ?? madeOf(cut);
      made.set(cut, known);
      return known;
    },
  };
  return { ...whole, summed: { ...summedOf(months), parts } };
}

/** The sum of months as a measurement: the sum of exact values is exact. */
function sumOf(rows: readonly CampaignMonthRow[], id: number): MeasurementFact {
  const [{ indicator, campaign, part }] = rows as [CampaignMonthRow];
  const summed = summedOf(rows);
  const start = rows.map(({ firstDay }) => firstDay).reduce(smaller);
  const end = rows.map(({ lastDay }) => lastDay).reduce(larger);
  return {
    id,
    version: 0,
    indicator,
    campaign,
    territory: null,
    channel: null,
    organisation: null,
    periodStart: start,
    periodEnd: end,
    precision: summedPrecision(summed.measurements, part, { start, end }),
    quantity: quantityOf(rows),
    absence: null,
    status: 'validated',
    marking: markingOf(rows),
    source: null,
    note: null,
    recordedAt: rows.map(({ recordedAt }) => recordedAt).reduce(larger),
    summed,
  };
}

/** Days end when they start; of whole months, only the last day is an end. */
function summedOf(rows: readonly CampaignMonthRow[]): SummedUp {
  const firstEnds = rows.map(({ part, firstDay, lastDay }) => (part === PARTS.day ? firstDay : lastDay));
  return {
    measurements: rows.reduce((count, { measurements }) => count + measurements, 0),
    sources: rows.flatMap(({ source }) => source ?? []),
    ends: [firstEnds.reduce(smaller), rows.map(({ lastDay }) => lastDay).reduce(larger)],
    parts: null,
  };
}

type Row = Pick<CampaignMonthRow, 'total' | 'marking'>;
const quantityOf = (rows: readonly Row[]): MeasurementFact['quantity'] => ({
  value: rows.reduce((sum, { total }) => sum + total, 0),
  valueMax: null,
  qualifier: 'exact',
});
const markingOf = (rows: readonly Row[]): Marking => leastFirmOf(new Set(rows.map(({ marking }) => marking)));

const smaller = (one: string, other: string): string => (one < other ? one : other);
const larger = (one: string, other: string): string => (one > other ? one : other);

/** A measurement alone keeps its own precision. */
function summedPrecision(measurements: number, part: Part, { start, end }: ClosedPeriod): Precision {
  const own = part === PARTS.day ? 'day' : 'month';
  return measurements === 1 ? own : precisionOf(start, end);
}
