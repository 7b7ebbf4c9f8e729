import { ABSENCES, MARKINGS, QUALIFIERS } from '../kernel/figure.types.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { MEASUREMENT_STATUSES, type MeasurementInput } from './measurement.types.js';

export const CODE_MAX_LENGTH = 100;
export const MAX_VERSION = 2_147_483_647;

const isText = (value: unknown): boolean => typeof value === 'string';
const isCode = (value: unknown): boolean => typeof value === 'string' && value.length <= CODE_MAX_LENGTH;
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isCodeOrNull = (value: unknown): boolean => value === null || isCode(value);
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value) || isText(value);
const isVersion = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_VERSION;
const isOneOf = (words: readonly string[]): ((value: unknown) => boolean) => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};
const isQualifier = isOneOf(QUALIFIERS);
const isAbsence = isOneOf(ABSENCES);
const isStatus = isOneOf(MEASUREMENT_STATUSES);
const isMarking = isOneOf(MARKINGS);
const isPrecision = isOneOf(PRECISIONS);

/** A member that must be there counts for one when it is right; one wrong member makes every count wrong. */
const must = (isRight: boolean): number => (isRight ? 1 : Number.NaN);
/** The same for a member that may be left out. */
const may = (value: unknown, isRight: (value: unknown) => boolean): number =>
  value === undefined ? 0 : must(isRight(value));

/**
 * The measurement that an item is, when nothing is wrong with its shape: most are right, and need none of the schema's
 * explanations. Null leaves the schema to say what is wrong, if anything. Written out member by member, in the order of
 * the schema: every row of every batch goes through here.
 */
export function rightShape(raw: unknown): MeasurementInput | null {
  if (!isPlainObject(raw)) return null;
  const { indicator, campaign, territory, channel, organisation, periodStart, periodEnd } = raw;
  const { value, valueMax, qualifier, absence, status, marking, precision } = raw;
  const { source, note, internalNote, version, reason } = raw;
  const members =
    must(isCode(indicator)) +
    may(campaign, isCodeOrNull) +
    may(territory, isCodeOrNull) +
    may(channel, isCodeOrNull) +
    may(organisation, isCodeOrNull) +
    must(isText(periodStart)) +
    must(isText(periodEnd)) +
    may(value, isNumberOrNull) +
    may(valueMax, isNumberOrNull) +
    may(qualifier, isQualifier) +
    may(absence, (word) => word === null || isAbsence(word)) +
    may(status, isStatus) +
    may(marking, isMarking) +
    may(precision, isPrecision) +
    may(source, isTextOrNull) +
    may(note, isTextOrNull) +
    may(internalNote, isTextOrNull) +
    may(version, isVersion) +
    may(reason, isTextOrNull);
  // As many members as are known: none is of another name.
  if (members !== Object.keys(raw).length) return null;
  const read: Members = {
    indicator,
    campaign,
    territory,
    channel,
    organisation,
    periodStart,
    periodEnd,
    value,
    valueMax,
    qualifier,
    absence,
    status,
    marking,
    precision,
    source,
    note,
    internalNote,
    version,
    reason,
  };
  return read as MeasurementInput;
}

type Members = Readonly<Record<keyof MeasurementInput, unknown>>;

/** An object as JSON makes them: nothing is inherited that could pass for a member. */
function isPlainObject(raw: unknown): raw is Members {
  if (typeof raw !== 'object' || raw === null) return false;
  const prototype: unknown = Object.getPrototypeOf(raw);
  return prototype === Object.prototype || prototype === null;
}
