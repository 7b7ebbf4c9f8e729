import type { EntityManager } from 'typeorm';
import { TOTP } from 'otpauth';
import type { Role } from '../../src/accounts/account.types.js';
import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service.js';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { TotpService } from '../../src/accounts/second-factor/totp.service.js';
import { SessionsRepository } from '../../src/accounts/sessions/sessions.repository.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { PasswordResetService } from '../../src/accounts/sign-in/password-reset.service.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgrammeEntity } from '../../src/programme/programme.entity.js';
import { OTHER, OWN } from '../support/callers.js';
import { startTestServer, type TestServer } from '../support/application.js';
import type { Engine } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';
import { send } from '../support/raw-http.js';
import type { Visibility } from './expectations.js';

/** A running server and what its rows speak of. */
export interface World {
  server: TestServer;
  manager: EntityManager;
  get<T>(type: abstract new (...args: never[]) => T): T;
  /** Who may read what is published, now. */
  shown: Visibility;
  show(visibility: Visibility): Promise<void>;
  /** A new measurement of an organisation, by the API. @returns its id. */
  measurementOf(organisation: string | null, status?: 'validated' | 'submitted'): Promise<number>;
  /** A number that no other request of the tests was given. */
  unique(): number;
  /** Argon2id of PASSWORD: everybody's, so that it is made once. */
  passwordHash: string;
  /** Somebody new, whom what is tried may happen to. */
  newPerson(role?: Role): Promise<SignedIn>;
  /** Somebody invited, or who forgot their password, and the secret of their link. */
  newLink(kind: 'invitation' | 'password_reset'): Promise<{ personId: number; secret: string }>;
  /** Gives a person a second factor. @returns a code that works now. */
  codeOf(personId: number): Promise<string>;
  /** What runs after an answer is done, and no try is counted any more: the next one is judged alone. */
  settle(): Promise<void>;
  /** The sessions of a person, the last opened first. */
  sessionsOf(personId: number): Promise<number[]>;
}

/** Nobody guesses it, everybody of the tests has it. */
export const PASSWORD = 'quatre canards sous le vieux pont de Cahors';
/** What somebody new chooses: without a figure, for a strength that is judged in a fifth of the time. */
export const NEW_PASSWORD = 'ruche et gabarre sur le Lot';
/** The seed of every second factor of the tests, in Base32. */
export const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Starts a server holding the press release, with figures of two organisations. */
export async function openWorld(engine: Engine, baseUrl: string | null = null): Promise<World> {
  const server = await startTestServer({ engine, baseUrl });
  const get: World['get'] = (type) => server.application.get(type, { strict: false });
  const unitOfWork = get(UnitOfWork);
  const { token } = await get(ApiTokensService).create({
    name: 'Monde',
    scope: 'read,measurements:write',
    rate: 0,
  });
  const headers = { authorization: `Bearer ${token}` };
  const passwordHash = await get(PasswordsService).hash(PASSWORD);
  let last = 0;
  const unique = (): number => (last += 1);
  const measurementOf: World['measurementOf'] = async (organisation, status = 'validated') => {
    const body = { ...figureOf(organisation, unique()), status };
    const posted = await send(server.url, { method: 'POST', path: '/api/v1/measurements', headers, body });
    if (posted.status !== 200) throw new Error(posted.text);
    const rows: { id: number }[] = await unitOfWork.manager.query('SELECT max(id) AS id FROM measurements');
    return Number(rows[0]?.id);
  };
  await measurementOf(OWN);
  await measurementOf(OTHER);
  const world: World = {
    server,
    manager: unitOfWork.manager,
    get,
    unique,
    measurementOf,
    passwordHash,
    shown: 'public',
    newPerson: (role = 'viewer') => signIn(server, role, { passwordHash }),
    newLink: async (kind) => {
      const { personId } = await signIn(server, 'viewer', { passwordHash });
      if (kind === 'invitation') {
        await get(SessionsService).endAll(personId);
        await get(PeopleRepository).update(personId, { state: 'invited', passwordHash: null });
      }
      const link = await get(OneTimeLinksService).create(kind, personId);
      return { personId, secret: new URL(link).searchParams.get('code') ?? '' };
    },
    codeOf: async (personId) => {
      await get(TotpService).store(personId, SEED, 0);
      return codeAt(server);
    },
    settle: async () => {
      await get(PasswordResetService).settled();
      await unitOfWork.write((manager) => manager.query('DELETE FROM sign_in_failures'));
    },
    sessionsOf: async (personId) =>
      (await get(SessionsRepository).ofPerson(personId)).map(({ id }) => id).toSorted((a, b) => b - a),
    show: async (visibility) => {
      await unitOfWork.write(async (manager) => {
        await manager.update(ProgrammeEntity, { id: 1 }, { visibility });
      });
      world.shown = visibility;
    },
  };
  return world;
}

/** A figure of a day of its own: the nth makes no new version of another. */
export function figureOf(organisation: string | null, nth: number): object {
  const day = new Date(Date.UTC(2018, 0, 1 + nth)).toISOString().slice(0, 10);
  return {
    indicator: 'SPOTS_PARTAGES',
    campaign: 'OP-2020-SPOTS',
    ...(organisation === null ? {} : { organisation }),
    periodStart: day,
    periodEnd: day,
    value: 12,
  };
}

/** What an authenticator holding SEED shows at the server's hour. */
export const codeAt = ({ clock }: Pick<TestServer, 'clock'>): string =>
  new TOTP({ secret: SEED }).generate({ timestamp: clock.now().getTime() });
