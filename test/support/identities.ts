import type {
  Caller,
  PersonIdentity,
  Role,
  SessionStage,
  ShareKind,
  TokenPermission,
  TokenScope,
} from '../../src/accounts/account.types.js';

/** Somebody signed in, as the guard knows them. */
export const personOf = (role: Role, rest: Partial<PersonIdentity> = {}): PersonIdentity => ({
  id: 12,
  name: 'Marie Dupont',
  email: 'marie@exemple.fr',
  role,
  organisations: role === 'contributor' ? ['CD46'] : null,
  sessionId: 3,
  stage: 'full',
  csrfToken: 'a'.repeat(64),
  hasSecondFactor: false,
  ...rest,
});

export const asPerson = (role: Role, stage: SessionStage = 'full'): Caller => ({
  kind: 'person',
  person: personOf(role, { stage }),
});

export const asToken = (permissions: TokenPermission[], limits: Partial<TokenScope> = {}): Caller => ({
  kind: 'token',
  token: {
    id: 3,
    name: 'Stand',
    ratePerMinute: 0,
    scope: { permissions, indicators: null, campaigns: null, organisations: null, ...limits },
  },
});

export const asShare = (kind: ShareKind, year = 2020): Caller => ({
  kind: 'share',
  page: { linkId: 4, kind, year },
});

export const VISITOR: Caller = { kind: 'visitor' };
