import type { FieldView, FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One indicator of the list. */
export interface IndicatorRowView {
  code: string;
  name: string;
  href: string;
  /** « Flux ». */
  nature: string;
  unit: string;
  /** « 2e définition, depuis le 1er janvier 2021 ». */
  version: string;
  /** « Retiré le 31 décembre 2021 »; null while it is counted. */
  retired: string | null;
  /** Where its place is changed. */
  move: string;
  isFirst: boolean;
  isLast: boolean;
}

export interface IndicatorsView {
  rooms: RoomLink[];
  notice: string | null;
  rows: IndicatorRowView[];
  create: string;
}

/** Fields of the form that answer one question. */
export interface FieldGroupView {
  title: string;
  hint: string;
  fields: FieldView[];
  /** Always shown, or folded until there is something in it to see or to correct. */
  isFolded: boolean;
  isOpen: boolean;
}

/** One definition that the indicator has had. */
export interface VersionView {
  /** « 2 ». */
  number: string;
  /** « depuis le 1er janvier 2021 ». */
  from: string;
  /** « unité, méthode ». */
  changed: string;
  reason: string;
  breaks: boolean;
  /** « 4 janvier 2021 par Marie Dupont ». */
  recorded: string;
}

export interface IndicatorView {
  rooms: RoomLink[];
  notice: string | null;
  back: string;
  /** Null for a new one. */
  code: string | null;
  heading: string;
  /** Its public page; null for a new one. */
  publicPage: string | null;
  form: FormView;
  groups: FieldGroupView[];
  /** How its figures will be written, from what stands in the form. */
  examples: string[];
  /** They come from what was typed, and nothing was saved. */
  isPreview: boolean;
  /** Newest first; empty for a new one. */
  versions: VersionView[];
  /** Null for a new one. */
  retirement:
    { kind: 'counted'; form: FormView } | { kind: 'retired'; sentence: string; action: string } | null;
}
