import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import type { Precision } from '../kernel/period.types.js';
import { amountToJson } from './measurement-amount.rules.js';
import type { MeasurementStatus } from './measurement.types.js';
import type { MeasurementRecord } from './records.repository.js';

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
  recordedBy?: string;
  reason?: string;
}

const known = <T>(value: T | null): T | undefined => value ?? undefined;

/** @param reserved shows what only members may read: internal note, author, motive. */
export function measurementAnswer(record: MeasurementRecord, reserved: boolean): MeasurementAnswer {
  const amount = (value: number | null): number | string | undefined =>
    value === null ? undefined : amountToJson(value, record.decimals);
  return {
    id: record.id,
    version: record.version,
    indicator: record.indicator,
    campaign: known(record.campaign),
    territory: known(record.territory),
    channel: known(record.channel),
    organisation: known(record.organisation),
    periodStart: record.periodStart,
    periodEnd: record.periodEnd,
    precision: record.precision,
    value: amount(record.value),
    valueMax: amount(record.valueMax),
    qualifier: known(record.qualifier),
    absence: known(record.absence),
    status: record.status,
    marking: record.marking,
    source: known(record.source),
    note: known(record.note),
    recordedAt: record.recordedAt,
    ...(reserved
      ? {
          internalNote: known(record.internalNote),
          recordedBy: record.recordedBy,
          reason: known(record.reason),
        }
      : {}),
  };
}
