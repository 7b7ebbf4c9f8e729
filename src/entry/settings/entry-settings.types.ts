import type { ReviewMode } from '../../measurements/measurement-life.types.js';

/** How figures are entered in this programme. */
export interface EntrySettings {
  review: ReviewMode;
  /** Days after its end at which a month closes: later entries give their reason. Null: it never does. */
  closingDays: number | null;
  /** Day of the month, 1 to 28, on which people are reminded of what they owe of the month before; null: never. */
  reminderDay: number | null;
}
