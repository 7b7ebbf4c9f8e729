import { yearOf } from '../kernel/calendar.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import { SEASONS, type ClosedPeriod } from '../kernel/period.types.js';
import { covers, monthPeriod, seasonPeriod, yearPeriod } from '../kernel/period.rules.js';
import type { PlannedMeasurement, StoredMeasurement } from './measurement-batch.types.js';
import { quantityOf } from './measurement-subset.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { MeasurementStatus, PartsUnderTotal } from './measurement.types.js';

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

/** The text of a key of a total, and that key. */
type KeyAbove = readonly [naturalKey: string, key: MeasurementKey];

/** A new measurement and the keys of the totals of which it would be a part, nearest first. */
export interface PossiblePart {
  indicator: string;
  above: readonly KeyAbove[];
}

interface FoundTotal {
  id: number;
  naturalKey: string;
  key: MeasurementKey;
  total: Quantity;
  waits: boolean;
}

/** The new measurements of one slice, and where their totals may stand. */
export interface SliceAbove {
  measurements: PlannedMeasurement[];
  /** A key of the slice itself, where totals span more days. */
  own: MeasurementKey;
  /** The slices with a dimension emptied. */
  lessDetailed: readonly MeasurementKey[];
  /** Every total above ends between these days. */
  first: string;
  last: string;
}

/** New measurements by slice, each with the slices and days in which a total may stand above. */
export function slicesAbove(created: readonly PlannedMeasurement[]): SliceAbove[] {
  const slices = new Map<string, SliceAbove>();
  for (const planned of created) {
    const { key, naturalKey: own } = planned;
    const { periodStart, periodEnd } = key;
    // The slice is what the text of a key begins with.
    const name = own.slice(0, own.length - periodStart.length - periodEnd.length - 1);
    let slice = slices.get(name);
    if (slice === undefined) {
      slice = { measurements: [], own: key, lessDetailed: keysAbove(key), first: periodEnd, last: periodEnd };
      slices.set(name, slice);
    }
    slice.measurements.push(planned);
    if (periodEnd < slice.first) slice.first = periodEnd;
    if (periodEnd > slice.last) slice.last = periodEnd;
  }
  for (const slice of slices.values()) slice.last = lastDayAbove(slice.last);
  return [...slices.values()];
}

/** The keys of a slice with a dimension emptied. */
export const keysAbove = (key: MeasurementKey): MeasurementKey[] => lessDetailed(key).slice(1);

/** Totals above what ends on a day end until then: the winter that starts in December ends in the next year. */
export const lastDayAbove = (periodEnd: string): string => yearPeriod(yearOf(periodEnd) + 1).end;

/** Looks for totals above new measurements: keys with a dimension emptied or a longer period. */
export function possibleParts(created: readonly PlannedMeasurement[]): PossiblePart[] {
  // Rows of one file share few periods, and the days of a slice the same months and years around them.
  const spans = new Map<string, Around>();
  const around = new Map<string, KeyAbove[]>();
  return created.map(({ key, naturalKey: own, indicator }) => {
    const span = `${key.periodStart}|${key.periodEnd}`;
    let periods = spans.get(span);
    if (periods === undefined) spans.set(span, (periods = aroundOf(key)));
    const above: KeyAbove[] = [];
    for (const one of lessDetailed(key)) {
      const itself = one === key ? own : naturalKey(one);
      if (itself !== own) above.push([itself, one]);
      // The slice is what the text of a key begins with.
      const name = `${itself.slice(0, itself.length - span.length)}${periods.name}`;
      let wider = around.get(name);
      if (wider === undefined) around.set(name, (wider = widened(one, periods.wider)));
      above.push(...wider);
    }
    return { indicator, above };
  });
}

interface Around {
  /** The same for spans with the same periods around. */
  name: string;
  wider: readonly ClosedPeriod[];
}

function aroundOf(key: MeasurementKey): Around {
  const [, ...wider] = periodsAround(key);
  return { wider, name: wider.map(({ start, end }) => `${start}|${end}`).join('|') };
}

const widened = (key: MeasurementKey, periods: readonly ClosedPeriod[]): KeyAbove[] =>
  periods.map(({ start, end }) => {
    const wider = { ...key, periodStart: start, periodEnd: end };
    return [naturalKey(wider), wider];
  });

/** What is known under the keys of totals: their newest versions, and those that count, be they the newest or not. */
export interface KnownTotals {
  newest: ReadonlyMap<string, StoredMeasurement>;
  counting: ReadonlyMap<string, StoredMeasurement>;
}

/** The nearest value of a status above a measurement; null when there is none, or when it says why it is absent. */
function nearest(
  { above }: PossiblePart,
  stored: ReadonlyMap<string, StoredMeasurement>,
  status: MeasurementStatus,
): FoundTotal | null {
  for (const [own, key] of above) {
    const { id = 0, content } = stored.get(own) ?? {};
    if (content?.status !== status) continue;
    const total = quantityOf(content);
    return total === null ? null : { id, naturalKey: own, key, total, waits: status !== 'validated' };
  }
  return null;
}

/** The total that counts above a measurement, else one that was sent for validation. */
const totalAbove = (part: PossiblePart, { newest, counting }: KnownTotals): FoundTotal | null =>
  nearest(part, counting, 'validated') ?? nearest(part, newest, 'submitted');

/** Groups new measurements by the nearest declared total above each. */
export function groupUnderTotals(parts: readonly PossiblePart[], stored: KnownTotals): PartsUnderTotal[] {
  const groups = new Map<string, PartsUnderTotal>();
  for (const part of parts) {
    const found = totalAbove(part, stored);
    if (found === null) continue;
    const group = groups.get(found.naturalKey);
    if (group !== undefined) {
      group.parts += 1;
      continue;
    }
    const { periodStart, periodEnd } = found.key;
    const { indicator } = part;
    const { id: totalId, total, waits } = found;
    groups.set(found.naturalKey, { totalId, indicator, periodStart, periodEnd, total, waits, parts: 1 });
  }
  return [...groups.values()];
}
