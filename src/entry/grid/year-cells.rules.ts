import type { TypedCell } from '../cells/cell.types.js';
import { typedAmount } from '../cells/cell-text.rules.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';

const SEPARATOR = '/';

/** A cell of a year as the fields of its form name it: `2020-09/spots-partages`. */
export const yearCellKey = (month: string, key: string): string => `${month}${SEPARATOR}${key}`;

/** The month and the row of such a name; the name of a row alone has no month. */
export function monthAndRow(name: string): { month: string; key: string } {
  const at = name.indexOf(SEPARATOR);
  return { month: name.slice(0, Math.max(at, 0)), key: name.slice(at + 1) };
}

/**
 * Whether a cell of the form says nothing new: a year's form carries every cell, and only those that somebody changed are
 * to be saved. What was sent back is said again when it is sent again.
 */
export function isLeft(
  { typed, version }: Pick<TypedCell, 'typed' | 'version'>,
  current: ExpectedFigure['current'],
  { wording }: Pick<Indicator, 'wording'>,
): boolean {
  // Nothing typed over nothing: what somebody else wrote there since is theirs.
  if (typed.trim() === '' && version === 0) return true;
  if (current === null || current.status === 'withdrawn') return typed.trim() === '';
  return current.status !== 'returned' && typed === typedAmount(current, wording);
}
