/** How a published value relates to the true one: « plus de 13 000 » is a value and a qualifier, never a rounded number. */
export const QUALIFIERS = [
  'exact',
  'more_than',
  'at_least',
  'nearly',
  'about',
  'less_than',
  'up_to',
  'between',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Why a value that was expected is not there. Absence is never zero. */
export const ABSENCES = ['not_communicated', 'not_available', 'not_applicable', 'suppressed'] as const;
export type Absence = (typeof ABSENCES)[number];

/** How firm a value is, beside its qualifier. */
export const MARKINGS = ['final', 'provisional', 'estimated', 'revised'] as const;
export type Marking = (typeof MARKINGS)[number];

/**
 * A value as people give it. `value` and `valueMax` are safe integers in the indicator's smallest unit
 * (12.50 € with two decimals is 1250); `valueMax` is set for `between` only.
 */
export interface Quantity {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
}

/** What is known for certain. Bounds are integers in the smallest unit; null means unbounded; open excludes the bound. */
export interface Interval {
  lower: number | null;
  lowerOpen: boolean;
  upper: number | null;
  upperOpen: boolean;
}

/** A quantity with the interval that its qualifier, or the arithmetic that made it, implies. */
export interface Amount extends Quantity {
  interval: Interval;
}

/** A percentage computed from amounts. Percent points; `lower` is rounded down, `upper` up; null means unbounded. */
export interface Rate {
  kind: 'rate';
  value: number;
  lower: number | null;
  upper: number | null;
  qualifier: Qualifier;
}

/** Why a rate has no value: it then carries a reason, never NaN. */
export type NotComputableReason =
  'no_value' | 'zero_denominator' | 'small_base' | 'no_target' | 'unbounded' | 'sign_change';
export interface NotComputable {
  kind: 'not_computable';
  reason: NotComputableReason;
}
export type RateResult = Rate | NotComputable;

export type TargetComparison = 'reached' | 'missed' | 'undetermined';

/** The words and the scale with which an indicator's amounts are written in French. */
export interface Wording {
  /** Follows the number when it takes the singular: « visiteur accueilli sur le stand ». */
  labelOne: string;
  /** Follows the number when it takes the plural: « visiteurs accueillis sur le stand ». */
  labelOther: string;
  /** The noun starts with a vowel sound: « 2 millions d’ambassadeurs ». */
  elision: boolean;
  /** Digits kept after the decimal comma, 0 to 4: the exponent of the smallest unit. */
  decimals: number;
  /** Symbol glued to the number (`%`, `€`, `h`), or null for counted things. */
  symbol: string | null;
  /** Variations are written with their sign: « +6 % ». */
  signed: boolean;
}
