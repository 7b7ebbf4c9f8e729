import { precisionOf } from '../kernel/period.rules.js';
import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import type { ClosedPeriod, Precision } from '../kernel/period.types.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';

/** The content of an input once read. Undefined members were not said; null ones were said to be empty. */
export interface GivenContent {
  value: number | null;
  valueMax: number | null;
  qualifier: Qualifier | null;
  absence: Absence | null;
  status?: MeasurementStatus;
  marking?: Marking;
  precision?: Precision;
  source?: string | null;
  note?: string | null;
  internalNote?: string | null;
}

const MEMBERS = [
  'value',
  'valueMax',
  'qualifier',
  'absence',
  'status',
  'marking',
  'precision',
  'source',
  'note',
  'internalNote',
] as const satisfies readonly (keyof MeasurementContent)[];

/** An empty text says nothing: it is kept as no text. */
const textOf = (text: string | null): string | null => (text === '' ? null : text);

/**
 * What the next version would say. While the value stays the same, members that were not said keep what was said
 * before: a file without a `marking` column must not turn a provisional figure into a final one. A new value starts
 * afresh: the source of the old one is not its source. Precision belongs to the period, which is part of the key.
 */
export function nextContent(
  given: GivenContent,
  period: ClosedPeriod,
  current: MeasurementContent | null,
  defaultStatus: MeasurementStatus,
): MeasurementContent {
  const { value, valueMax, qualifier, absence } = given;
  const sameValue =
    current !== null &&
    current.value === value &&
    current.valueMax === valueMax &&
    current.qualifier === qualifier &&
    current.absence === absence;
  const kept = sameValue ? current : null;
  const text = (said: string | null | undefined, before: string | null | undefined): string | null =>
    said === undefined ? (before ?? null) : textOf(said);
  const next: MeasurementContent = {
    value,
    valueMax,
    qualifier,
    absence,
    status: given.status ?? defaultStatus,
    marking: given.marking ?? kept?.marking ?? 'final',
    precision: given.precision ?? current?.precision ?? precisionOf(period.start, period.end),
    source: text(given.source, kept?.source),
    note: text(given.note, kept?.note),
    internalNote: text(given.internalNote, kept?.internalNote),
  };
  // Sending again what was validated asks for nothing: it does not have to be validated once more.
  if (given.status !== undefined || defaultStatus !== 'submitted' || current === null) return next;
  const asValidated: MeasurementContent = { ...next, status: 'validated' };
  return sameContent(current, asValidated) ? asValidated : next;
}

/** Two versions say the same thing. */
export function sameContent(one: MeasurementContent, other: MeasurementContent): boolean {
  return MEMBERS.every((member) => one[member] === other[member]);
}
