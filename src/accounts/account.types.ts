import type { IsoDate } from '../kernel/period.types.js';

/** Lowest first, except `contributor`, who stands apart: a partner, bound to an organisation. */
export const ROLES = ['viewer', 'contributor', 'editor', 'validator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PERSON_STATES = ['invited', 'active', 'disabled', 'anonymised'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/**
 * How far a session has come: the password was right and the code is awaited; signed in, but the role asks for a second
 * factor before anything else; or everything was given.
 */
export const SESSION_STAGES = ['second_factor', 'enrolment', 'full'] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

export const LINK_KINDS = ['first_admin', 'invitation', 'password_reset'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const SHARE_KINDS = ['dashboard', 'bilan'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** What a token may do. */
export const TOKEN_PERMISSIONS = ['read', 'measurements:write'] as const;
export type TokenPermission = (typeof TOKEN_PERMISSIONS)[number];

/** Codes to which somebody is limited; null is no limit. */
export interface ScopeLimits {
  indicators: string[] | null;
  campaigns: string[] | null;
  organisations: string[] | null;
}

/** Permissions, and the codes they are limited to. */
export interface TokenScope extends ScopeLimits {
  permissions: TokenPermission[];
}

/** The program behind a request. */
export interface TokenIdentity {
  id: number;
  name: string;
  scope: TokenScope;
  /** Writes a minute; 0 is no limit. */
  ratePerMinute: number;
}

/** A token as it is told once, at its creation: the secret is kept nowhere. */
export interface CreatedToken {
  token: string;
  name: string;
  scope: string;
  /** Last day on which it works. */
  expires: IsoDate;
}

/** A token as lists show it, without its secret. */
export interface TokenSummary {
  id: number;
  name: string;
  /** As `scopeText` writes it. */
  scope: string;
  ratePerMinute: number;
  state: 'valid' | 'expired' | 'revoked';
  /** ISO instants; last use to the minute, null before the first. */
  createdAt: string;
  lastUsedAt: string | null;
  /** `person:12`, or `command`; null when it is not known. */
  createdBy: string | null;
  /** Last day on which it works. */
  expires: IsoDate;
}

/** The person behind a session. */
export interface PersonIdentity {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** The organisation of a contributor and those merged into it, by code; null for whoever is bound to none. */
  organisations: string[] | null;
  sessionId: number;
  stage: SessionStage;
  /** What each of their forms must carry. */
  csrfToken: string;
  /** Whether a second factor is set up. */
  hasSecondFactor: boolean;
}

/** The one page that a share link opens. */
export interface SharedPage {
  linkId: number;
  kind: ShareKind;
  year: number;
}

/** Who sends a request. */
export type Caller =
  | { kind: 'visitor' }
  | { kind: 'person'; person: PersonIdentity }
  | { kind: 'token'; token: TokenIdentity }
  | { kind: 'share'; page: SharedPage };

/** Who reads or writes measurements, whether a person or a program. */
export interface DataCaller {
  /** `person:12` or `token:Stand`: signs what it writes. */
  signature: string;
  limits: ScopeLimits;
  /** The person's role; null for a program. */
  role: Role | null;
  /** Whether figures that are not validated may be read, within the limits. */
  readsReserved: boolean;
  /** Whether internal notes and authors may be read too. */
  readsInternal: boolean;
  /** Idempotency keys belong to tokens; null for a person. */
  tokenId: number | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route of the application. */
    caller?: Caller;
  }
}
