import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One exercice of the choice above a list. */
export interface YearChoiceView {
  label: string;
  href: string;
  current: boolean;
}

/** One target of the list. */
export interface TargetRowView {
  href: string;
  /** « Visiteurs accueillis sur le stand ». */
  indicator: string;
  /** « Cible de l’opération “Salon” », « Valeur de référence ». */
  about: string;
  period: string;
  value: string;
  /** « régulier », « par paliers », « jours de l’opération ». */
  path: string;
  /** « comité de pilotage, séance du 16 décembre 2020 ». */
  decided: string;
  state: { label: string; tone: 'good' | 'calm' };
}

export interface TargetsView {
  rooms: RoomLink[];
  notice: string | null;
  years: YearChoiceView[];
  heading: string;
  rows: TargetRowView[];
  /** Null for whoever reads only. */
  form: FormView | null;
}

/** What a target was from one decision to the next. */
export interface TargetVersionView {
  number: string;
  value: string;
  path: string;
  decided: string;
  /** « le 16 décembre 2020 à 14 h 05 par Marie Dupont ». */
  recorded: string;
  reason: string;
}

export interface TargetPageView {
  rooms: RoomLink[];
  notice: string | null;
  back: string;
  kicker: string;
  heading: string;
  state: TargetRowView['state'];
  facts: { label: string; value: string }[];
  /** Newest first. */
  versions: TargetVersionView[];
  /** Null for whoever reads only, and once it is withdrawn. */
  change: FormView | null;
  withdrawal: FormView | null;
}
