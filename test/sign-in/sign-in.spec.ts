import { jest } from '@jest/globals';
import { hash as argon2 } from '@node-rs/argon2';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { AuditEntryEntity, AuditPersonalEntity } from '../../src/platform/audit/audit.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';
import { type Answer, Visitor } from './visitor.js';

const PASSWORD = 'tournesol brique vélo mardi';

describe.each(ENGINES)('Signing in, on %s', (engine) => {
  let server: TestServer;
  let passwordHash: string;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    passwordHash = await get(PasswordsService).hash(PASSWORD);
  });
  afterAll(() => server.close());

  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
  const lastEntry = async (): Promise<{ action: string; subject: string | null; details: unknown }> => {
    const { manager } = get(UnitOfWork);
    const [entry] = await manager.find(AuditEntryEntity, { order: { id: 'DESC' }, take: 1 });
    const personal = await manager.findOneBy(AuditPersonalEntity, {
      entryId: entry?.id ?? 0,
      facet: 'details',
    });
    const details: unknown = JSON.parse(personal?.content ?? 'null');
    return { action: entry?.action ?? '', subject: entry?.subject ?? null, details };
  };
  const post = (visitor: Visitor, email: string, password = PASSWORD, next = '/'): Promise<Answer> =>
    visitor.post('/connexion', { email, password, next });

  it('opens a session of the browser, and leads to the page that was asked for', async () => {
    const { email, personId } = await signIn(server, 'viewer', { passwordHash });
    const visitor = new Visitor(server);
    const asked = await visitor.get('/mon-compte');
    expect(asked.location).toBe('/connexion?next=%2Fmon-compte');
    const page = await visitor.get(asked.location ?? '');
    expect(page.text).toContain('<input type="hidden" name="next" value="/mon-compte">');
    const entered = await post(visitor, ` ${email.toUpperCase()} `, PASSWORD, '/mon-compte');
    expect([entered.status, entered.location]).toEqual([303, '/mon-compte']);
    expect(entered.headers.getSetCookie()[0]).toMatch(/^copil=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await visitor.get('/mon-compte')).status).toBe(200);
    expect(await lastEntry()).toEqual({
      action: 'sign_in.succeeded',
      subject: null,
      details: { actor: 'visitor', email, outcome: 'full' },
    });
    expect((await get(PeopleRepository).byId(personId))?.lastSignedInAt).toBe('2021-01-15T09:00:00Z');
  });

  it.each([
    ['viewer', 'sealed', '/connexion/second-facteur?next=%2Foperations'],
    ['validator', null, '/mon-compte/second-facteur?next=%2Foperations'],
    ['admin', null, '/mon-compte/second-facteur?next=%2Foperations'],
    ['editor', null, '/operations'],
  ] as const)('leads a %s with second factor %s to %s', async (role, totpSeed, location) => {
    const { email, personId } = await signIn(server, role, { passwordHash });
    await get(PeopleRepository).update(personId, { totpSeed });
    const visitor = new Visitor(server);
    expect((await post(visitor, email, PASSWORD, '/operations')).location).toBe(location);
    expect((await visitor.get('/connexion?next=%2Foperations')).location).toBe(location);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/connexion',
  ])('never leads to %s', async (next) => {
    const { email } = await signIn(server, 'viewer', { passwordHash });
    const visitor = new Visitor(server);
    expect((await post(visitor, email, PASSWORD, next)).location).toBe('/');
    expect((await visitor.get(`/connexion?next=${encodeURIComponent(next)}`)).location).toBe('/');
  });

  it('answers alike whether the address is unknown, disabled, invited, or the password wrong', async () => {
    const people = get(PeopleRepository);
    const [disabled, invited, active] = [
      await signIn(server, 'viewer', { passwordHash }),
      await signIn(server, 'viewer'),
      await signIn(server, 'viewer', { passwordHash }),
    ];
    await people.update(disabled.personId, { state: 'disabled' });
    await people.update(invited.personId, { state: 'invited', passwordHash: null });
    const wrong = 'un autre mot de passe';
    const cases = [
      [disabled.email, PASSWORD],
      [invited.email, PASSWORD],
      [active.email, wrong],
      ['personne@exemple.fr', wrong],
      ['pas une adresse\u0000', wrong],
    ] as const;
    const pages = new Set<string>();
    for (const [email, password] of cases) {
      const answer = await post(new Visitor(server), email, password);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Adresse ou mot de passe incorrect.');
      expect(answer.headers.getSetCookie()).toEqual([]);
      pages.add(answer.text.replace(/value="[^"]*"/g, ''));
    }
    expect(pages.size).toBe(1);
    // What may be a password typed in the wrong field is not kept.
    expect((await lastEntry()).details).toEqual({ actor: 'visitor', email: null, outcome: 'wrong_password' });
  });

  it('ends the session that the browser had: one planted before opens nothing after', async () => {
    const attacker = await signIn(server, 'viewer', { passwordHash });
    const { email } = await signIn(server, 'editor', { passwordHash });
    const visitor = new Visitor(server);
    const [, planted = ''] = attacker.headers.cookie.split('=');
    visitor.cookies.set('copil', planted);
    await visitor.get('/mon-compte');
    expect((await post(visitor, email)).status).toBe(303);
    expect(visitor.cookies.get('copil')).not.toBe(planted);
    expect(await get(SessionsService).identify(planted)).toBeNull();
  });

  it('signs out, once and for all', async () => {
    const { email } = await signIn(server, 'viewer', { passwordHash });
    const visitor = new Visitor(server);
    await post(visitor, email);
    const secret = visitor.cookies.get('copil') ?? '';
    await visitor.get('/mon-compte');
    const left = await visitor.post('/deconnexion', {});
    expect([left.status, left.location]).toEqual([303, '/']);
    expect(visitor.cookies.size).toBe(0);
    expect(await get(SessionsService).identify(secret)).toBeNull();
    expect(await lastEntry()).toMatchObject({ action: 'session.ended', subject: null });
    expect((await visitor.post('/deconnexion', {})).status).toBe(303);
  });

  it('makes the hash again at today’s cost', async () => {
    const cheap = await argon2(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    const { email, personId } = await signIn(server, 'viewer', { passwordHash: cheap });
    expect((await post(new Visitor(server), email)).status).toBe(303);
    const { passwordHash: renewed } = (await get(PeopleRepository).byId(personId)) ?? {};
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await post(new Visitor(server), email)).status).toBe(303);
  });

  it('compares ten of fifty simultaneous passwords, then makes even the right one wait', async () => {
    const { email } = await signIn(server, 'viewer', { passwordHash });
    const compared = jest.spyOn(get(PasswordsService), 'verify');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        post(new Visitor(server), email, `mauvais mot de passe ${index}`),
      ),
    );
    expect(compared).toHaveBeenCalledTimes(10);
    compared.mockRestore();
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
    const refused = await post(new Visitor(server), email);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
    expect(refused.text).toContain('réessayez dans quinze\u00a0minutes');
    server.clock.set('2021-01-15T09:15:00Z');
    expect((await post(new Visitor(server), email)).status).toBe(303);
    server.clock.set('2021-01-15T09:00:00Z');
  });

  it('says which field is empty, and repeats no password', async () => {
    const visitor = new Visitor(server);
    const refused = await visitor.post('/connexion', {
      email: '',
      password: 'un secret tapé ici',
      next: '/operations',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Écrivez votre adresse e-mail.');
    expect(refused.text).toContain('name="next" value="/operations"');
    expect(refused.text).not.toContain('un secret tapé ici');
  });
});
