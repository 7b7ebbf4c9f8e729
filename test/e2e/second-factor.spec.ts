import { Secret, TOTP } from 'otpauth';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { RecoveryCodesService } from '../../src/accounts/second-factor/recovery-codes.service.js';
import { TotpService } from '../../src/accounts/second-factor/totp.service.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

const NOW = '2021-01-15T09:00:00Z';
const PASSWORD = 'ruche cailloux gabarre truffe';

const shown = (seed: string, at: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(seed), timestamp: Date.parse(at) });

describe.each(ENGINES)('The second factor, over HTTP on %s', (engine) => {
  let server: TestServer;
  let passwordHash: string;
  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });

  beforeAll(async () => {
    server = await startTestServer({ engine, now: NOW });
    passwordHash = await get(PasswordsService).hash(PASSWORD);
  });
  beforeEach(() => server.at(NOW));
  afterAll(() => server.close());

  const visit = (path: string, who: Pick<SignedIn, 'headers'>): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: who.headers, redirect: 'manual' });
  const send = (
    path: string,
    who: Pick<SignedIn, 'headers'>,
    fields: Record<string, string>,
  ): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: who.headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });

  /** The headers of whoever holds the cookie that an answer set. */
  async function holding(answer: Response): Promise<Pick<SignedIn, 'headers'>> {
    const cookie = /^copil=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
    const person = await get(SessionsService).identify(cookie);
    return { headers: { cookie: `copil=${cookie}`, 'x-csrf-token': person?.csrfToken ?? '' } };
  }

  /** Somebody whose password was right, and whose authenticator holds a seed. */
  async function half(): Promise<SignedIn & { seed: string }> {
    const person = await signIn(server, 'validator', { stage: 'second_factor', passwordHash });
    const seed = get(TotpService).newSeed();
    await get(TotpService).store(person.personId, seed, 0);
    return { ...person, seed };
  }

  const sealedSeed = (html: string): string => /name="seed" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const typedSeed = (html: string): string =>
    (/<code id="seed">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const stepUsed = async (id: number): Promise<number | null | undefined> =>
    (await get(PeopleRepository).byId(id))?.totpLastStep;

  describe('asked for after the password', () => {
    it('opens nothing else until the code came', async () => {
      const person = await half();
      for (const path of ['/mon-compte', '/mon-compte/second-facteur']) {
        const answer = await visit(path, person);
        expect([path, answer.status]).toEqual([path, 303]);
        expect(answer.headers.get('location')).toBe(`/connexion?next=${encodeURIComponent(path)}`);
      }
      const page = await (await visit('/connexion/second-facteur?next=/administration', person)).text();
      expect(page).toContain('autocomplete="one-time-code"');
      expect(page).toContain('name="next" value="/administration"');
    });

    it('gives another cookie, and the half session opens nothing any more', async () => {
      const person = await half();
      const code = shown(person.seed, NOW);
      const answer = await send('/connexion/second-facteur', person, {
        code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
        next: '/administration/partages',
      });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe('/administration/partages');
      const full = await holding(answer);
      expect(full.headers.cookie).not.toBe(person.headers.cookie);
      expect((await visit('/mon-compte/second-facteur', full)).status).toBe(200);
      expect((await visit('/connexion/second-facteur', person)).status).toBe(303);
      expect(await get(SessionsService).identify(person.headers.cookie.slice('copil='.length))).toBeNull();
    });

    it('lets one of twenty through that bring the same code at once', async () => {
      const person = await half();
      const code = shown(person.seed, NOW);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => send('/connexion/second-facteur', person, { code })),
      );
      expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
      expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
    });

    it('refuses wrong codes, then makes wait', async () => {
      const person = await half();
      const wrong = shown(person.seed, '2021-01-15T12:00:00Z');
      const statuses: number[] = [];
      for (let tries = 0; tries < 11; tries += 1) {
        statuses.push((await send('/connexion/second-facteur', person, { code: wrong })).status);
      }
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
      const waiting = await send('/connexion/second-facteur', person, { code: shown(person.seed, NOW) });
      expect(waiting.status).toBe(429);
      expect(waiting.headers.get('retry-after')).toMatch(/^\d+$/);
      await server.at('2021-01-15T09:15:01Z');
      const later = { code: shown(person.seed, '2021-01-15T09:15:01Z') };
      expect((await send('/connexion/second-facteur', person, later)).status).toBe(303);
    });

    it('takes what can be no code for no try, and says what to write', async () => {
      const person = await half();
      for (const code of ['', 'abc', '12345', '1234567', '\u202e123456']) {
        const answer = await send('/connexion/second-facteur', person, { code });
        expect([code, answer.status]).toEqual([code, 422]);
      }
      const code = shown(person.seed, NOW);
      const page = await (await send('/connexion/second-facteur', person, { code: 'abc' })).text();
      expect(page).toContain('les six chiffres de l’application');
      expect(page).not.toContain('value="abc"');
      expect(
        (await send('/connexion/second-facteur', person, { code, next: '//evil.example' })).headers.get(
          'location',
        ),
      ).toBe('/');
    });

    it('takes a recovery code once, and says how many are left', async () => {
      const person = await half();
      const [code = ''] = await get(RecoveryCodesService).renew(person.personId);
      const typed = code.toLowerCase().replace('-', ' ');
      const answer = await send('/connexion/second-facteur', person, { code: typed, secours: 'oui' });
      expect(answer.headers.get('location')).toBe('/mon-compte/second-facteur?fait=code');
      const page = await (await visit('/mon-compte/second-facteur?fait=code', await holding(answer))).text();
      expect(page).toContain('Il vous reste 9 codes de secours sur 10.');
      expect(page).toContain('il ne servira plus');
      const again = await signIn(server, 'viewer', { stage: 'second_factor' });
      expect((await send('/connexion/second-facteur', again, { code })).status).toBe(422);
    });

    it('says what to do when the seed cannot be read any more', async () => {
      const person = await half();
      await get(PeopleRepository).update(person.personId, { totpSeed: 'c2VhbGVkIHdpdGggYW5vdGhlciBrZXk' });
      const answer = await send('/connexion/second-facteur', person, { code: '123456' });
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('la clé secrète de ce site a changé');
    });

    it('is told to the journal, without the code', async () => {
      const person = await half();
      const wrong = shown(person.seed, '2021-01-15T12:00:00Z');
      await send('/connexion/second-facteur', person, { code: wrong });
      await send('/connexion/second-facteur', person, { code: shown(person.seed, NOW) });
      const rows: { action: string; actor: string; content: string }[] = await get(UnitOfWork).manager.query(
        `SELECT e.action, e.actor, p.content FROM audit_entries e JOIN audit_personal p ON p.entry_id = e.id
         WHERE p.person_id = ${person.personId} AND p.facet = 'details' ORDER BY e.id`,
      );
      expect(rows.map(({ action }) => action)).toEqual(['sign_in.failed', 'sign_in.succeeded']);
      expect(rows.every(({ actor }) => actor === 'somebody')).toBe(true);
      expect(rows[0]?.content).toContain('"outcome":"wrong_code"');
      expect(JSON.stringify(rows)).not.toContain(wrong);
    });
  });

  describe('set up', () => {
    it.each(['admin', 'validator'] as const)('is asked of a new %s before anything else', async (role) => {
      const person = await signIn(server, role, { stage: 'enrolment', passwordHash });
      for (const path of ['/mon-compte', '/connexion/second-facteur']) {
        expect([path, (await visit(path, person)).status]).toEqual([path, 303]);
      }
      const page = await (await visit('/mon-compte/second-facteur', person)).text();
      expect(page).toContain('Votre rôle demande un second facteur');
      expect(page).not.toContain('name="password"');
      expect(page).toContain('href="otpauth://totp/');
      expect(page).toContain(`secret=${typedSeed(page)}`);

      const code = shown(typedSeed(page), NOW);
      const wrong = await send('/mon-compte/second-facteur', person, {
        seed: sealedSeed(page),
        code: '000000',
      });
      expect(wrong.status).toBe(422);
      const wrongPage = await wrong.text();
      expect(typedSeed(wrongPage)).toBe(typedSeed(page));

      const done = await send('/mon-compte/second-facteur', person, { seed: sealedSeed(wrongPage), code });
      expect(done.status).toBe(200);
      expect(done.headers.get('cache-control')).toBe('no-store');
      const codes = (await done.clone().text()).match(/<li>[0-9A-Z]{5}-[0-9A-Z]{5}<\/li>/g);
      expect(codes).toHaveLength(10);
      const full = await holding(done);
      // The page that shows the codes belongs to the new session: signing out from it works.
      expect(await done.text()).toContain(`value="${full.headers['x-csrf-token']}"`);
      expect((await visit('/mon-compte/second-facteur', full)).status).toBe(200);
      expect((await visit('/mon-compte/second-facteur', person)).status).toBe(303);
      expect(await stepUsed(person.personId)).toBe(Date.parse(NOW) / 30_000);
    });

    it.each([
      ['enrolment', '/mon-compte/second-facteur?next=%2Fmon-compte'],
      ['second_factor', '/connexion/second-facteur?next=%2Fmon-compte'],
    ] as const)('is where somebody in the stage %s is led from any other page', async (stage, path) => {
      const person = await signIn(server, 'admin', { stage });
      const toDoor = (await visit('/mon-compte', person)).headers.get('location') ?? '';
      expect((await visit(toDoor, person)).headers.get('location')).toBe(path);
      expect((await visit(path, person)).status).toBe(200);
    });

    it('is behind somebody who has given everything: they are led home, not round', async () => {
      const person = await signIn(server, 'editor');
      const toDoor = (await visit('/connexion/second-facteur', person)).headers.get('location') ?? '';
      expect((await visit(toDoor, person)).headers.get('location')).toBe('/');
    });

    it('asks for the password of whoever is signed in, and ends their other sessions', async () => {
      const person = await signIn(server, 'editor', { passwordHash });
      const elsewhere = await get(SessionsService).open(person.personId, 'full');
      const page = await (await visit('/mon-compte/second-facteur', person)).text();
      const next = /name="next" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const fields = { seed: sealedSeed(page), code: shown(typedSeed(page), NOW), next };
      const refused = await send('/mon-compte/second-facteur', person, {
        ...fields,
        password: 'autre chose',
      });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Ce n’est pas votre mot de passe actuel');
      const done = await send('/mon-compte/second-facteur', person, { ...fields, password: PASSWORD });
      expect(done.status).toBe(200);
      expect(await get(SessionsService).identify(elsewhere)).toBeNull();
      expect(await done.text()).toContain('href="/mon-compte">J’ai gardé mes codes');
    });

    it('takes a seed from the session that was shown it, and from no other', async () => {
      const [one, other] = [
        await signIn(server, 'admin', { stage: 'enrolment' }),
        await signIn(server, 'admin', { stage: 'enrolment' }),
      ];
      const page = await (await visit('/mon-compte/second-facteur', one)).text();
      const fields = { seed: sealedSeed(page), code: shown(typedSeed(page), NOW) };
      const answer = await send('/mon-compte/second-facteur', other, fields);
      expect(answer.status).toBe(422);
      const shownAgain = await answer.text();
      expect(shownAgain).toContain('n’est plus valable');
      expect(typedSeed(shownAgain)).not.toBe(typedSeed(page));
    });

    it('is not replaced, renewed or removed without the password', async () => {
      const person = await signIn(server, 'editor', { passwordHash });
      await get(TotpService).store(person.personId, get(TotpService).newSeed(), 0);
      const [old = ''] = await get(RecoveryCodesService).renew(person.personId);
      for (const path of ['codes', 'retirer']) {
        const answer = await send(`/mon-compte/second-facteur/${path}`, person, { password: 'autre chose' });
        expect([path, answer.status]).toEqual([path, 422]);
      }
      const page = await (await visit('/mon-compte/second-facteur/nouveau', person)).text();
      expect(page).toContain('Changer de téléphone');
      const fields = { seed: sealedSeed(page), code: shown(typedSeed(page), NOW) };
      expect((await send('/mon-compte/second-facteur', person, fields)).status).toBe(422);

      const renewed = await send('/mon-compte/second-facteur/codes', person, { password: PASSWORD });
      const fresh = /<li>([0-9A-Z]{5}-[0-9A-Z]{5})<\/li>/.exec(await renewed.text())?.[1] ?? '';
      expect(await get(RecoveryCodesService).use(person.personId, old)).toBe(false);
      expect(await get(RecoveryCodesService).use(person.personId, fresh)).toBe(true);
    });

    it('goes away by choice, and stays where the role requires it', async () => {
      const editor = await signIn(server, 'editor', { passwordHash });
      const admin = await signIn(server, 'admin', { passwordHash });
      for (const { personId } of [editor, admin]) {
        await get(TotpService).store(personId, get(TotpService).newSeed(), 0);
      }
      const removed = await send('/mon-compte/second-facteur/retirer', editor, { password: PASSWORD });
      expect(removed.status).toBe(303);
      expect((await get(PeopleRepository).byId(editor.personId))?.totpSeed).toBeNull();
      expect((await visit('/mon-compte/second-facteur', editor)).status).toBe(303);

      const page = await (await visit('/mon-compte/second-facteur', admin)).text();
      expect(page).not.toContain('Retirer le second facteur');
      const refused = await send('/mon-compte/second-facteur/retirer', admin, { password: PASSWORD });
      expect(refused.status).toBe(422);
      expect((await get(PeopleRepository).byId(admin.personId))?.totpSeed).not.toBeNull();
    });
  });
});
