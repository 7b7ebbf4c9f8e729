import type { Shape } from '../../platform/views/icons.js';
import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';
import type { YearChoiceView } from '../targets/targets.types.js';

/** One opinion of the list, beside what is computed. */
export interface OpinionRowView {
  indicator: string;
  /** Its page, in this exercice. */
  href: string;
  /** « Opération “Salon” », or the whole programme. */
  about: string;
  mark: { word: string; shape: Shape; tone: string } | null;
  /** What is computed: « En retard : 42 % de la cible de 300 ». Null for an opinion that another one replaced. */
  computed: string | null;
  /** « séance du 16 décembre 2020 » or « le 16 décembre 2020 ». */
  when: string;
  /** « Enregistré le 16 décembre 2020 à 14 h 05 par Marie Dupont ». */
  recorded: string;
  reason: string;
}

export interface OpinionsView {
  rooms: RoomLink[];
  notice: string | null;
  years: YearChoiceView[];
  heading: string;
  /** Those that hold. */
  present: OpinionRowView[];
  /** Those before them, newest first. */
  former: OpinionRowView[];
  /** Null for whoever reads only. */
  form: FormView | null;
}
