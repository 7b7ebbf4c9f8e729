import type { FormView } from '../../platform/forms/form.types.js';
import type { RoomLink } from '../rooms.rules.js';

/** One territory of the list. */
export interface TerritoryRowView {
  code: string;
  name: string;
  href: string;
  /** « Commune ». */
  level: string;
  /** « 46042 »; empty when there is none. */
  inseeCode: string;
  /** Where it stands; null for the widest. */
  parent: string | null;
  /** « 36 territoires », and the list of them; null when there is none. */
  children: { text: string; href: string } | null;
}

export interface TerritoriesView {
  rooms: RoomLink[];
  notice: string | null;
  search: string;
  /** The territory of which the list shows what stands in it; null for the whole. */
  within: { code: string; name: string; href: string } | null;
  /** « 12 territoires sur 322 ». */
  count: string;
  /** The list is not the whole. */
  isNarrowed: boolean;
  rows: TerritoryRowView[];
  departement: FormView;
  form: FormView;
}

export interface TerritoryView {
  rooms: RoomLink[];
  notice: string | null;
  back: string;
  code: string;
  name: string;
  /** « Commune ». */
  level: string;
  form: FormView;
}
