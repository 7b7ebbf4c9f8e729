import { ENGINES, scratchDatabase } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { requirePostgres } from '../../../test/support/requirements.js';
import { ENTITIES } from '../../app.entities.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { runIn } from '../../platform/context/request-context.js';
import { migrate } from '../../platform/database/migrator.js';
import { PostgresConnections } from '../../platform/database/postgres-connections.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { OrganisationEntity } from '../../programme/organisation.entity.js';
import type { PersonState, Role } from '../account.types.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

const START = '2020-12-17T08:00:00Z';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0';

/** Everything a session needs, on a unit of work. */
function sessionsOn(unitOfWork: UnitOfWork, secretKey = 'k'.repeat(32)) {
  const clock = new FixedClock(START);
  const service = new SessionsService(
    new SessionsRepository(unitOfWork),
    clock,
    new SecretKeys({ secretKey }),
  );
  let counter = 0;
  const person = async (
    role: Role = 'editor',
    rest: { organisationId?: number; state?: PersonState; totpSeed?: string } = {},
  ): Promise<number> => {
    counter += 1;
    const { id } = await new PeopleRepository(unitOfWork).insert({
      email: `p${counter}@exemple.fr`,
      name: `Personne ${counter}`,
      role,
      organisationId: rest.organisationId ?? null,
      state: rest.state ?? 'active',
      passwordHash: 'none',
      totpSeed: rest.totpSeed ?? null,
      totpLastStep: null,
      notices: true,
      createdAt: START,
      updatedAt: START,
    });
    return id;
  };
  return { clock, service, person };
}

describe.each(ENGINES)('sessions on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;
  let sessions: SessionsService;
  let person: ReturnType<typeof sessionsOn>['person'];

  beforeEach(async () => {
    database = await openDatabase(engine, ENTITIES);
    ({ clock, service: sessions, person } = sessionsOn(database.unitOfWork));
  });
  afterEach(() => database.close());

  const rows = async (): Promise<SessionEntity[]> => {
    await database.unitOfWork.idle();
    return database.unitOfWork.manager.find(SessionEntity);
  };
  const isIn = async (secret: string, at: string): Promise<boolean> => {
    clock.set(at);
    const identity = await sessions.identify(secret);
    await database.unitOfWork.idle();
    return identity !== null;
  };

  it('tells who somebody is, of whom only a hash is kept', async () => {
    const id = await person('admin', { totpSeed: 'sealed' });
    const secret = await runIn({ requestId: null, address: null, userAgent: FIREFOX, actor: 'visitor' }, () =>
      sessions.open(id, 'full'),
    );
    expect(secret).toMatch(/^[\w-]{43}$/);
    const identity = await sessions.identify(secret);
    expect(identity).toMatchObject({
      id,
      role: 'admin',
      organisations: null,
      stage: 'full',
      csrfToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      hasSecondFactor: true,
    });
    const kept = await rows();
    expect(kept).toMatchObject([{ personId: id, device: 'Firefox sur Windows' }]);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${secret}|${identity?.csrfToken}`));
    expect(await sessions.identify(await sessions.open(await person(), 'second_factor'))).toMatchObject({
      stage: 'second_factor',
      hasSecondFactor: false,
    });
  });

  it('knows nothing else by its cookie', async () => {
    const secret = await sessions.open(await person(), 'full');
    const others = [
      '',
      'x',
      secret.slice(1),
      `${secret}A`,
      `${secret.slice(0, -1)}!`,
      'A'.repeat(43),
      "' OR 1=1 --",
    ];
    for (const text of others) expect([text, await sessions.identify(text)]).toEqual([text, null]);
  });

  it('gives each session forms of its own, that only this installation can make', async () => {
    const id = await person();
    const [one, other] = [await sessions.open(id, 'full'), await sessions.open(id, 'full')];
    const tokens = [await sessions.identify(one), await sessions.identify(other)].map(
      (who) => who?.csrfToken,
    );
    expect(new Set(tokens).size).toBe(2);
    const elsewhere = sessionsOn(database.unitOfWork, 'z'.repeat(32)).service;
    expect((await elsewhere.identify(one))?.csrfToken).not.toBe(tokens[0]);
  });

  it('ends after thirty minutes without a request, each request being one', async () => {
    const secret = await sessions.open(await person(), 'full');
    expect(await isIn(secret, '2020-12-17T08:30:00Z')).toBe(true);
    expect(await isIn(secret, '2020-12-17T09:00:00Z')).toBe(true);
    expect(await isIn(secret, '2020-12-17T09:30:01Z')).toBe(false);
  });

  it('ends after eight hours, whatever is done', async () => {
    const secret = await sessions.open(await person(), 'full');
    for (let minutes = 20; minutes < 480; minutes += 20) {
      const at = new Date(Date.parse(START) + minutes * 60_000).toISOString();
      expect([at, await isIn(secret, at)]).toEqual([at, true]);
    }
    expect(await isIn(secret, '2020-12-17T15:59:59Z')).toBe(true);
    expect(await isIn(secret, '2020-12-17T16:00:00Z')).toBe(false);
  });

  it('notes activity to the minute', async () => {
    const secret = await sessions.open(await person(), 'full');
    const seen: (string | undefined)[] = [];
    for (const at of ['08:00:59', '08:01:00', '08:01:30', '08:01:59', '08:02:00']) {
      await isIn(secret, `2020-12-17T${at}Z`);
      seen.push((await rows())[0]?.lastSeenAt.slice(11, 19));
    }
    expect(seen).toEqual(['08:00:00', '08:01:00', '08:01:00', '08:01:00', '08:02:00']);
  });

  it('survives a clock set back, and counts idleness from there', async () => {
    const secret = await sessions.open(await person(), 'full');
    expect(await isIn(secret, '2020-12-17T07:00:00Z')).toBe(true);
    expect((await rows())[0]?.lastSeenAt).toBe('2020-12-17T07:00:00Z');
    expect(await isIn(secret, '2020-12-17T07:30:01Z')).toBe(false);
  });

  it.each(['disabled', 'invited', 'anonymised'] as const)('shuts out somebody %s at once', async (state) => {
    const id = await person();
    const secret = await sessions.open(id, 'full');
    expect(await sessions.identify(secret)).not.toBeNull();
    await new PeopleRepository(database.unitOfWork).update(id, { state });
    expect(await sessions.identify(secret)).toBeNull();
  });

  it('ends one session, the others, or all of them, and only of that person', async () => {
    const [id, neighbour] = [await person(), await person()];
    const secrets: string[] = [];
    for (let count = 0; count < 4; count += 1) secrets.push(await sessions.open(id, 'full'));
    const theirs = await sessions.open(neighbour, 'full');
    const alive = async (): Promise<boolean[]> =>
      Promise.all([...secrets, theirs].map(async (secret) => (await sessions.identify(secret)) !== null));
    const [first, second] = await rows();
    expect(await sessions.end(first?.id ?? 0, neighbour)).toBe(false);
    expect(await alive()).toEqual([true, true, true, true, true]);
    expect(await sessions.end(first?.id ?? 0, id)).toBe(true);
    expect(await sessions.end(first?.id ?? 0, id)).toBe(false);
    expect(await alive()).toEqual([false, true, true, true, true]);
    await sessions.endAll(id, second?.id);
    expect(await alive()).toEqual([false, true, false, false, true]);
    await sessions.endAll(id);
    expect(await alive()).toEqual([false, false, false, false, true]);
  });

  it('lists the devices still signed in, the last used first', async () => {
    const id = await person();
    const old = await sessions.open(id, 'full');
    clock.set('2020-12-17T08:20:00Z');
    const present = await sessions.open(id, 'full');
    await sessions.open(id, 'second_factor');
    const identity = await sessions.identify(present);
    if (identity === null) throw new Error('not signed in');
    expect(
      (await sessions.devices(identity)).map((one) => [one.createdAt.slice(11, 16), one.isCurrent]),
    ).toEqual([
      ['08:20', true],
      ['08:00', false],
    ]);
    expect(await isIn(old, '2020-12-17T08:25:00Z')).toBe(true);
    expect((await sessions.devices(identity)).map((one) => one.isCurrent)).toEqual([false, true]);
    clock.set('2020-12-17T08:52:00Z');
    expect((await sessions.devices(identity)).map((one) => one.isCurrent)).toEqual([false]);
  });

  it('forgets what ended by itself', async () => {
    await sessions.open(await person(), 'full');
    clock.set('2020-12-17T15:00:00Z');
    await sessions.open(await person(), 'full');
    await sessions.purge();
    expect(await rows()).toHaveLength(2);
    clock.set('2020-12-17T16:00:01Z');
    await sessions.purge();
    expect(await rows()).toHaveLength(1);
  });

  it('binds a contributor to their organisation and to those merged into it, however deep', async () => {
    const ids = await database.unitOfWork.write(async (manager) => {
      const made: Record<string, number> = {};
      for (const code of ['A', 'B', 'C', 'D']) {
        await manager.query(`INSERT INTO organisations (code, kind) VALUES ('${code}', 'department')`);
        made[code] = (await manager.findOneByOrFail(OrganisationEntity, { code })).id;
      }
      await manager.query(`UPDATE organisations SET merged_into_id = ${made['A']} WHERE code = 'B'`);
      await manager.query(`UPDATE organisations SET merged_into_id = ${made['B']} WHERE code = 'C'`);
      return made;
    });
    const codesOf = async (role: Role, organisationId?: number): Promise<string[] | null | undefined> => {
      const secret = await sessions.open(await person(role, { organisationId }), 'full');
      return (await sessions.identify(secret))?.organisations?.toSorted() ?? null;
    };
    expect(await codesOf('contributor', ids['A'])).toEqual(['A', 'B', 'C']);
    expect(await codesOf('contributor', ids['D'])).toEqual(['D']);
    expect(await codesOf('viewer', ids['A'])).toBeNull();
  });
});

const withPostgres = requirePostgres() === null ? it.skip : it;

describe('a read replica that is late', () => {
  withPostgres('never keeps a session open: sessions are read where they are written', async () => {
    const [primary, replica] = [await scratchDatabase('postgres'), await scratchDatabase('postgres')];
    await migrate(primary.location);
    await migrate(replica.location);
    const urlOf = ({ location }: typeof primary): string =>
      location.engine === 'postgres' ? location.url : '';
    const connections = await PostgresConnections.open(urlOf(primary), ENTITIES, urlOf(replica));
    const unitOfWork = new UnitOfWork(connections);
    try {
      const { service, person } = sessionsOn(unitOfWork);
      const id = await person();
      const secret = await service.open(id, 'full');
      expect(await service.identify(secret)).not.toBeNull();
      expect(await unitOfWork.manager.count(SessionEntity)).toBe(0);
      await service.endAll(id);
      expect(await service.identify(secret)).toBeNull();
    } finally {
      await connections.close();
      await primary.remove();
      await replica.remove();
    }
  });
});
