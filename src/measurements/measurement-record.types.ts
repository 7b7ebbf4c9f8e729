import type { MeasurementContent } from './measurement.types.js';

/** One version of a measurement as it is kept, with its key in codes. */
export interface MeasurementRecord extends MeasurementContent {
  id: number;
  version: number;
  indicator: string;
  decimals: number;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: string;
  periodEnd: string;
  recordedAt: string;
  recordedBy: string;
  reason: string | null;
}
