import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One body of the list. */
export interface OrganisationRowView {
  code: string;
  /** The name it bears today, or bore last. */
  name: string;
  href: string;
  kind: string;
  /** « 2 personnes ». */
  people: string;
  /** « Réunie à Lot Tourisme le 1er janvier 2021 »; null while it stands by itself. */
  merged: string | null;
}

export interface OrganisationsView {
  rooms: RoomLink[];
  notice: string | null;
  rows: OrganisationRowView[];
  form: FormView;
}

/** A name with its days and the form that corrects it. */
export interface NameView {
  name: string;
  /** « du 1er janvier 2019 au 31 décembre 2020 ». */
  days: string;
  form: FormView;
  /** Open at once when it has something to correct. */
  isOpen: boolean;
}

export interface OrganisationView {
  rooms: RoomLink[];
  notice: string | null;
  code: string;
  name: string;
  back: string;
  people: string;
  details: FormView;
  names: NameView[];
  newName: FormView;
  merge:
    | { kind: 'merged'; sentence: string; action: string }
    | { kind: 'open'; form: FormView }
    /** Nothing to be merged into. */
    | { kind: 'alone' };
  /** Bodies that became part of this one. */
  absorbed: { label: string; href: string }[];
}
