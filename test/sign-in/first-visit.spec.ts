import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service.js';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { AuditEntryEntity } from '../../src/platform/audit/audit.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { Visitor } from './visitor.js';

const PASSWORD = 'tournesol brique vélo mardi';
const ADMIN = { email: 'Jeanne.Dupont@Exemple.fr', name: 'Jeanne Dupont', password: PASSWORD };

describe.each(ENGINES)('A first visit, on %s', (engine) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer({ engine });
  });
  afterEach(() => server.close());

  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
  const pathOf = (link: string | null): string => {
    if (link === null) throw new Error('no link');
    const { pathname, search } = new URL(link);
    return pathname + search;
  };
  const actions = async (): Promise<string[]> =>
    (await get(UnitOfWork).manager.find(AuditEntryEntity, { order: { id: 'ASC' } })).map(
      ({ action }) => action,
    );

  it('makes an administrator of whoever follows the link of the console, once', async () => {
    const visitor = new Visitor(server);
    const followed = await visitor.get(pathOf(server.firstAdminLink));
    expect([followed.status, followed.location]).toEqual([303, '/premiere-connexion']);
    expect(followed.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^copil-link=[\w-]{43}; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const page = await visitor.get('/premiere-connexion');
    expect(page.text).toContain('Créer le premier compte');
    const created = await visitor.post('/premiere-connexion', ADMIN);
    expect([created.status, created.location]).toEqual([303, '/mon-compte/second-facteur']);
    expect([...visitor.cookies.keys()]).toEqual(['copil']);
    expect(await get(PeopleRepository).byEmail('jeanne.dupont@exemple.fr')).toMatchObject({
      name: 'Jeanne Dupont',
      role: 'admin',
      state: 'active',
    });
    expect((await actions()).slice(-2)).toEqual(['first_admin.created', 'sign_in.succeeded']);
    const again = new Visitor(server);
    await again.get(pathOf(server.firstAdminLink));
    const closed = await again.get('/premiere-connexion');
    expect(closed.status).toBe(410);
    expect(closed.text).toContain('Ce lien ne fonctionne plus');
    expect(again.cookies.size).toBe(0);
  });

  it('makes one administrator of two forms sent at once', async () => {
    const visitors = [new Visitor(server), new Visitor(server)];
    for (const visitor of visitors) await visitor.get(pathOf(server.firstAdminLink));
    const answers = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.post('/premiere-connexion', { ...ADMIN, email: `admin${index}@exemple.fr` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 410]);
    expect(await get(PeopleRepository).countActiveAdmins()).toBe(1);
  });

  it('refuses another link once somebody administers', async () => {
    const other = await get(OneTimeLinksService).create('first_admin', null);
    const first = new Visitor(server);
    await first.get(pathOf(other));
    expect((await first.post('/premiere-connexion', ADMIN)).status).toBe(303);
    const second = new Visitor(server);
    await second.get(pathOf(await get(OneTimeLinksService).create('first_admin', null)));
    const refused = await second.post('/premiere-connexion', { ...ADMIN, email: 'autre@exemple.fr' });
    expect(refused.status).toBe(410);
    expect(await get(PeopleRepository).countActiveAdmins()).toBe(1);
  });

  it.each([
    ['29 minutes', '2021-01-15T09:29:59Z', 200],
    ['30 minutes', '2021-01-15T09:30:00Z', 410],
  ])('opens the link of the console after %s or not', async (_, now, status) => {
    const visitor = new Visitor(server);
    await visitor.get(pathOf(server.firstAdminLink));
    server.clock.set(now);
    expect((await visitor.get('/premiere-connexion')).status).toBe(status);
  });

  it('says what to correct without using the link up', async () => {
    const visitor = new Visitor(server);
    await visitor.get(pathOf(server.firstAdminLink));
    const refused = await visitor.post('/premiere-connexion', {
      email: 'jeanne',
      name: ' ',
      password: 'jeanne2020',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('n’est pas une adresse');
    expect(refused.text).toContain('Le nom est vide');
    expect(refused.text).toContain('10 caractères');
    expect(refused.text).not.toContain('jeanne2020');
    expect((await visitor.post('/premiere-connexion', ADMIN)).status).toBe(303);
  });

  it('opens the account of somebody invited, within seven days', async () => {
    const person = await get(PeopleRepository).insert({
      email: 'lea@exemple.fr',
      name: 'Léa',
      role: 'editor',
      organisationId: null,
      state: 'invited',
      passwordHash: null,
      totpSeed: null,
      totpLastStep: null,
      notices: true,
      createdAt: '2021-01-15T09:00:00Z',
      updatedAt: '2021-01-15T09:00:00Z',
    });
    const link = await get(OneTimeLinksService).create('invitation', person.id);
    server.clock.set('2021-01-22T08:59:59Z');
    const visitor = new Visitor(server);
    await visitor.get(pathOf(link));
    const page = await visitor.get('/premiere-connexion');
    expect(page.text).toContain('lea@exemple.fr');
    expect(page.text).toContain('value="Léa"');
    const late = new Visitor(server);
    await late.get(pathOf(link));
    server.clock.set('2021-01-22T09:00:00Z');
    expect((await late.get('/premiere-connexion')).status).toBe(410);
    server.clock.set('2021-01-20T09:00:00Z');
    // Nobody chooses their own role, whatever the form carries.
    const promoted = await visitor.post('/premiere-connexion', {
      name: 'Léa',
      password: PASSWORD,
      role: 'admin',
    });
    expect(promoted.status).toBe(422);
    const opened = await visitor.post('/premiere-connexion', { name: 'Léa Roux', password: PASSWORD });
    expect([opened.status, opened.location]).toEqual([303, '/']);
    expect(await get(PeopleRepository).byId(person.id)).toMatchObject({
      name: 'Léa Roux',
      role: 'editor',
      state: 'active',
    });
    expect((await late.post('/premiere-connexion', { name: 'Léa', password: PASSWORD })).status).toBe(200);
    expect(await actions()).toContain('person.activated');
  });

  it('explains where links come from to whoever comes without one', async () => {
    const page = await new Visitor(server).get('/premiere-connexion');
    expect(page.status).toBe(200);
    expect(page.text).toContain('console');
    const wrong = await new Visitor(server).get('/premiere-connexion?code=nimporte');
    expect([wrong.status, wrong.location]).toEqual([410, null]);
  });
});
