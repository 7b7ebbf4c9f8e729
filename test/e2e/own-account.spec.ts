import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

const NOW = '2021-01-15T09:00:00Z';
const PASSWORD = 'ruche cailloux gabarre truffe';
const NEW_PASSWORD = 'quatre mots sans lien moulin';

describe.each(ENGINES)('One’s own account on %s', (engine) => {
  let server: TestServer;
  let passwordHash: string;
  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });

  beforeAll(async () => {
    server = await startTestServer({ engine, now: NOW });
    passwordHash = await get(PasswordsService).hash(PASSWORD);
  });
  beforeEach(() => server.at(NOW));
  afterAll(() => server.close());

  const page = async (who: Pick<SignedIn, 'headers'>, path = '/mon-compte'): Promise<string> => {
    const answer = await fetch(`${server.url}${path}`, { headers: who.headers, redirect: 'manual' });
    return answer.status === 200 ? answer.text() : `${answer.status} ${answer.headers.get('location') ?? ''}`;
  };
  const send = (
    path: string,
    who: Pick<SignedIn, 'headers'>,
    fields: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: who.headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const cookieOf = (answer: Response): string =>
    /^copil=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
  const journal = async (): Promise<{ action: string; subject: string | null; text: string }[]> =>
    get(UnitOfWork).manager.query(
      `SELECT e.action, e.subject, coalesce(e.before, '') || coalesce(e.after, '') AS text
       FROM audit_entries e ORDER BY e.id`,
    );

  it('says who one is, in words', async () => {
    const partner = await signIn(server, 'contributor', { organisation: 'LOT-TOURISME', name: 'Léa Bosc' });
    const html = await page(partner);
    expect(html).toContain('Partenaire');
    expect(html).toContain(partner.email);
    expect(html).toContain('value="Léa Bosc"');
    expect(html).toContain('Cet appareil');
    expect(html).toContain('Aucun autre appareil');
    expect(html).toContain('href="/donnees-personnelles"');
  });

  it('changes one’s name, and tells the journal nothing of it but that it changed', async () => {
    const person = await signIn(server, 'viewer', { name: 'Ancien Nom' });
    const answer = await send('/mon-compte/nom', person, { name: '  Zoé <b>Œil</b>  ' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mon-compte?fait=nom']);
    expect((await get(PeopleRepository).byId(person.personId))?.name).toBe('Zoé <b>Œil</b>');
    expect(await page(person, '/mon-compte?fait=nom')).toContain('Votre nom est enregistré.');
    expect(await page(person, '/mon-compte?fait=<script>')).not.toContain('role="status"');
    const entry = (await journal()).at(-1);
    expect(entry).toEqual({ action: 'person.renamed', subject: `person:${person.personId}`, text: '' });
  });

  it.each(['', '   ', 'a\u0000b', 'x'.repeat(101)])('refuses the name %j', async (name) => {
    const person = await signIn(server, 'viewer', { name: 'Mon Nom' });
    const answer = await send('/mon-compte/nom', person, { name });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-invalid="true"');
    expect((await get(PeopleRepository).byId(person.personId))?.name).toBe('Mon Nom');
  });

  it('changes nothing else that a form may carry', async () => {
    const person = await signIn(server, 'viewer');
    const answer = await send('/mon-compte/nom', person, { name: 'Moi', role: 'admin', id: '1' });
    expect(answer.status).toBe(422);
    expect((await get(PeopleRepository).byId(person.personId))?.role).toBe('viewer');
  });

  describe('the password', () => {
    it('changes by knowing the present one: another cookie here, and no other device left', async () => {
      const person = await signIn(server, 'editor', { passwordHash });
      const elsewhere = await get(SessionsService).open(person.personId, 'full');
      const answer = await send('/mon-compte/mot-de-passe', person, {
        current: PASSWORD,
        password: NEW_PASSWORD,
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mon-compte?fait=mot-de-passe']);
      expect(await get(SessionsService).identify(elsewhere)).toBeNull();
      expect(await page(person)).toMatch(/^303 \/connexion/);
      const here = { headers: { cookie: `copil=${cookieOf(answer)}`, 'x-csrf-token': '' } };
      expect(await page(here)).toContain('Mon compte');
      const hash = (await get(PeopleRepository).byId(person.personId))?.passwordHash ?? null;
      expect(await get(PasswordsService).verify(hash, NEW_PASSWORD)).toBe(true);
      expect((await journal()).at(-1)?.action).toBe('password.changed');
    });

    it('stays when the present one is wrong, when the new one is weak, or when another page asks', async () => {
      const person = await signIn(server, 'editor', { passwordHash });
      const wrong = await send('/mon-compte/mot-de-passe', person, {
        current: 'autre chose',
        password: NEW_PASSWORD,
      });
      const weak = await send('/mon-compte/mot-de-passe', person, { current: PASSWORD, password: 'court' });
      const foreign = await send(
        '/mon-compte/mot-de-passe',
        { headers: { ...person.headers, 'x-csrf-token': 'a'.repeat(64) } },
        { current: PASSWORD, password: NEW_PASSWORD },
      );
      expect([wrong.status, weak.status, foreign.status]).toEqual([422, 422, 403]);
      const html = await wrong.text();
      expect(html).toContain('Ce n’est pas votre mot de passe actuel');
      expect(html).not.toContain(NEW_PASSWORD);
      expect(await weak.text()).toContain('il en faut au moins 15');
      expect((await get(PeopleRepository).byId(person.personId))?.passwordHash).toBe(passwordHash);
      expect(await page(person)).toContain('Mon compte');
    });

    it('makes whoever guesses the present one wait', async () => {
      const person = await signIn(server, 'editor', { passwordHash });
      const guess = { current: 'autre chose', password: NEW_PASSWORD };
      const statuses: number[] = [];
      for (let tries = 0; tries < 11; tries += 1) {
        statuses.push((await send('/mon-compte/mot-de-passe', person, guess)).status);
      }
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
      const right = await send('/mon-compte/mot-de-passe', person, { ...guess, current: PASSWORD });
      expect(right.status).toBe(429);
      expect((await journal()).some(({ text }) => text.includes(guess.current))).toBe(false);
    });
  });

  describe('devices', () => {
    it('are listed, signed out one by one, and all but this one at once', async () => {
      const person = await signIn(server, 'editor');
      const sessions = get(SessionsService);
      const others: string[] = [];
      for (let count = 0; count < 3; count += 1) others.push(await sessions.open(person.personId, 'full'));
      const actions = [
        ...(await page(person)).matchAll(/action="(\/mon-compte\/appareils\/\d+\/deconnexion)"/g),
      ].map(([, action = '']) => action);
      expect(actions).toHaveLength(3);
      const alive = async (): Promise<number> =>
        (await Promise.all(others.map((secret) => sessions.identify(secret)))).filter(Boolean).length;
      expect((await send(actions[0] ?? '', person)).headers.get('location')).toBe(
        '/mon-compte?fait=appareil',
      );
      expect(await alive()).toBe(2);
      expect((await send(actions[0] ?? '', person)).status).toBe(404);
      await send('/mon-compte/appareils/deconnexion', person);
      expect(await alive()).toBe(0);
      expect(await page(person)).toContain('Aucun autre appareil');
    });

    it('of somebody else do not exist', async () => {
      const [one, other] = [await signIn(server, 'admin'), await signIn(server, 'viewer')];
      const id = (await get(SessionsService).identify(other.headers.cookie.slice('copil='.length)))
        ?.sessionId;
      for (const device of [String(id), '999999999']) {
        const answer = await send(`/mon-compte/appareils/${device}/deconnexion`, one);
        expect([device, answer.status]).toEqual([device, 404]);
      }
      expect(await page(other)).toContain('Mon compte');
    });

    it('that were left for half an hour are gone', async () => {
      const person = await signIn(server, 'editor');
      await get(SessionsService).open(person.personId, 'full');
      await server.at('2021-01-15T09:20:00Z');
      expect(await page(person)).toContain('actif il y a 20\u00a0minutes');
      await server.at('2021-01-15T09:40:00Z');
      expect(await page(person)).toContain('Aucun autre appareil');
    });
  });

  it('remembers whether to write when something changes', async () => {
    const person = await signIn(server, 'viewer');
    const notices = async () => (await get(PeopleRepository).byId(person.personId))?.notices;
    expect(await page(person)).toMatch(/name="notices" value="on" checked/);
    expect((await send('/mon-compte/avis', person)).status).toBe(303);
    expect(await notices()).toBe(false);
    expect(await page(person, '/mon-compte?fait=avis')).toMatch(/name="notices" value="on">/);
    await send('/mon-compte/avis', person, { notices: 'on' });
    expect(await notices()).toBe(true);
    expect((await send('/mon-compte/avis', person, { notices: 'oui' })).status).toBe(422);
  });

  it('gives one’s own data as a file, without secrets', async () => {
    const person = await signIn(server, 'editor', { passwordHash, name: 'Zoé Œil' });
    const answer = await send('/mon-compte/export', person);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mes-donnees.json"');
    expect(answer.headers.get('content-type')).toContain('application/json');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ person: { email: person.email, name: 'Zoé Œil' } });
    expect(text).not.toContain('argon2');
    expect((await journal()).at(-1)).toMatchObject({
      action: 'person.exported',
      subject: `person:${person.personId}`,
    });
  });

  it('is nobody else’s: a visitor is asked to sign in', async () => {
    const visitor = { headers: { cookie: '', 'x-csrf-token': '' } };
    expect(await page(visitor)).toBe('303 /connexion?next=%2Fmon-compte');
    expect((await send('/mon-compte/export', visitor)).status).toBe(401);
  });
});
