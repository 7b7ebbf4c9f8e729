import type { Marking } from '../kernel/figure.types.js';
import { isAdded, monthNumber, type Part } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import type { NewStanding } from './roll-up.types.js';

/** What new measurements bring to one slice in one month, of one marking and source. */
export interface SliceSum {
  key: MeasurementKey;
  /** June 2020 is 202006. */
  month: number;
  part: Part;
  marking: Marking;
  /** Empty for none, as roll-ups have it. */
  source: string;
  measurements: number;
  total: number;
  /** First and last day. */
  first: string;
  last: string;
}

/** Adds new measurements up by slice and month; those that stand apart are in no sum. */
export function sliceSums(created: readonly NewStanding[]): SliceSum[] {
  const sums = new Map<string, SliceSum>();
  let current: SliceSum | undefined;
  for (const { key, content, part } of created) {
    const { value } = content;
    if (value === null || !isAdded(part)) continue;
    // Most often that of the measurement before.
    if (current === undefined || !isOf(current, key, content, part)) {
      const name = nameOf(key, content, part);
      current = sums.get(name);
      if (current === undefined) sums.set(name, (current = emptySum(key, content, part)));
    }
    current.measurements += 1;
    current.total += value;
    if (key.periodStart < current.first) current.first = key.periodStart;
    if (key.periodEnd > current.last) current.last = key.periodEnd;
  }
  return [...sums.values()];
}

type Said = Pick<MeasurementContent, 'marking' | 'source'>;

const isOf = (sum: SliceSum, key: MeasurementKey, { marking, source }: Said, part: Part): boolean =>
  sum.key.indicatorId === key.indicatorId &&
  sum.key.campaignId === key.campaignId &&
  sum.key.territoryId === key.territoryId &&
  sum.key.channel === key.channel &&
  sum.key.organisationId === key.organisationId &&
  sum.part === part &&
  sum.marking === marking &&
  sum.source === (source ?? '') &&
  sum.last.startsWith(key.periodEnd.slice(0, 7));

/** The source comes last: it alone may hold a bar. */
function nameOf(key: MeasurementKey, { marking, source }: Said, part: Part): string {
  const { indicatorId, campaignId, territoryId, channel, organisationId, periodEnd } = key;
  const slice = [indicatorId, campaignId, territoryId, channel, organisationId];
  return [...slice, periodEnd.slice(0, 7), part, marking, source].join('|');
}

const emptySum = (key: MeasurementKey, { marking, source }: Said, part: Part): SliceSum => ({
  key,
  month: monthNumber(key.periodEnd),
  part,
  marking,
  source: source ?? '',
  measurements: 0,
  total: 0,
  first: key.periodStart,
  last: key.periodEnd,
});
