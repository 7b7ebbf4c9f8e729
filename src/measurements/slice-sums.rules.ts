import type { Marking } from '../kernel/figure.types.js';
import { isAdded, monthNumber, type Part } from './measurement-part.rules.js';
import type { MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import type { NewStanding } from './roll-up.types.js';
import { compareKeys, isSameSlice } from './slice-order.rules.js';

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
  /** When the last of them was recorded. */
  recordedAt: string;
}

/** What a slice comes to by month, of one marking and source. */
interface SliceMonths extends Pick<SliceSum, 'key' | 'part' | 'marking' | 'source'> {
  months: Map<number, SliceSum>;
}

/** A few megabytes of them wait at most. */
const MOST_SUMS = 50_000;
/** Half of what a number holds exactly: a batch is far from bringing the other half. */
const MOST_ADDED = 2 ** 52;

/**
 * Adds new measurements up by slice and month; those that stand apart are in no sum. Batches of one unit of work may share
 * it: in a file that comes in no order, each of them brings a day to nearly every month of every slice.
 */
export class SliceSums {
  private readonly slices = new Map<string, SliceMonths>();
  private current: SliceMonths | undefined;
  private sums = 0;
  private added = 0;

  /** More would take too much room, or would no longer add up exactly. */
  get isFull(): boolean {
    return this.sums >= MOST_SUMS || this.added >= MOST_ADDED;
  }

  add(created: Iterable<NewStanding>, recordedAt: string): void {
    for (const { key, content, part } of created) {
      const { value } = content;
      if (value === null || !isAdded(part)) continue;
      const sum = this.sumOf(key, content, part, recordedAt);
      sum.measurements += 1;
      sum.total += value;
      this.added += Math.abs(value);
      if (key.periodStart < sum.first) sum.first = key.periodStart;
      if (key.periodEnd > sum.last) sum.last = key.periodEnd;
      if (recordedAt > sum.recordedAt) sum.recordedAt = recordedAt;
    }
  }

  /** The sums so far, in the order of the roll-ups' table; none of them is left. */
  take(): SliceSum[] {
    const sums = [...this.slices.values()].flatMap(({ months }) => [...months.values()]);
    this.slices.clear();
    this.current = undefined;
    [this.sums, this.added] = [0, 0];
    return sums.sort((one, other) => one.month - other.month || compareKeys(one.key, other.key));
  }

  private sumOf(key: MeasurementKey, said: Said, part: Part, recordedAt: string): SliceSum {
    const slice = this.sliceOf(key, said, part);
    const month = monthNumber(key.periodEnd);
    let sum = slice.months.get(month);
    if (sum === undefined) {
      const { marking, source } = slice;
      const [first, last] = [key.periodStart, key.periodEnd];
      sum = { key, month, part, marking, source, measurements: 0, total: 0, first, last, recordedAt };
      slice.months.set(month, sum);
      this.sums += 1;
    }
    return sum;
  }

  private sliceOf(key: MeasurementKey, said: Said, part: Part): SliceMonths {
    // Most often that of the measurement before.
    if (this.current !== undefined && isOf(this.current, key, said, part)) return this.current;
    const name = nameOf(key, said, part);
    const { marking, source } = said;
    const slice = this.slices.get(name) ?? { key, part, marking, source: source ?? '', months: new Map() };
    this.slices.set(name, slice);
    this.current = slice;
    return slice;
  }
}

type Said = Pick<MeasurementContent, 'marking' | 'source'>;

const isOf = (slice: SliceMonths, key: MeasurementKey, { marking, source }: Said, part: Part): boolean =>
  isSameSlice(slice.key, key) &&
  slice.part === part &&
  slice.marking === marking &&
  slice.source === (source ?? '');

/** The source comes last: it alone may hold a bar. */
function nameOf(key: MeasurementKey, { marking, source }: Said, part: Part): string {
  const { indicatorId, campaignId, territoryId, channel, organisationId } = key;
  return [indicatorId, campaignId, territoryId, channel, organisationId, part, marking, source].join('|');
}
