import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';
import { headerOf, send } from '../support/raw-http.js';
import { openWorld, PASSWORD, type World } from './world.js';

type Headers = Record<string, string>;

describe.each(ENGINES)('what ends a session, at the next request, on %s', (engine) => {
  let world: World;
  let admin: Headers;

  beforeAll(async () => {
    world = await openWorld(engine);
    admin = (await signIn(world.server, 'admin')).headers;
  });
  afterAll(() => world.server.close());

  const isIn = async (headers: Headers): Promise<boolean> =>
    (await send(world.server.url, { path: '/mon-compte', headers })).status === 200;
  /** Sends a form and gives back the session of the answer, when it opens one. */
  const post = async (
    path: string,
    form: Record<string, string>,
    headers: Headers,
  ): Promise<string | null> => {
    const answer = await send(world.server.url, { method: 'POST', path, form, headers });
    expect([path, answer.status < 400]).toEqual([path, true]);
    return /copil=([^;]+)/.exec(headerOf(answer, 'set-cookie'))?.[1] ?? null;
  };
  /** Somebody signed in here and in another browser. */
  async function inTwoBrowsers(): Promise<{
    personId: number;
    email: string;
    here: Headers;
    there: Headers;
  }> {
    const { personId, email, headers } = await world.newPerson('editor');
    const there = { cookie: `copil=${await world.get(SessionsService).open(personId, 'full')}` };
    expect([await isIn(headers), await isIn(there)]).toEqual([true, true]);
    return { personId, email, here: headers, there };
  }

  it('signing out ends this one, not the other', async () => {
    const { here, there } = await inTwoBrowsers();
    await post('/deconnexion', {}, here);
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
  });

  it.each([
    ['disabling', 'desactivation', {}],
    ['another role', '', { name: 'Jeanne Vidal', role: 'viewer', organisation: '' }],
    ['a second factor taken away', 'second-facteur', {}],
  ])('%s ends every one', async (_about, button, form) => {
    const { personId, here, there } = await inTwoBrowsers();
    await world.codeOf(personId);
    await post(`/administration/personnes/${personId}${button === '' ? '' : `/${button}`}`, form, admin);
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
  });

  it('a new password ends the others and renews this one', async () => {
    const { here, there } = await inTwoBrowsers();
    const form = { current: PASSWORD, password: 'un autre pont sur le Célé, en amont' };
    const renewed = await post('/mon-compte/mot-de-passe', form, here);
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
    expect(await isIn({ cookie: `copil=${renewed ?? ''}` })).toBe(true);
  });

  it('a forgotten password chosen again ends every one', async () => {
    const { personId, secret } = await world.newLink('password_reset');
    const there = { cookie: `copil=${await world.get(SessionsService).open(personId, 'full')}` };
    expect(await isIn(there)).toBe(true);
    const cookie = `copil-link=${secret}`;
    await post('/nouveau-mot-de-passe', { password: 'un autre pont sur le Célé, en aval' }, { cookie });
    expect(await isIn(there)).toBe(false);
  });

  it('signing in gives another session than the one that the browser came with, which opens nothing', async () => {
    const { email } = await world.newPerson();
    const planted = 'A'.repeat(43);
    const form = { email, password: PASSWORD, next: '/' };
    const given = await post('/connexion', form, { cookie: `copil=${planted}` });
    expect(given).not.toBe(planted);
    expect([
      await isIn({ cookie: `copil=${planted}` }),
      await isIn({ cookie: `copil=${given ?? ''}` }),
    ]).toEqual([false, true]);
  });

  it('half an hour of silence, or eight hours in all', async () => {
    const { server } = world;
    const { headers } = await world.newPerson();
    const began = server.clock.now().getTime();
    const later = (minutes: number): Promise<void> =>
      server.at(new Date(began + minutes * 60_000).toISOString());
    await later(29);
    expect(await isIn(headers)).toBe(true);
    for (let minutes = 50; minutes < 480; minutes += 25) {
      await later(minutes);
      expect([minutes, await isIn(headers)]).toEqual([minutes, true]);
      await world.settle();
    }
    await later(481);
    expect(await isIn(headers)).toBe(false);
    const idle = (await world.newPerson()).headers;
    await later(481 + 31);
    expect(await isIn(idle)).toBe(false);
  });
});

describe('getting in to an installation on https', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld('sqlite', 'https://copil.exemple.fr');
  });
  afterAll(() => world.server.close());

  it('sets cookies that this very host alone gets back, out of the reach of scripts', async () => {
    const { email } = await world.newPerson();
    const form = { email, password: PASSWORD, next: '/operations' };
    const entered = await send(world.server.url, { method: 'POST', path: '/connexion', form });
    expect([entered.status, headerOf(entered, 'location')]).toEqual([303, '/operations']);
    const [session = '', ...others] = [entered.headers['set-cookie'] ?? []].flat();
    expect(session).toMatch(/^__Host-copil=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    // A link being used is let go of.
    expect(others).toEqual(['__Host-copil-link=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax']);
    const { secret } = await world.newLink('invitation');
    const followed = await send(world.server.url, { path: `/premiere-connexion?code=${secret}` });
    expect(headerOf(followed, 'set-cookie')).toMatch(
      /^__Host-copil-link=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(headerOf(followed, 'location')).toBe('/premiere-connexion');
  });

  it.each([
    'https://ailleurs.exemple',
    '//ailleurs.exemple',
    '///ailleurs.exemple',
    '/\\ailleurs.exemple',
    '\\\\ailleurs.exemple',
    '/%2failleurs.exemple',
    '/%5cailleurs.exemple',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //ailleurs.exemple',
    '/\t/ailleurs.exemple',
    '/\n/ailleurs.exemple',
    '/@ailleurs.exemple',
    '.ailleurs.exemple',
    '/..//ailleurs.exemple',
    'https:ailleurs.exemple',
    'http:///ailleurs.exemple',
    '/operations/../../ailleurs',
    '/\u2215ailleurs.exemple',
    `/${'a'.repeat(300)}`,
  ])('goes nowhere else afterwards: next=%j leads home', async (next) => {
    const { email } = await world.newPerson();
    const form = { email, password: PASSWORD, next };
    const entered = await send(world.server.url, { method: 'POST', path: '/connexion', form });
    expect([entered.status, headerOf(entered, 'location')]).toEqual([303, '/']);
    const page = await send(world.server.url, { path: `/connexion?next=${encodeURIComponent(next)}` });
    expect([page.status, page.text.includes('ailleurs')]).toEqual([200, false]);
  });
});

describe('a token that was taken back', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('opens nothing with the next request', async () => {
    const { headers } = await signIn(server, 'admin');
    const form = {
      name: 'Stand',
      read: 'on',
      indicators: '',
      campaigns: '',
      organisations: '',
      expires: '2021-06-30',
      rate: '0',
    };
    const made = await send(server.url, { method: 'POST', path: '/administration/jetons', form, headers });
    const token = /copil_[\w-]+/.exec(made.text)?.[0] ?? '';
    const read = async (): Promise<number> => {
      const authorization = `Bearer ${token}`;
      return (await send(server.url, { path: '/api/v1/figures?year=2020', headers: { authorization } }))
        .status;
    };
    expect(await read()).toBe(200);
    const page = await send(server.url, { path: '/administration/jetons', headers });
    const action = /action="(\/administration\/jetons\/\d+\/revocation)"/.exec(page.text)?.[1] ?? '';
    expect((await send(server.url, { method: 'POST', path: action, form: {}, headers })).status).toBe(303);
    expect(await read()).toBe(401);
  });
});
