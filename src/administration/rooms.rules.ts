/** The rooms of Administration, in the order of its navigation. */
const ROOMS = [
  { id: 'programme', label: 'Programme', href: '/administration/programme' },
  { id: 'people', label: 'Personnes', href: '/administration/personnes' },
  { id: 'organisations', label: 'Organisations', href: '/administration/organisations' },
  { id: 'indicators', label: 'Indicateurs', href: '/administration/indicateurs' },
  { id: 'tokens', label: 'Jetons', href: '/administration/jetons' },
  { id: 'shares', label: 'Partages', href: '/administration/partages' },
  { id: 'journal', label: 'Journal', href: '/administration/journal' },
  { id: 'legal-texts', label: 'Textes légaux', href: '/administration/textes' },
] as const;

export type AdministrationRoom = (typeof ROOMS)[number]['id'];

/** One entry of the navigation inside Administration. */
export interface RoomLink {
  id: AdministrationRoom;
  label: string;
  href: string;
  current: boolean;
}

/**
 * The navigation inside Administration, drawn by `administration/rooms` from `{ rooms }`; no room is current on its
 * first page. Whoever has a single room, such as a validator, is given an empty list: nothing is drawn.
 */
export const administrationRooms = (current: AdministrationRoom | null): RoomLink[] =>
  ROOMS.map(({ id, label, href }) => ({ id, label, href, current: id === current }));
