import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One profile, as the list shows it. */
export interface ProfileRowView {
  name: string;
  href: string;
  /** « Fourni avec Copil », « Appris de Imprimerie Boissor ». */
  origin: string;
  /** The names of what it counts. */
  figures: string;
  state: { label: string; tone: 'good' | 'calm' | 'watch' };
}

export interface ProfilesView {
  rooms: RoomLink[];
  notice: string | null;
  rows: ProfileRowView[];
}

/** One profile in words, and as the JSON that it is. */
export interface ProfileView {
  rooms: RoomLink[];
  notice: string | null;
  heading: string;
  origin: string;
  /** Why it recognises nothing, null when it does. */
  idle: string | null;
  facts: { label: string; values: string[] }[];
  form: FormView;
  /** To take it away, or to put it back. */
  toggle: FormView;
  /** Back to what came with Copil; null for what was learned, or never changed. */
  reset: FormView | null;
}
