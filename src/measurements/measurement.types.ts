import type { Absence, Marking, Qualifier, Quantity } from '../kernel/figure.types.js';
import type { IsoDate, Precision } from '../kernel/period.types.js';

export const MEASUREMENT_STATUSES = ['draft', 'submitted', 'returned', 'validated', 'withdrawn'] as const;
export type MeasurementStatus = (typeof MEASUREMENT_STATUSES)[number];

/** A measurement's newest version with its key resolved to codes: what figures are computed from. */
export interface MeasurementFact {
  id: number;
  version: number;
  indicator: string;
  campaign: string | null;
  territory: string | null;
  channel: string | null;
  organisation: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  precision: Precision;
  /** In the indicator's smallest unit; null when absent. */
  quantity: Quantity | null;
  absence: Absence | null;
  status: MeasurementStatus;
  marking: Marking;
  source: string | null;
  note: string | null;
  recordedAt: string;
}

/** A measurement as given by the API, a file or a data set: codes and text, not yet checked against what exists. */
export interface MeasurementInput {
  indicator: string;
  campaign?: string | null;
  territory?: string | null;
  channel?: string | null;
  organisation?: string | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** JSON number or plain decimal string, in the indicator's unit. */
  value?: number | string | null;
  valueMax?: number | string | null;
  qualifier?: Qualifier;
  absence?: Absence | null;
  status?: MeasurementStatus;
  marking?: Marking;
  precision?: Precision;
  source?: string | null;
  note?: string | null;
  internalNote?: string | null;
  /** Optimistic lock: refused with `conflict` when the current version is another. */
  version?: number;
}
