import type { IsoDate } from '../kernel/period.types.js';

export const MODALITIES = ['remote', 'in_person', 'mixed'] as const;
export type Modality = (typeof MODALITIES)[number];

/** A session of the comité de pilotage. */
export interface Meeting {
  code: string;
  /** The exercice it reviews. */
  year: number;
  date: IsoDate;
  modality: Modality;
  place: string | null;
  purpose: string;
  /** ISO instant, UTC. */
  updatedAt: string;
}

/** A seat on the committee over some dates, null when they are open. */
export interface SeatDefinition {
  /** Code of the organisation. */
  organisation: string;
  position: number;
  /** People whose names are public. */
  people: string[];
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

/** A body of the committee under the name it bore that day. */
export interface CommitteeMember {
  organisation: string;
  kind: string;
  name: string;
  /** « le Département ». */
  nameInSentence: string;
  position: number;
  people: string[];
}

/** A qualitative objective of an exercice. */
export interface Objective {
  year: number;
  rank: number;
  text: string;
  /** A few words for strips and cards. */
  shortText: string;
  /** Code of the meeting that set it. */
  meetingCode: string | null;
  /** ISO instant, UTC. */
  updatedAt: string;
}
