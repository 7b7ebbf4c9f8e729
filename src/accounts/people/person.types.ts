import type { PersonState, Role } from '../account.types.js';

/** Somebody with an account, as administrators see them. */
export interface Person {
  id: number;
  email: string;
  name: string;
  role: Role;
  /** Code of their organisation; a contributor always has one. */
  organisation: string | null;
  state: PersonState;
  hasSecondFactor: boolean;
  /** Whether what they owe of a month is recalled by e-mail. */
  reminders: boolean;
  /** ISO instant of the last time they came in; null before the first. */
  lastSignedInAt: string | null;
  createdAt: string;
}

/** What an administrator decides of somebody; texts as they were typed. */
export interface PersonSettings {
  name: string;
  role: Role;
  /** Code in any case; null, or empty, for none. */
  organisation: string | null;
}

/** Somebody to let in. */
export interface Invitation extends PersonSettings {
  email: string;
}

/** A one-time link made for somebody: to hand over, told nowhere else. */
export interface PersonLink {
  kind: 'invitation' | 'password_reset';
  person: Person;
  link: string;
}
