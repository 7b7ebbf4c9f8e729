import { HOLDERS } from '../accounts/access/permissions.rules.js';
import type { Role } from '../accounts/account.types.js';
import type { Permission } from '../platform/security/permission.types.js';

interface Room {
  id: string;
  label: string;
  href: string;
  permission: Permission;
}

/** The rooms of Administration, in the order of its navigation. */
const ROOMS = [
  {
    id: 'programme',
    label: 'Programme',
    href: '/administration/programme',
    permission: 'programme:manage',
  },
  { id: 'people', label: 'Personnes', href: '/administration/personnes', permission: 'people:manage' },
  {
    id: 'organisations',
    label: 'Organisations',
    href: '/administration/organisations',
    permission: 'organisations:manage',
  },
  {
    id: 'indicators',
    label: 'Indicateurs',
    href: '/administration/indicateurs',
    permission: 'vocabulary:manage',
  },
  {
    id: 'collection',
    label: 'Collecte',
    href: '/administration/collecte',
    permission: 'collection:manage',
  },
  {
    id: 'profiles',
    label: 'Profils d’import',
    href: '/administration/profils',
    permission: 'profiles:manage',
  },
  { id: 'entry', label: 'Saisie', href: '/administration/saisie', permission: 'programme:manage' },
  { id: 'targets', label: 'Cibles', href: '/administration/cibles', permission: 'targets:read' },
  { id: 'opinions', label: 'Avis', href: '/administration/avis', permission: 'targets:read' },
  {
    id: 'territories',
    label: 'Territoires',
    href: '/administration/territoires',
    permission: 'vocabulary:manage',
  },
  {
    id: 'annotations',
    label: 'Événements',
    href: '/administration/evenements',
    permission: 'annotations:manage',
  },
  { id: 'tokens', label: 'Jetons', href: '/administration/jetons', permission: 'tokens:manage' },
  { id: 'shares', label: 'Partages', href: '/administration/partages', permission: 'shares:manage' },
  { id: 'journal', label: 'Journal', href: '/administration/journal', permission: 'journal:read' },
  {
    id: 'legal-texts',
    label: 'Textes légaux',
    href: '/administration/textes',
    permission: 'programme:manage',
  },
] as const satisfies readonly Room[];

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
 * first page. Whoever may enter a single one is given an empty list: nothing is drawn.
 * @param role of whoever reads: only the rooms that it opens are offered.
 */
export function administrationRooms(current: AdministrationRoom | null, role: Role = 'admin'): RoomLink[] {
  const open = ROOMS.filter(({ permission }) => HOLDERS[permission].roles.includes(role));
  return open.length < 2
    ? []
    : open.map(({ id, label, href }) => ({ id, label, href, current: id === current }));
}
