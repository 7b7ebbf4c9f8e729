import type { FormView } from '../../platform/forms/form.types.js';
import type { SecretView, StateView } from '../people/people.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One token of the list. */
export interface TokenRowView {
  name: string;
  /** « Créé le 16 décembre 2020 à 14 h 05 par Marie Durand ». */
  made: string;
  /** What it opens: « Envoyer des mesures ». */
  permissions: string;
  /** What it is limited to, one line each. */
  limits: string[];
  lastDay: string;
  lastUse: string;
  rate: string;
  state: StateView;
  /** Null when it no longer works. */
  revoke: string | null;
}

/** The room of tokens. */
export interface TokensView {
  rooms: RoomLink[];
  notice: string | null;
  /** The token just made, shown this once. */
  created: SecretView | null;
  rows: TokenRowView[];
  form: FormView;
}
