import type { AnswerName } from '../import.types.js';

/** Fields of the assistant: which column is what. */
export const COLUMN_FIELDS = [
  'date',
  'value',
  'indicator',
  'item',
  'territoryColumn',
  'channelColumn',
  'note',
  'totals',
  'grain',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

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
const FILE_FIELDS: readonly string[] = [...FILE_ANSWERS, ...COLUMN_FIELDS, 'remember', 'sender'];
const FILE_FIELD = /^f(\d{1,9})-([A-Za-z]{1,30})$/;
const TOTAL_PREFIX = 'total-';

/** Asked of a draft as a whole. */
export const CREATE_FIELD = 'create';

/** Name of the field in which something is said of a file. */
export const fileField = (fileId: number, member: string): string => `f${fileId}-${member}`;

/** Name of the field in which something is said of a total. */
export const totalField = (key: string): string => `${TOTAL_PREFIX}${key}`;

/** Whether a form of ours may have a field of this name. */
export function isDraftField(name: string): boolean {
  if (name === CREATE_FIELD || name.startsWith(TOTAL_PREFIX)) return true;
  const member = FILE_FIELD.exec(name)?.[2];
  return member !== undefined && FILE_FIELDS.includes(member);
}
