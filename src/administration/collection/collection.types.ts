import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One figure that is awaited again and again, as the list shows it. */
export interface CollectionRowView {
  indicator: string;
  href: string;
  /** « Les spots du Lot, Cahors »; empty for the whole programme. */
  about: string;
  /** « CCI du Lot », « L’équipe », « Marie Dupont, CCI du Lot ». */
  owner: string;
  /** « Chaque mois ». */
  frequency: string;
  /** « Depuis le 1er janvier 2020 »; empty without ends. */
  days: string;
  /** « 10 jours après »; what the indicator says otherwise. */
  due: string;
}

/** The room of what is awaited. */
export interface CollectionView {
  rooms: RoomLink[];
  notice: string | null;
  present: CollectionRowView[];
  /** Those that ended. */
  former: CollectionRowView[];
  /** Null before there is an indicator. */
  form: FormView | null;
}

/** One line of the plan. */
export interface CollectionLineView {
  rooms: RoomLink[];
  heading: string;
  about: string;
  /** « Chaque mois, CCI du Lot ». */
  facts: { label: string; value: string }[];
  change: FormView;
  removal: FormView;
}
