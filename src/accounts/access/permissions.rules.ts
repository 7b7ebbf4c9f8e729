import type { Permission } from '../../platform/security/permission.types.js';
import type { Caller, Role, ShareKind, TokenPermission } from '../account.types.js';

/** Who holds a permission. */
interface Holders {
  /** Visitors and share links: always, or only while the programme is public. */
  visitors: 'always' | 'when_public' | 'never';
  roles: readonly Role[];
  /** What the token must be for, when it asks for more than a visitor; null when no token may. */
  token: TokenPermission | null;
}

const READERS: readonly Role[] = ['viewer', 'editor', 'validator', 'admin'];
const EVERYONE: readonly Role[] = ['contributor', ...READERS];
const WRITERS: readonly Role[] = ['contributor', 'editor', 'validator', 'admin'];
const TEAM: readonly Role[] = ['editor', 'validator', 'admin'];
const NOBODY_ELSE = { visitors: 'never', token: null } as const;

/** The whole of who may do what. Roles add up; a contributor stands apart. */
export const HOLDERS: Readonly<Record<Permission, Holders>> = {
  open: { visitors: 'always', roles: EVERYONE, token: null },
  public: { visitors: 'when_public', roles: READERS, token: 'read' },
  'measurements:read': { visitors: 'when_public', roles: EVERYONE, token: 'read' },
  read: { visitors: 'never', roles: READERS, token: 'read' },
  'measurements:write': { visitors: 'never', roles: WRITERS, token: 'measurements:write' },
  'entry:use': { ...NOBODY_ELSE, roles: WRITERS },
  'imports:use': { ...NOBODY_ELSE, roles: WRITERS },
  'profiles:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'collection:manage': { ...NOBODY_ELSE, roles: TEAM },
  'review:read': { ...NOBODY_ELSE, roles: TEAM },
  'review:decide': { ...NOBODY_ELSE, roles: ['validator', 'admin'] },
  'sign-in:second-factor': { ...NOBODY_ELSE, roles: EVERYONE },
  'second-factor:set-up': { ...NOBODY_ELSE, roles: EVERYONE },
  account: { ...NOBODY_ELSE, roles: EVERYONE },
  'targets:read': { ...NOBODY_ELSE, roles: ['editor', 'validator', 'admin'] },
  'targets:manage': { ...NOBODY_ELSE, roles: ['validator', 'admin'] },
  'shares:manage': { ...NOBODY_ELSE, roles: ['validator', 'admin'] },
  'programme:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'people:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'organisations:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'vocabulary:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'annotations:manage': { ...NOBODY_ELSE, roles: ['editor', 'validator', 'admin'] },
  'tokens:manage': { ...NOBODY_ELSE, roles: ['admin'] },
  'journal:read': { ...NOBODY_ELSE, roles: ['admin'] },
};

/** Roles that may not work without a second factor. */
export const needsSecondFactor = (role: Role): boolean => role === 'validator' || role === 'admin';

/** Routes that a share link opens, for its own year. */
const SHARED_ROUTES: Readonly<Record<ShareKind, readonly string[]>> = {
  dashboard: ['GET /tableau-de-bord/:year'],
  bilan: ['GET /bilans/:year', 'POST /bilans/:year/brouillon'],
};

/** The route that matched: `GET /tableau-de-bord/:year` and its parameters. */
export interface MatchedRoute {
  method: string;
  pattern: string;
  year: string | null;
}

/** What to answer: let in, ask who it is, or refuse. */
export type Decision = 'granted' | 'identify' | 'refused';

/** Decides who passes, from what the route declares and who calls it. */
export function decide(
  permission: Permission,
  caller: Caller,
  route: MatchedRoute,
  programmeIsPublic: boolean,
): Decision {
  const holders = HOLDERS[permission];
  const anybody = holders.visitors === 'always' || (holders.visitors === 'when_public' && programmeIsPublic);
  switch (caller.kind) {
    case 'visitor':
      return anybody ? 'granted' : 'identify';
    case 'share':
      return anybody || isShared(caller.page, route) ? 'granted' : 'identify';
    case 'token': {
      const { permissions } = caller.token.scope;
      const holds = holders.token !== null && permissions.includes(holders.token);
      // A token that only writes reads what everybody reads, and nothing that is reserved.
      return anybody || holds ? 'granted' : 'refused';
    }
    case 'person': {
      const { stage, role } = caller.person;
      if (permission === 'sign-in:second-factor') return stage === 'second_factor' ? 'granted' : 'identify';
      if (permission === 'second-factor:set-up' && stage === 'enrolment') return 'granted';
      // Half signed in is not signed in.
      if (stage !== 'full') return anybody ? 'granted' : 'identify';
      return anybody || holders.roles.includes(role) ? 'granted' : 'refused';
    }
  }
}

function isShared(page: { kind: ShareKind; year: number }, route: MatchedRoute): boolean {
  const method = route.method === 'HEAD' ? 'GET' : route.method;
  return SHARED_ROUTES[page.kind].includes(`${method} ${route.pattern}`) && route.year === String(page.year);
}
