import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One link as the list shows it. */
export interface ShareRowView {
  label: string;
  /** « Tableau de bord 2020 ». */
  page: { label: string; href: string };
  /** « Créé le 16 décembre 2020 à 14 h 05 par Marie Dupont ». */
  made: string;
  lastDay: string;
  openings: string;
  /** « Dernière le 16 décembre 2020 à 14 h 05 »; null before the first one. */
  lastOpening: string | null;
  state: { label: string; tone: 'good' | 'watch' | 'late' | 'calm' };
  /** Null when there is nothing left to close. */
  revoke: { action: string; label: string } | null;
}

/** The room of share links. */
export interface SharesView {
  rooms: RoomLink[];
  notice: string | null;
  /** The address of a link just made, shown once. */
  created: { address: string; sentence: string } | null;
  /** Null before the programme has an exercice. */
  form: FormView | null;
  rows: ShareRowView[];
}
