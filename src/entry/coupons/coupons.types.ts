import type { FormView } from '../../platform/forms/form.types.js';

/** One coupon as the list shows it. */
export interface CouponRowView {
  organisation: string;
  /** « septembre 2020 ». */
  month: string;
  /** « Créé le 4 octobre 2020 à 9 h 12 par Marie Dupont, envoyé à contact@exemple.fr ». */
  made: string;
  lastDay: string;
  openings: string;
  /** « Dernière le 5 octobre 2020 à 8 h »; null before the first one. */
  lastOpening: string | null;
  /** « Chiffres reçus le 5 octobre 2020 à 8 h 10 »; null before. */
  lastAnswer: string | null;
  state: { label: string; tone: 'good' | 'watch' | 'late' | 'calm' };
  /** The blank form on paper. */
  print: string;
  /** Null when there is nothing left to close. */
  revoke: string | null;
}

/** The page of coupons. */
export interface CouponsView {
  notice: string | null;
  /** The address of a coupon just made, shown once. */
  created: { address: string; sentence: string } | null;
  /** Null before the programme has an organisation. */
  form: FormView | null;
  rows: CouponRowView[];
}
