import type { MailFailure } from '../../platform/mail/mail.types.js';

/** What became of the reminder of a person and a month. */
export interface TriedReminder {
  /** ISO instant, UTC: when it left, or was last tried. */
  at: string;
  /** Why it did not leave, as it was kept; null for one that did. */
  failure: string | null;
}

/** What came of reminding somebody: nothing when they owe nothing, want no reminder or had theirs. */
export type RecallOutcome = 'sent' | 'nothing' | MailFailure;
