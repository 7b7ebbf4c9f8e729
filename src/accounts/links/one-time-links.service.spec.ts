import { ENGINES } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { ENTITIES } from '../../app.entities.js';
import { errorCode } from '../../kernel/error-code.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { LINK_KINDS, type LinkKind } from '../account.types.js';
import { OneTimeLinkEntity } from './one-time-link.entity.js';
import { OneTimeLinksRepository } from './one-time-links.repository.js';
import { OneTimeLinksService } from './one-time-links.service.js';

const START = '2020-12-17T08:00:00Z';
const secretOf = (address: string): string => new URL(address).searchParams.get('code') ?? '';

describe.each(ENGINES)('one-time links on %s', (engine) => {
  let database: OpenedDatabase;
  let clock: FixedClock;
  let links: OneTimeLinksService;
  const [anna, ben] = [1, 2];

  const serviceFor = (baseUrl: string | null): OneTimeLinksService =>
    new OneTimeLinksService(database.unitOfWork, new OneTimeLinksRepository(database.unitOfWork), clock, {
      baseUrl,
      port: 3000,
    });

  beforeEach(async () => {
    database = await openDatabase(engine, ENTITIES);
    clock = new FixedClock(START);
    links = serviceFor('https://copil.exemple.fr');
    await database.unitOfWork.write(async (manager) => {
      for (const id of [anna, ben]) {
        await manager.query(
          `INSERT INTO people (id, email, name, role, state, notices, created_at, updated_at)
           VALUES (${id}, 'p${id}@exemple.fr', 'P', 'viewer', 'invited', ${engine === 'sqlite' ? '1' : 'true'}, '${START}', '${START}')`,
        );
      }
    });
  });
  afterEach(() => database.close());

  const create = async (kind: LinkKind = 'invitation', personId: number | null = anna): Promise<string> =>
    secretOf(await links.create(kind, kind === 'first_admin' ? null : personId));
  const refusalOf = async (secret: string, kinds: readonly LinkKind[] = LINK_KINDS): Promise<string | null> =>
    links.look(secret, kinds).then(
      () => null,
      (error: unknown) => errorCode(error),
    );

  it('leads to the page of its use, under the public address or the one that answers', async () => {
    expect(await links.create('invitation', anna)).toMatch(
      /^https:\/\/copil\.exemple\.fr\/premiere-connexion\?code=[\w-]{43}$/,
    );
    const nowhere = serviceFor(null);
    expect(await nowhere.create('password_reset', anna, 'http://127.0.0.1:8080')).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/nouveau-mot-de-passe\?code=/,
    );
    expect(await nowhere.create('first_admin', null)).toMatch(
      /^http:\/\/localhost:3000\/premiere-connexion\?code=/,
    );
  });

  it('keeps only a hash', async () => {
    const secret = await create();
    expect(
      JSON.stringify(await database.unitOfWork.manager.query('SELECT * FROM one_time_links')),
    ).not.toContain(secret);
  });

  it.each<[LinkKind, string, string]>([
    ['invitation', '2020-12-24T07:59:59Z', '2020-12-24T08:00:00Z'],
    ['first_admin', '2020-12-17T08:29:59Z', '2020-12-17T08:30:00Z'],
    ['password_reset', '2020-12-17T08:29:59Z', '2020-12-17T08:30:00Z'],
  ])('lets %s work until its hour', async (kind, last, over) => {
    const secret = await create(kind);
    clock.set(last);
    expect(await links.look(secret, [kind])).toEqual({
      kind,
      personId: kind === 'first_admin' ? null : anna,
    });
    clock.set(over);
    expect(await refusalOf(secret)).toBe('link_expired');
  });

  it('works for its own use only, and for no other text', async () => {
    const secret = await create();
    expect(await refusalOf(secret, ['password_reset', 'first_admin'])).toBe('link_expired');
    for (const text of ['', 'x', `${secret}A`, secret.toLowerCase(), 'A'.repeat(43)]) {
      expect([text, await refusalOf(text)]).toEqual([text, 'link_expired']);
    }
    expect(await refusalOf(secret)).toBeNull();
  });

  it('works once, even when it is used twice at the same time', async () => {
    const secret = await create();
    let worked = 0;
    const use = (): Promise<void> =>
      links.use(secret, LINK_KINDS, async ({ personId }) => {
        expect(personId).toBe(anna);
        worked += 1;
      });
    const outcomes = await Promise.allSettled([use(), use(), use(), use()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(worked).toBe(1);
    expect(await refusalOf(secret)).toBe('link_expired');
  });

  it('is not used up by what fails', async () => {
    const secret = await create();
    const failing = links.use(secret, LINK_KINDS, async () => {
      throw new Error('mot de passe trop simple');
    });
    await expect(failing).rejects.toThrow('mot de passe trop simple');
    expect(await refusalOf(secret)).toBeNull();
  });

  it('gives way to the next one of the same use and person', async () => {
    const first = await create();
    const [otherUse, otherPerson] = [await create('password_reset'), await create('invitation', ben)];
    const administrator = await create('first_admin');
    const second = await create();
    expect(await refusalOf(first)).toBe('link_expired');
    for (const secret of [otherUse, otherPerson, administrator, second]) {
      expect(await refusalOf(secret)).toBeNull();
    }
    await create('first_admin');
    expect(await refusalOf(administrator)).toBe('link_expired');
  });

  it('says until when a link waits, and takes it back', async () => {
    expect(await links.pendingUntil(anna, 'invitation')).toBeNull();
    const secret = await create();
    expect(await links.pendingUntil(anna, 'invitation')).toBe('2020-12-24T08:00:00.000Z');
    expect(await links.pendingUntil(ben, 'invitation')).toBeNull();
    await links.revoke(anna, 'invitation');
    expect(await refusalOf(secret)).toBe('link_expired');
    expect(await links.pendingUntil(anna, 'invitation')).toBeNull();
    const later = await create();
    clock.set('2020-12-24T08:00:00Z');
    expect(await links.pendingUntil(anna, 'invitation')).toBeNull();
    expect(await refusalOf(later)).toBe('link_expired');
  });

  it('is forgotten a month after it stopped working', async () => {
    await create('password_reset');
    const count = (): Promise<number> => database.unitOfWork.manager.count(OneTimeLinkEntity);
    clock.set('2021-01-16T08:30:00Z');
    await links.purge();
    expect(await count()).toBe(1);
    clock.set('2021-01-16T08:30:01Z');
    await links.purge();
    expect(await count()).toBe(0);
  });
});
