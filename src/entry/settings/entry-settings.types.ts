/**
 * Who makes a submitted figure count: `auto`, submitting is enough for whoever edits all figures (a trace says so);
 * `single`, whoever may validate, their own included; `four_eyes`, somebody else than those who wrote it.
 */
export const REVIEW_MODES = ['auto', 'single', 'four_eyes'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** How figures are entered in this programme. */
export interface EntrySettings {
  review: ReviewMode;
  /** Days after its end at which a month closes: later entries give their reason. Null: it never does. */
  closingDays: number | null;
  /** Day of the month, 1 to 28, on which people are reminded of what they owe of the month before; null: never. */
  reminderDay: number | null;
}
