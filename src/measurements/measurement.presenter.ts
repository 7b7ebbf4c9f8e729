import { authorWords } from '../accounts/people/author-words.rules.js';
import { amountToJson } from './measurement-amount.rules.js';
import type { MeasurementAnswer, SaidVersion } from './measurement-answer.types.js';
import type { MeasurementRecord } from './measurement-record.types.js';

/** What a reader may see beside what is published. */
export interface ReaderView {
  /** Why a figure was taken back. */
  reasons: boolean;
  /** Names of authors by signature, with internal notes; null for whoever may read neither. */
  authors: ReadonlyMap<string, string> | null;
}

const known = <T>(value: T | null): T | undefined => value ?? undefined;

/** Who wrote, where a number stands for them: the signature of a program says its name already. */
function authorOf(signature: string, authors: ReadonlyMap<string, string>): string | undefined {
  return /^(?:person|coupon):/.test(signature) ? authorWords(signature, authors) : undefined;
}

export function measurementAnswer(
  record: MeasurementRecord,
  { reasons, authors }: ReaderView,
): MeasurementAnswer {
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
    ...(authors === null
      ? {}
      : {
          internalNote: known(record.internalNote),
          recordedBy: record.recordedBy,
          author: authorOf(record.recordedBy, authors),
        }),
    ...(reasons ? { reason: known(record.reason) } : {}),
  };
}

/** The same with its amount in the indicator's smallest unit, for texts. */
export function saidVersion(record: MeasurementRecord, view: ReaderView): SaidVersion {
  const { value, valueMax, qualifier } = record;
  return {
    answer: measurementAnswer(record, view),
    quantity: value === null || qualifier === null ? null : { value, valueMax, qualifier },
  };
}
