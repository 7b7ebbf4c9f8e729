import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

export interface StateView {
  label: string;
  tone: 'good' | 'watch' | 'late' | 'calm';
}

/** One person of the list. */
export interface PersonRowView {
  name: string;
  href: string;
  email: string;
  role: string;
  /** Null when bound to none. */
  organisation: string | null;
  state: StateView;
  secondFactor: string;
  lastSeen: string;
}

/** The room of people. */
export interface PeopleView {
  rooms: RoomLink[];
  notice: string | null;
  /** The link of the invitation just made. */
  created: SecretView | null;
  /** What was looked for; empty for everybody. */
  search: string;
  /** « 12 personnes ». */
  count: string;
  rows: PersonRowView[];
  form: FormView;
}

/** A button with what pressing it does. */
export interface PersonActionView {
  action: string;
  label: string;
  hint: string;
  tone: 'plain' | 'danger';
}

/** One person. */
export interface PersonView {
  rooms: RoomLink[];
  name: string;
  notice: string | null;
  /** The link just made for them. */
  created: SecretView | null;
  /** Why nothing was done; null when nothing was refused. */
  problem: string | null;
  state: StateView;
  facts: { label: string; value: string }[];
  /** Null once anonymised. */
  form: FormView | null;
  actions: PersonActionView[];
  /** Null for oneself, and once anonymised. */
  erasure: FormView | null;
}

/** A link or a token shown this once. */
export interface SecretView {
  heading: string;
  lede: string;
  secret: string;
  notes: string[];
  /** Where to go next; null when the page itself is the place. */
  next: { label: string; href: string } | null;
}
