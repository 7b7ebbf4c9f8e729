import type { PageReader } from '../../platform/views/page.types.js';
import type { Caller, DataCaller, PersonIdentity, Role } from '../account.types.js';
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
      readsReserved: scope.permissions.includes('read'),
      tokenId: id,
    };
  }
  if (caller?.kind === 'person' && caller.person.stage === 'full') {
    const { id, organisations } = caller.person;
    return {
      signature: `person:${id}`,
      limits: { ...NO_LIMITS, organisations },
      readsReserved: true,
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

/** What the navigation offers besides what everybody sees. */
export function navigationOf({ role, stage }: Pick<PersonIdentity, 'role' | 'stage'>): RoleNavigation {
  if (stage !== 'full') return [];
  const administration = {
    section: 'administration' as const,
    label: 'Administration',
    href: '/administration',
  };
  const byRole: Partial<Record<Role, RoleNavigation>> = {
    admin: [administration],
    validator: [{ ...administration, label: 'Partages', href: '/administration/partages' }],
  };
  return byRole[role] ?? [];
}

export type RoleNavigation = { section: 'administration'; label: string; href: string }[];
