import { ABSENCES, MARKINGS, QUALIFIERS } from '../kernel/figure.types.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { MEASUREMENT_STATUSES, type MeasurementInput } from './measurement.types.js';

export const CODE_MAX_LENGTH = 100;
export const MAX_VERSION = 2_147_483_647;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCode: Check = (value) => typeof value === 'string' && value.length <= CODE_MAX_LENGTH;
const isNumber: Check = (value) => typeof value === 'string' || Number.isFinite(value);
const isVersion: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_VERSION;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isOneOf = (words: readonly string[]): Check => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};

/** The members of a measurement, as the schema has them and in its order. */
const MEMBERS: readonly [name: keyof MeasurementInput, check: Check][] = [
  ['indicator', isCode],
  ['campaign', orNull(isCode)],
  ['territory', orNull(isCode)],
  ['channel', orNull(isCode)],
  ['organisation', orNull(isCode)],
  ['periodStart', isText],
  ['periodEnd', isText],
  ['value', orNull(isNumber)],
  ['valueMax', orNull(isNumber)],
  ['qualifier', isOneOf(QUALIFIERS)],
  ['absence', orNull(isOneOf(ABSENCES))],
  ['status', isOneOf(MEASUREMENT_STATUSES)],
  ['marking', isOneOf(MARKINGS)],
  ['precision', isOneOf(PRECISIONS)],
  ['source', orNull(isText)],
  ['note', orNull(isText)],
  ['internalNote', orNull(isText)],
  ['version', isVersion],
];
const REQUIRED = ['indicator', 'periodStart', 'periodEnd'] as const;

/**
 * The measurement that an item is, when nothing is wrong with its shape: most are right, and need none of the schema's
 * explanations. Null leaves the schema to say what is wrong, if anything.
 */
export function rightShape(raw: unknown): MeasurementInput | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const given: Record<string, unknown> = { ...raw };
  const read: Record<string, unknown> = {};
  let members = 0;
  for (const [name, check] of MEMBERS) {
    if (!Object.hasOwn(given, name)) continue;
    const value = given[name];
    if (!check(value)) return null;
    read[name] = value;
    members += 1;
  }
  const isRight =
    members === Object.keys(given).length && REQUIRED.every((name) => Object.hasOwn(given, name));
  return isRight ? (read as unknown as MeasurementInput) : null;
}
