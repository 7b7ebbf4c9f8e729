/**
 * What a route asks of its caller, declared on the handler as data. `accounts/access/permissions.rules.ts` says who
 * holds each of them.
 */
export const PERMISSIONS = [
  /** Whoever comes: signing in, the legal pages, the state of the service. */
  'open',
  /** What the programme publishes: everybody when it is public, members otherwise. */
  'public',
  /** The same, and one's own organisation's figures: the query limits what is found. */
  'measurements:read',
  /** What is reserved to members. */
  'read',
  'measurements:write',
  /** The grid of what one may enter. */
  'entry:use',
  /** Files of figures: dropping, looking, importing, taking back. */
  'imports:use',
  /** How files are recognised. */
  'profiles:manage',
  /** What is awaited from whom, the links of partners, where each month stands. */
  'collection:manage',
  /** The queue of what waits to be validated, to see it; and to decide on it. */
  'review:read',
  'review:decide',
  /** After the password, before the code of the second factor. */
  'sign-in:second-factor',
  /** Setting up a second factor: by choice, or because the role asks for it before anything else. */
  'second-factor:set-up',
  /** One's own account. */
  'account',
  /** Targets and opinions with their history, for whoever prepares them. */
  'targets:read',
  /** Setting targets and giving opinions: what the committee decided. */
  'targets:manage',
  'shares:manage',
  'programme:manage',
  'people:manage',
  'organisations:manage',
  /** Indicators and territories: what figures may be about. */
  'vocabulary:manage',
  'annotations:manage',
  'tokens:manage',
  'journal:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
