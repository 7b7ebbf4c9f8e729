import type { MeasurementRecord } from './measurement-record.types.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';

/** What a figure is while it waits: its newest version does not count yet. */
export type WaitingStatus = Extract<MeasurementStatus, 'draft' | 'submitted' | 'returned'>;

/** A figure that waits, beside what counts until then. */
export interface WaitingMeasurement extends MeasurementRecord {
  /** What counts, or was taken back; null when nothing was ever validated. */
  stands: Pick<
    MeasurementContent,
    'value' | 'valueMax' | 'qualifier' | 'absence' | 'status' | 'marking'
  > | null;
  /** Who recorded the version before: whom a figure was sent back to. Null when there is none. */
  recordedBefore: string | null;
}

/** Which figures that wait, by codes. */
export interface WaitingFilter {
  status: WaitingStatus;
  campaign?: string;
  organisation?: string;
  offset: number;
  limit: number;
}
