import type { AnswerName } from '../import.types.js';

/** Fields of the assistant: which column is what. */
export const COLUMN_FIELDS = [
  'date',
  'item',
  'territoryColumn',
  'channelColumn',
  'note',
  'totals',
  'grain',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Fields of one column of numbers, and of the indicator that it may bring. */
const VALUE_FIELDS = ['value', 'indicator', 'newName', 'newSame', 'newOther', 'newOne', 'newNature'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
/** Chosen instead of a column of dates: a blank, as no header is. */
export const NO_DATE_COLUMN = ' ';
/** To which period a file without dates relates. */
export const PERIOD_FIELDS = ['periodMonth', 'periodFrom', 'periodTo'] as const;
export type PeriodField = (typeof PERIOD_FIELDS)[number];

/** Columns of numbers that the assistant takes from one file. */
export const MOST_VALUES = 4;
/** Chosen instead of an indicator: no code is written so. */
export const NEW_INDICATOR = '+nouveau';

const FILE_ANSWERS: readonly AnswerName[] = [
  'dateOrder',
  'point',
  'campaign',
  'territory',
  'channel',
  'organisation',
  'conflicts',
  'profile',
];
const FILE_FIELDS: readonly string[] = [
  ...FILE_ANSWERS,
  ...COLUMN_FIELDS,
  ...PERIOD_FIELDS,
  'remember',
  'sender',
];
const FILE_FIELD = new RegExp(`^f(\\d{1,9})-([A-Za-z]{1,30})([2-${MOST_VALUES}])?$`);
const TOTAL_PREFIX = 'total-';

/** Asked of a draft as a whole. */
export const CREATE_FIELD = 'create';

/** Name of the field in which something is said of a file. */
export const fileField = (fileId: number, member: string): string => `f${fileId}-${member}`;

/** Name of the field in which something is said of a column of numbers of a file, the first of which has rank 1. */
export const valueField = (fileId: number, member: ValueField, rank: number): string =>
  `${fileField(fileId, member)}${rank === 1 ? '' : rank}`;

/** Name of the field in which something is said of a total. */
export const totalField = (key: string): string => `${TOTAL_PREFIX}${key}`;

/** Whether a form of ours may have a field of this name. */
export function isDraftField(name: string): boolean {
  if (name === CREATE_FIELD || name.startsWith(TOTAL_PREFIX)) return true;
  const [, , member, rank] = FILE_FIELD.exec(name) ?? [];
  if (member === undefined) return false;
  return isValueField(member) || (rank === undefined && FILE_FIELDS.includes(member));
}

const isValueField = (member: string): boolean => VALUE_FIELDS.some((known) => known === member);
