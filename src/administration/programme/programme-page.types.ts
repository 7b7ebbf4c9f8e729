import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One year of the list. */
export interface ExerciceRowView {
  year: string;
  href: string;
  state: { label: string; tone: 'good' | 'watch' | 'calm' };
  /** « Arrêté au 16 décembre 2020 », or that its figures still come in. */
  closing: string;
  headline: string;
}

/** The room of the programme. */
export interface ProgrammeRoomView {
  rooms: RoomLink[];
  notice: string | null;
  description: FormView;
  colour: {
    form: FormView;
    /** Where a button goes back to the colours of Copil; null while they are in use. */
    reset: string | null;
  };
  logo: {
    form: FormView;
    /** Address of the present one, and where a button takes it away; null without a logo. */
    present: { src: string; remove: string } | null;
  };
  exercices: { rows: ExerciceRowView[]; form: FormView };
}

/** The page of one year. */
export interface ExerciceRoomView {
  rooms: RoomLink[];
  notice: string | null;
  year: string;
  back: string;
  state: ExerciceRowView['state'];
  /** Null once the year is sealed with its bilan. */
  form: FormView | null;
  /** What a sealed year says, label and value. */
  facts: { label: string; value: string }[];
  /** Lets it change again; null unless it is sealed. */
  reopening: FormView | null;
  /** « Rouvert le 4 mars 2021 à 9 h par Anne Roux », and why. */
  reopenings: { recorded: string; reason: string }[];
}
