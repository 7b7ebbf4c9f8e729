import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One event of the list. */
export interface AnnotationRowView {
  label: string;
  href: string;
  when: string;
  /** « Tout le programme », or the indicator and the operation that it concerns. */
  about: string;
  text: string | null;
  state: { label: string; tone: 'good' | 'calm' };
}

/** The room of dated events. */
export interface AnnotationsView {
  rooms: RoomLink[];
  notice: string | null;
  rows: AnnotationRowView[];
  form: FormView;
}

/** One event, to correct or to take away. */
export interface AnnotationView {
  rooms: RoomLink[];
  label: string;
  when: string;
  back: string;
  form: FormView;
  removal: { action: string; sentence: string };
}
