import { addDays } from '../kernel/calendar.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';

/** Many periods, asked in logarithmic time: a campaign may be measured ten thousand times. */
export class SpanIndex {
  private readonly starts: IsoDate[];
  /** The latest end among the periods up to each place, and the earliest from each place on. */
  private readonly latestEnds: IsoDate[] = [];
  private readonly earliestEnds: IsoDate[];

  constructor(spans: readonly ClosedPeriod[]) {
    const ordered = spans.toSorted(byStart);
    this.starts = ordered.map(({ start }) => start);
    for (const { end } of ordered) this.latestEnds.push(later(this.latestEnds.at(-1), end));
    this.earliestEnds = ordered.map(({ end }) => end);
    for (let place = ordered.length - 2; place >= 0; place -= 1) {
      this.earliestEnds[place] = earlier(this.earliestEnds[place + 1], String(this.earliestEnds[place]));
    }
  }

  /** Some period holds every day of this one; itself included. */
  covers({ start, end }: ClosedPeriod): boolean {
    return this.latestEndOf(this.countUpTo(start)) >= end;
  }

  /** Some longer period holds every day of this one. */
  coversStrictly({ start, end }: ClosedPeriod): boolean {
    return this.latestEndOf(this.countBefore(start)) >= end || this.latestEndOf(this.countUpTo(start)) > end;
  }

  /** Some period shares a day with this one. */
  overlaps({ start, end }: ClosedPeriod): boolean {
    return this.latestEndOf(this.countUpTo(end)) >= start;
  }

  /** Some period shares days with this one and goes on before or after it. */
  crosses({ start, end }: ClosedPeriod): boolean {
    return this.latestEndOf(this.countBefore(start)) >= start || this.latestEndOf(this.countUpTo(end)) > end;
  }

  /** Some period lies wholly in this one. */
  holdsWithin({ start, end }: ClosedPeriod): boolean {
    const earliest = this.earliestEnds[this.countBefore(start)];
    return earliest !== undefined && earliest <= end;
  }

  private latestEndOf(count: number): IsoDate {
    return this.latestEnds[count - 1] ?? BEFORE_ALL;
  }

  private countUpTo(day: IsoDate): number {
    return this.countWhile((start) => start <= day);
  }

  private countBefore(day: IsoDate): number {
    return this.countWhile((start) => start < day);
  }

  private countWhile(holds: (start: IsoDate) => boolean): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(String(this.starts[middle]))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The same days in the fewest periods: January and February make one. */
export function joinedSpans(spans: readonly ClosedPeriod[]): ClosedPeriod[] {
  const joined: ClosedPeriod[] = [];
  for (const span of spans.toSorted(byStart)) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || span.start === addDays(last.end, 1))) {
      joined[joined.length - 1] = { start: last.start, end: later(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}

const byStart = ({ start: one }: ClosedPeriod, { start: other }: ClosedPeriod): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** Sorts before every date. */
const BEFORE_ALL = '';

const later = (one: IsoDate | undefined, other: IsoDate): IsoDate =>
  one !== undefined && one > other ? one : other;
const earlier = (one: IsoDate | undefined, other: IsoDate): IsoDate =>
  one !== undefined && one < other ? one : other;
