import type { Absence, Marking, Qualifier, Quantity } from '../kernel/figure.types.js';
import type { Precision } from '../kernel/period.types.js';
import type { MeasurementStatus } from './measurement.types.js';

/** A measurement as the API answers it: what is not known is not there. */
export interface MeasurementAnswer {
  id: number;
  version: number;
  indicator: string;
  campaign?: string;
  territory?: string;
  channel?: string;
  organisation?: string;
  periodStart: string;
  periodEnd: string;
  precision: Precision;
  value?: number | string;
  valueMax?: number | string;
  qualifier?: Qualifier;
  absence?: Absence;
  status: MeasurementStatus;
  marking: Marking;
  source?: string;
  note?: string;
  recordedAt: string;
  internalNote?: string;
  /** `person:12`, `token:Stand`, `import:fichier.csv`, `coupon:3`. */
  recordedBy?: string;
  /** The person's name, today, « ancien utilisateur » for one who left; « un coupon de saisie (CCI du Lot) ». */
  author?: string;
  reason?: string;
}

/** What one version of a measurement says, to whoever may read it. */
export interface SaidVersion {
  answer: MeasurementAnswer;
  /** In the indicator's smallest unit; null when absent. */
  quantity: Quantity | null;
}
