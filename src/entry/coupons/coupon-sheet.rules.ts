import { monthOf } from '../../kernel/calendar.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { sameAmount } from '../cells/cell-text.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { CouponAnswer } from './coupon-sheet.types.js';

type Row = Pick<ExpectedFigure, 'isExpected' | 'current' | 'details'>;

/** Something stands there, whether it counts or waits. */
export const isSaid = ({ current }: Pick<Row, 'current'>): boolean =>
  current !== null && current.status !== 'withdrawn';

/** What a coupon shows: what is awaited, and what was given besides. */
export const isAsked = (row: Row): boolean => row.isExpected || isSaid(row) || row.details.length > 0;

/** What a partner no more changes: it was validated, or it adds up what is given day by day. */
export const isSettled = ({ current, details }: Row): boolean =>
  details.length > 0 || current?.status === 'validated';

/** Nothing was said of it, and it may still be. */
export const isEmpty = (row: Row): boolean => !isSettled(row) && !isSaid(row);

/** Nothing was said of it, and nothing was typed in it either. */
export const isLeft = (row: Row & { key: string }, typed: ReadonlyMap<string, string>): boolean =>
  isEmpty(row) && (typed.get(row.key) ?? '').trim() === '';

/**
 * Whether the remark of an answer tells why a figure that surprised is right: its sender was shown the figure as it waits,
 * with what surprises in it, and writes something new, or sends the very same again. A remark that came with the figure was
 * written before anything surprised.
 * @param changed the answer changed something.
 */
export function isExplainedBy(
  { source, versions }: Pick<CouponAnswer, 'source' | 'versions'>,
  { key, current }: Pick<Row, 'current'> & { key: string },
  changed: boolean,
): boolean {
  if (source === '' || current?.status !== 'submitted') return false;
  return versions.get(key) === current.version && (!changed || source !== current.source);
}

/** Whether a figure says the same before and after: another one may surprise for another reason. */
export const isSameSaid = (before: Pick<Row, 'current'>, after: Pick<Row, 'current'> | null): boolean =>
  before.current !== null &&
  after !== null &&
  after.current !== null &&
  before.current.id === after.current.id &&
  isSaid(after) &&
  sameAmount(before.current, after.current);

/** « Merci, chiffres reçus le 4 décembre ; vous pouvez les modifier jusqu’au 15. » */
export function thanksWords(received: IsoDate, until: IsoDate): string {
  return sentence`Merci, chiffres reçus le ${withoutYear(received)} ; vous pouvez les modifier ${lastWords(received, until)}.`;
}

function lastWords(received: IsoDate, until: IsoDate): string {
  if (received >= until) return 'jusqu’à la fin de la journée';
  const isNear = monthOf(received) === monthOf(until);
  return `jusqu’au ${isNear ? withoutYear(until).replace(/\u00a0.*$/, '') : withoutYear(until)}`;
}

const withoutYear = (day: IsoDate): string => formatDate(day).replace(/\u00a0\d{4}$/, '');

/** Where figures come from when all that were given say the same; empty otherwise. */
export function commonSource(rows: readonly Pick<Row, 'current'>[]): string {
  const sources = new Set(rows.filter(isSaid).map(({ current }) => current?.source ?? ''));
  return sources.size === 1 ? ([...sources][0] ?? '') : '';
}
