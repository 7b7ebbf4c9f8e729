import type { PageLink, PageReader, PageSection } from '../../platform/views/page.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { Caller, DataCaller, PersonIdentity, Role, ScopeLimits } from '../account.types.js';
import { HOLDERS } from './permissions.rules.js';

const NO_LIMITS = { indicators: null, campaigns: null, organisations: null };

/** `person:12`, `token:3`, `share:4` or `visitor`: who acts, as the journal names it. */
export function actorOf(caller: Caller): string {
  switch (caller.kind) {
    case 'person':
      return `person:${caller.person.id}`;
    case 'token':
      return `token:${caller.token.id}`;
    case 'share':
      return `share:${caller.page.linkId}`;
    case 'visitor':
      return 'visitor';
  }
}

/** Who reads or writes measurements, with what limits it; null for a visitor, who only reads what is published. */
export function dataCallerOf(caller: Caller | undefined): DataCaller | null {
  if (caller?.kind === 'token') {
    const { id, name, scope } = caller.token;
    const { indicators, campaigns, organisations } = scope;
    return {
      signature: `token:${name}`,
      limits: { indicators, campaigns, organisations },
      role: null,
      readsReserved: scope.permissions.includes('read'),
      readsInternal: scope.permissions.includes('read'),
      tokenId: id,
    };
  }
  if (caller?.kind === 'person' && caller.person.stage === 'full') {
    const { id, role, organisations } = caller.person;
    return {
      signature: `person:${id}`,
      limits: { ...NO_LIMITS, organisations },
      role,
      readsReserved: true,
      // What the team says among itself of a partner's figures is not for the partner.
      readsInternal: role !== 'contributor',
      tokenId: null,
    };
  }
  return null;
}

/** What pages show of whoever is signed in, and what their forms carry. */
export function pageReaderOf(person: PersonIdentity): PageReader {
  const { name, csrfToken, stage, role } = person;
  return {
    name,
    csrfToken,
    readsReserved: stage === 'full' && HOLDERS.public.roles.includes(role),
    navigation: navigationOf(person),
  };
}

/** What a token is limited to; null for anybody else: whether they may read at all, the guard has decided. */
export const tokenLimitsOf = (caller: Caller | undefined): ScopeLimits | null =>
  caller?.kind === 'token' ? (dataCallerOf(caller)?.limits ?? null) : null;

/** Who writes measurements. The guard lets nobody else come here. @throws DomainError 401 `token_required`. */
export function writerOf(caller: Caller | undefined): DataCaller {
  const writer = dataCallerOf(caller);
  if (writer !== null) return writer;
  throw new DomainError('token_required', 'Il faut un jeton pour enregistrer des chiffres.', 401);
}

const ENTRY = { section: 'entry', label: 'Saisie', href: '/saisie' } as const;
const OWN_FIGURES = { section: 'own-figures', label: 'Mes chiffres', href: '/mes-chiffres' } as const;
const REVIEW = { section: 'review', label: 'Validation', href: '/validation' } as const;
const IMPORTS = { section: 'imports', label: 'Imports', href: '/imports' } as const;
const administration = (href: string) =>
  ({ section: 'administration', label: 'Administration', href }) as const;

const BY_ROLE: Readonly<Record<Role, RoleNavigation>> = {
  viewer: [],
  contributor: [OWN_FIGURES, ENTRY, IMPORTS],
  // They have rooms, and no first page: their door opens on the one that the others stand beside.
  editor: [ENTRY, REVIEW, IMPORTS, administration('/administration/cibles')],
  validator: [ENTRY, REVIEW, IMPORTS, administration('/administration/cibles')],
  admin: [ENTRY, REVIEW, IMPORTS, administration('/administration')],
};

/** What the navigation offers besides what everybody sees; nothing to whoever is half signed in. */
export const navigationOf = ({ role, stage }: Pick<PersonIdentity, 'role' | 'stage'>): RoleNavigation =>
  stage === 'full' ? BY_ROLE[role] : [];

export type RoleNavigation = readonly (PageLink & { section: PageSection })[];
