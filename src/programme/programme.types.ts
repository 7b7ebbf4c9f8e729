import type { IsoDate } from '../kernel/period.types.js';

export interface PublicLink {
  label: string;
  url: string;
  audience: 'public' | 'partners';
}

export const VISIBILITIES = ['public', 'members'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The one programme of an installation. */
export interface Programme {
  code: string;
  name: string;
  /** « programme d’attractivité du Lot »: follows the name on covers. */
  tagline: string;
  purpose: string;
  carriedBy: string;
  territoryCode: string;
  visibility: Visibility;
  links: PublicLink[];
  /** Where the figures come from, word for word in « Méthode et sources ». */
  sourceStatement: string;
  licence: string | null;
}

export const EXERCICE_STATES = ['open', 'closed', 'sealed'] as const;
export type ExerciceState = (typeof EXERCICE_STATES)[number];

/** A year of the programme, named by the civil year in which it ends unless its dates say otherwise. */
export interface Exercice {
  year: number;
  /** Both null for the civil year of its name. */
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  state: ExerciceState;
  /** The day its figures were stopped; null while they still come in. */
  closingDate: IsoDate | null;
  headline: string | null;
  summary: string | null;
  /** The list of operations called into question is not complete: print « notamment ». */
  questionedListIsPartial: boolean;
  /** ISO instant, UTC. */
  updatedAt: string;
}

/** A sealed exercice was reopened: when, by whom, why. */
export interface ExerciceReopening {
  reason: string;
  /** ISO instant, UTC. */
  recordedAt: string;
  /** `person:12`. */
  recordedBy: string;
}

export interface TerritoryDefinition {
  code: string;
  level: string;
  inseeCode: string | null;
  name: string;
  parentCode: string | null;
}

export interface Territory extends TerritoryDefinition {
  id: number;
}

/** A name and the days on which it was borne; null ends are open. */
export interface OrganisationName {
  name: string;
  /** For lists, with its article when it takes one: « le Département ». */
  nameInSentence: string;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

export interface OrganisationDefinition {
  code: string;
  kind: string;
  role: string | null;
  note: string | null;
  /** Oldest first. */
  names: OrganisationName[];
}

export interface Organisation extends OrganisationDefinition {
  id: number;
  /** Code of the body that it became part of; null while it stands by itself. */
  mergedInto: string | null;
  mergedOn: IsoDate | null;
}

/** Every body with the names it bore. */
export interface OrganisationDirectory {
  /** In the order of their codes. */
  all: Organisation[];
  /** The name of a body on a day; outside its dated names, the nearest one. Throws RangeError on an unknown code. */
  nameAt(code: string, day: IsoDate): OrganisationName;
}

/** Where a campaign speaks: « Réseaux sociaux ». */
export interface Channel {
  code: string;
  label: string;
}
