import type { Amount, Rate } from '../kernel/figure.types.js';
import type { IsoDate } from '../kernel/period.types.js';

/** The same figure in another exercice, over the same days of it. */
export interface PreviousView {
  year: number;
  /** « 2019 », « 2019-2020 ». */
  label: string;
  at: IsoDate;
  amount: Amount | null;
  /** « 320 ». */
  text: string;
  /** « à date comparable » while the year runs, null for whole exercices. */
  window: string | null;
}

/** From the previous figure to this one. */
export type ChangeView =
  | { kind: 'percent'; rate: Rate; text: string }
  /** A difference in the indicator's own unit, « +12 », or in points for rates. */
  | { kind: 'difference' | 'points'; amount: Amount; text: string }
  | { kind: 'not_comparable'; reason: NotComparableReason; text: string };
export const NOT_COMPARABLE = [
  'no_previous',
  'no_value',
  'definition_changed',
  'other_perimeter',
  'partial',
  'not_additive',
  'undetermined',
] as const;
export type NotComparableReason = (typeof NOT_COMPARABLE)[number];
