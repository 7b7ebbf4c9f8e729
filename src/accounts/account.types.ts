/** What a token may do. */
export const TOKEN_PERMISSIONS = ['read', 'measurements:write'] as const;
export type TokenPermission = (typeof TOKEN_PERMISSIONS)[number];

/** Permissions, and the codes they are limited to; null is no limit. */
export interface TokenScope {
  permissions: TokenPermission[];
  indicators: string[] | null;
  campaigns: string[] | null;
  organisations: string[] | null;
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
  expires: string;
}

/** What a measurement is about, as far as a scope may limit it. */
export interface ScopedObject {
  indicator: string;
  campaign?: string | null;
  organisation?: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard when the request carries a valid token. */
    tokenIdentity?: TokenIdentity;
  }
}
