import type { AuditAction } from './audit-words.js';

/** A plain record of values, as the journal keeps the state of something before or after. */
export type AuditState = Readonly<Record<string, unknown>>;

/** What is personal in an entry. It stands apart from the chain, which holds only digests of it, and can be purged. */
export interface PersonalDetails {
  /** Whom it is about: an entry is exported and anonymised with that person. Null for an address nobody owns. */
  personId: number | null;
  /** Names, e-mail addresses, how a sign-in went… */
  details: AuditState;
}

/** Something that happened, as a feature tells it. Who, when and by which request are known already. */
export interface AuditEvent {
  /** What happened, `measurements.recorded`, `person.role_changed`. */
  action: AuditAction;
  /** What it happened to, `person:12`, `programme`; null when nothing in particular. Never a name. */
  subject: string | null;
  before?: AuditState | null;
  after?: AuditState | null;
  personal?: PersonalDetails | null;
  /** A sign-in says who came and when: who acted is personal, too, and goes after a year with the rest. */
  actorIsPersonal?: boolean;
}

/** Which part of what is personal: names and facts, or the network address, which goes sooner. */
export type Facet = 'details' | 'address';

/** One row of the chain, as it is kept. */
export interface AuditRow {
  /** 1, 2, 3… without a gap. */
  id: number;
  /** ISO instant, UTC. */
  at: string;
  actor: string;
  action: string;
  subject: string | null;
  /** JSON text, keys in the order they were given. */
  before: string | null;
  after: string | null;
  requestId: string | null;
  /** SHA-256 of salt and content of each personal facet; null when there is none. */
  detailsDigest: string | null;
  addressDigest: string | null;
  previousHash: string;
  hash: string;
}

/** A personal facet of a row; gone once purged. */
export interface AuditPersonalRow {
  entryId: number;
  facet: Facet;
  personId: number | null;
  content: string;
  /** Null once an address was truncated: its digest can no longer be checked. */
  salt: string | null;
}

/** Which entries are looked for; what is not given does not matter. */
export interface JournalFilter {
  /** Entries by this person, or about them. */
  personId?: number;
  /** Any of these actions; at least one. */
  actions?: readonly string[];
  /** ISO instants: from this one on, and before that one. */
  from?: string;
  until?: string;
  subject?: string;
}

/** One entry as it is read again: who, what, before and after, and what is personal as long as it is kept. */
export interface JournalEntry {
  id: number;
  at: string;
  /** `somebody` once who acted is no longer kept. */
  actor: string;
  action: string;
  subject: string | null;
  before: AuditState | null;
  after: AuditState | null;
  requestId: string | null;
  /** Null when there is nothing personal, or no longer. */
  details: AuditState | null;
  /** Whole for thirty days, then its network only; null when there is none, or no longer. */
  address: string | null;
  /** Whom the personal details are about. */
  personId: number | null;
}
