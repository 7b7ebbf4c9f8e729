import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import type { Role, SessionStage } from '../../src/accounts/account.types.js';
import { CONFIGURATION, type Configuration } from '../../src/platform/config/configuration.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OrganisationEntity } from '../../src/programme/organisation.entity.js';
import type { TestServer } from './application.js';

/** Somebody signed in to a test server, without going through the form. */
export interface SignedIn {
  personId: number;
  email: string;
  /** Headers of a request made by their browser, writes included. */
  headers: { cookie: string; 'x-csrf-token': string };
  csrfToken: string;
}

let counter = 0;

/** Creates an active person of a role, bound to an organisation when one is named by code, and signs them in. */
export async function signIn(
  server: Pick<TestServer, 'application'>,
  role: Role,
  options: { organisation?: string; stage?: SessionStage; name?: string; passwordHash?: string } = {},
): Promise<SignedIn> {
  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
  counter += 1;
  const email = `${role}-${counter}@exemple.fr`;
  const organisation =
    options.organisation === undefined
      ? null
      : await get(UnitOfWork).manager.findOneByOrFail(OrganisationEntity, { code: options.organisation });
  const person = await get(PeopleRepository).insert({
    email,
    name: options.name ?? `Personne ${counter}`,
    role,
    organisationId: organisation?.id ?? null,
    state: 'active',
    passwordHash: options.passwordHash ?? 'none',
    totpSeed: null,
    totpLastStep: null,
    notices: true,
    createdAt: '2020-12-17T08:00:00Z',
    updatedAt: '2020-12-17T08:00:00Z',
  });
  const sessions = get(SessionsService);
  const secret = await sessions.open(person.id, options.stage ?? 'full');
  const identity = await sessions.identify(secret);
  if (identity === null) throw new Error('the session just opened is not known');
  const { csrfToken } = identity;
  return {
    personId: person.id,
    email,
    csrfToken,
    headers: { cookie: `${cookieName(server)}=${secret}`, 'x-csrf-token': csrfToken },
  };
}

/** `__Host-copil` where the public address is https. */
export function cookieName({ application }: Pick<TestServer, 'application'>): string {
  const { baseUrl } = application.get<Configuration>(CONFIGURATION, { strict: false });
  return baseUrl?.startsWith('https:') ? '__Host-copil' : 'copil';
}
