import type { Absence, Quantity } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { MeasurementStatus } from '../measurements/measurement.types.js';

/** One line of a standard file, before it is written: a measurement, a target or a baseline. */
export interface StandardLine {
  kind: 'actual' | 'target' | 'baseline' | 'context';
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  quantity: Quantity | null;
  absence: Absence | null;
  /** Digits of the indicator's smallest unit. */
  decimals: number;
  status: MeasurementStatus;
  source: string | null;
  note: string | null;
}
