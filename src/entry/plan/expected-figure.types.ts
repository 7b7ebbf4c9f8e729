import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { CollectionLine, Slice } from './collection-line.types.js';
import type { EntryPeriod } from './entry-period.rules.js';

/**
 * Why a row stands in the grid: the plan says so; it is given at every such period; it was given for this very one; a longer
 * period that was given covers it; the indicator is due so often; somebody asked for it.
 */
export type RowOrigin = 'planned' | 'habit' | 'entered' | 'covered' | 'frequency' | 'asked';

/** One figure of a period: where it is measured, what was said of it, whether it is awaited. */
export interface ExpectedFigure extends Slice {
  /** See `row-key.rules.ts`. */
  key: string;
  origin: RowOrigin;
  /** Awaited in this period; the others may be given, and nobody is reminded of them. */
  isExpected: boolean;
  /** The days for which it is recorded: the whole period, or its last day for a state. */
  days: ClosedPeriod;
  /** Newest version of what the cell says; null before anything was said. A withdrawn one says nothing any more. */
  current: MeasurementRecord | null;
  /** What details it, when several shorter periods were given: it is then their sum. */
  details: readonly MeasurementRecord[];
  /** What was given for a longer period that covers this one. */
  covering: MeasurementRecord | null;
  /** The line of the plan that awaits it. */
  line: CollectionLine | null;
  /** Last day on which it comes in time. */
  due: IsoDate;
}

/** All that the rows of a period follow from. */
export interface ExpectedInput {
  period: EntryPeriod;
  /** A slice is habitual when it was given since that day, or in the same period a year before. */
  recentFrom: IsoDate;
  yearBefore: ClosedPeriod | null;
  lines: readonly CollectionLine[];
  /** Newest versions, from a year before to the end of the exercice. */
  entered: readonly MeasurementRecord[];
  /** In the order of lists. */
  indicators: readonly Indicator[];
  campaigns: readonly Campaign[];
  /** Whose figures they are; null: everybody's. */
  organisations: readonly string[] | null;
  /** Days after the period within which a value is due, where neither the plan nor the indicator says. */
  usualDueDays: number;
  /** Rows that somebody asked for besides. */
  asked: readonly Slice[];
}

/** The same where what was entered is given slice by slice. */
export type ExpectedFrame = Omit<ExpectedInput, 'entered'>;
