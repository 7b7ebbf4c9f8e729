import type { RoomLink } from '../rooms.rules.js';

/** One room of Administration, as its first page offers it. */
export interface RoomCardView {
  label: string;
  href: string;
  /** What is done there. */
  purpose: string;
  /** What is there now: « 12 personnes, dont 2 invitées ». */
  state: string;
}

/** The first page of Administration. */
export interface AdministrationHomeView {
  rooms: RoomLink[];
  cards: RoomCardView[];
}
