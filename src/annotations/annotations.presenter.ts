import type { Annotation, AnnotationPrecision } from './annotation.types.js';

/** What the API answers of an event: members in this order, whatever the engine. */
export interface AnnotationAnswer {
  code: string;
  label: string;
  text: string | null;
  period: { start: string; end: string | null; precision: AnnotationPrecision; text: string };
  indicator: string | null;
  campaign: string | null;
  public: boolean;
  updatedAt: string;
}

/** An event as the API tells it. */
export const annotationAnswer = (event: Annotation): AnnotationAnswer => ({
  code: event.code,
  label: event.label,
  text: event.text,
  period: { start: event.start, end: event.end, precision: event.precision, text: event.periodText },
  indicator: event.indicator,
  campaign: event.campaign,
  public: event.isPublic,
  updatedAt: event.updatedAt,
});
