import type { IsoDate } from '../kernel/period.types.js';

/** How finely an event is dated. */
export const ANNOTATION_PRECISIONS = ['day', 'month', 'season', 'year'] as const;
export type AnnotationPrecision = (typeof ANNOTATION_PRECISIONS)[number];

/** What a person or a data set decides of an event, but for its code. */
export interface AnnotationDraft {
  /** A few words, as a chart keys them: « Premier confinement ». */
  label: string;
  /** What it explains, in a sentence or two. */
  text: string | null;
  start: IsoDate;
  /** Null for an event of one day. */
  end: IsoDate | null;
  precision: AnnotationPrecision;
  /** Code of the indicator that it explains; null when it concerns the whole programme. */
  indicator: string | null;
  /** Code of the operation to which it belongs. */
  campaign: string | null;
  /** Whether visitors and documents show it. */
  isPublic: boolean;
}

/** A dated event that explains figures, as a data set gives it. */
export interface AnnotationDefinition extends AnnotationDraft {
  code: string;
}

/** An event as it is kept: its days fill the months, seasons or years to which it is known. */
export interface Annotation extends AnnotationDefinition {
  slug: string;
  /** « du 17 mars au 11 mai 2020 », « avril 2020 ». */
  periodText: string;
  /** ISO instant, UTC. */
  updatedAt: string;
}
