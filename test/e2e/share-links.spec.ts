import { ShareLinksService } from '../../src/accounts/shares/share-links.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgrammeService } from '../../src/programme/programme.service.js';
import { ProgrammeEntity } from '../../src/programme/programme.entity.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

/** What a browser sends when somebody follows a link. */
const CLICK = { 'sec-fetch-dest': 'document' };

describe.each(ENGINES)('share links of a reserved programme on %s', (engine) => {
  let server: TestServer;
  let director: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    await reserve('members');
    director = await signIn(server, 'validator', { name: 'Jeanne Martin' });
  });
  afterAll(() => server.close());
  beforeEach(() => server.at('2021-01-15T09:00:00Z'));

  const database = (): UnitOfWork => server.application.get(UnitOfWork, { strict: false });
  const reserve = (visibility: 'public' | 'members'): Promise<unknown> =>
    database().write((manager) => manager.update(ProgrammeEntity, { id: 1 }, { visibility }));
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${server.url}${path}`, { method, headers, redirect: 'manual' });
  const post = (path: string, fields: Record<string, string>, by: SignedIn = director): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: by.headers.cookie },
      body: new URLSearchParams({ _csrf: by.csrfToken, ...fields }),
    });
  const newLink = async (fields: Record<string, string> = {}): Promise<string> => {
    const form = { kind: 'dashboard', year: '2020', label: 'Élus', expires: '2021-02-15', ...fields };
    const page = await post('/administration/partages', form);
    expect(page.status).toBe(200);
    const address = /<code id="adresse">([^<]+)</.exec(await page.text())?.[1] ?? '';
    expect(address.startsWith(`${server.url}/partage/`)).toBe(true);
    return address.slice(server.url.length);
  };
  /** Follows a link; @returns the header of the cookie it left. */
  const follow = async (path: string): Promise<{ cookie: string; location: string | null; set: string }> => {
    const answer = await ask(path, CLICK);
    expect(answer.status).toBe(303);
    const set = answer.headers.get('set-cookie') ?? '';
    return { cookie: set.split(';')[0] ?? '', location: answer.headers.get('location'), set };
  };
  const links = () => server.application.get(ShareLinksService, { strict: false }).list();
  const newest = async () => {
    const [link] = await links();
    if (link === undefined) throw new Error('no link was made');
    return link;
  };

  it('opens one page, and leads everybody else to the door', async () => {
    const { cookie, location, set } = await follow(await newLink());
    expect(location).toBe('/tableau-de-bord/2020');
    expect(set).toMatch(/^copil-share=[\w-]{43}; Max-Age=2764800; Path=\/; HttpOnly; SameSite=Lax$/);
    const page = await ask('/tableau-de-bord/2020', { cookie });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).toContain('13\u202f000');
    expect(html).not.toContain('Navigation principale');
    for (const path of [
      '/',
      '/operations',
      '/indicateurs',
      '/bilans',
      '/bilans/2020',
      '/tableau-de-bord/2021',
    ]) {
      const refused = await ask(path, { cookie });
      expect([path, refused.status]).toEqual([path, 303]);
      expect(refused.headers.get('location')).toMatch(/^\/connexion\?next=/);
    }
    for (const path of ['/api/v1/figures?year=2020', '/api/v1/measurements', '/api/v1/programme']) {
      expect([path, (await ask(path, { cookie })).status]).toEqual([path, 401]);
    }
    for (const path of ['/mon-compte', '/administration', '/administration/partages']) {
      expect((await ask(path, { cookie })).status).not.toBe(200);
    }
    expect((await ask('/bilans/2020/brouillon', { cookie }, 'POST')).status).toBe(401);
  });

  it('opens a bilan and its draft, of its own year', async () => {
    const { cookie, location } = await follow(await newLink({ kind: 'bilan' }));
    expect(location).toBe('/bilans/2020');
    const page = await ask('/bilans/2020', { cookie });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toMatch(/Chiffres arrêtés au 16\sdécembre\s2020\./);
    expect(html).toMatch(/450\svisiteurs accueillis sur le stand, dont 150 avec un projet de mobilité/);
    expect(html).toContain('action="/bilans/2020/brouillon"');
    const draft = await ask('/bilans/2020/brouillon', { cookie }, 'POST');
    expect([draft.status, draft.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await ask('/bilans/2021/brouillon', { cookie }, 'POST')).status).toBe(401);
    expect((await ask('/tableau-de-bord/2020', { cookie })).status).toBe(303);
  });

  it('closes a revoked link with the next request, with the same words as one that never was', async () => {
    const path = await newLink();
    const { cookie } = await follow(path);
    const { linkId } = await newest();
    const revoked = await post(`/administration/partages/${linkId}/revoquer`, {});
    expect([revoked.status, revoked.headers.get('location')]).toEqual([
      303,
      '/administration/partages?fait=revoque',
    ]);
    expect((await ask('/tableau-de-bord/2020', { cookie })).status).toBe(303);
    const answers = [path, `/partage/${'A'.repeat(43)}`, '/partage/court', '/partage/%00'];
    for (const address of answers) {
      const refused = await ask(address, CLICK);
      expect([address, refused.status]).toEqual([address, 404]);
      expect(await refused.text()).toContain('Demandez-en un autre à la personne qui vous l’a donné.');
      expect(refused.headers.get('set-cookie')).toBeNull();
    }
    expect((await newest()).state).toBe('revoked');
  });

  it('opens until midnight in Paris of its last day', async () => {
    const path = await newLink({ expires: '2021-01-15' });
    const { cookie, set } = await follow(path);
    expect(set).toContain('Max-Age=86400;');
    await server.at('2021-01-15T22:59:59Z');
    expect((await ask('/tableau-de-bord/2020', { cookie })).status).toBe(200);
    await server.at('2021-01-15T23:00:00Z');
    expect((await ask('/tableau-de-bord/2020', { cookie })).status).toBe(303);
    expect((await ask(path, CLICK)).status).toBe(404);
    expect((await newest()).state).toBe('expired');
  });

  it('counts whoever opens it, not what looks ahead', async () => {
    const path = await newLink();
    await Promise.all(Array.from({ length: 5 }, () => ask(path, CLICK)));
    await ask(path);
    for (const headers of [{ 'sec-fetch-dest': 'image' }, { ...CLICK, 'sec-purpose': 'prefetch' }]) {
      await ask(path, headers);
    }
    expect((await ask(path, CLICK, 'HEAD')).status).toBe(303);
    expect(await newest()).toMatchObject({ openings: 6, lastOpenedAt: '2021-01-15T09:00:00Z' });
  });

  it('tells the journal who made and closed a link, never its secret nor for whom', async () => {
    const path = await newLink({ label: 'Madame Durand' });
    const { linkId } = await newest();
    await post(`/administration/partages/${linkId}/revoquer`, {});
    await post(`/administration/partages/${linkId}/revoquer`, {});
    const told: Record<string, unknown>[] = await database().manager.query(
      `SELECT actor, action, before, after FROM audit_entries WHERE subject = 'share:${linkId}' ORDER BY id`,
    );
    const actor = `person:${director.personId}`;
    expect(told).toEqual([
      {
        actor,
        action: 'share.created',
        before: null,
        after: '{"kind":"dashboard","year":2020,"expires":"2021-02-15"}',
      },
      { actor, action: 'share.revoked', before: '{"state":"open"}', after: '{"state":"revoked"}' },
    ]);
    const rows = await database().manager.query('SELECT * FROM share_links');
    expect(JSON.stringify([rows, told])).not.toContain(path.slice('/partage/'.length));
  });

  it('shows the form again with what to correct, and the list with what became of each link', async () => {
    const wrong = { kind: 'dashboard', year: '1999', label: ' ', expires: '2022-01-16' };
    const refused = await post('/administration/partages', wrong);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    for (const id of ['partage-year', 'partage-label', 'partage-expires']) {
      expect(html).toContain(`id="${id}-error"`);
    }
    expect((await post('/administration/partages', { ...wrong, kind: 'tout' })).status).toBe(422);
    expect((await post('/administration/partages', { ...wrong, autre: '1' })).status).toBe(422);
    expect((await post('/administration/partages/999999/revoquer', {})).status).toBe(404);
    await newLink({ label: '<b>Élus</b> & cie' });
    const list = await (await ask('/administration/partages?fait=revoque', director.headers)).text();
    expect(list).toContain('&lt;b&gt;Élus&lt;/b&gt; &amp; cie');
    expect(list).toContain('par Jeanne Martin');
    expect(list).toContain('il ne s’ouvre plus');
    // Of the rooms, only those that the direction may open.
    expect(list).toContain('href="/administration/cibles"');
    expect(list).not.toContain('href="/administration/personnes"');
    const administrator = await signIn(server, 'admin');
    const rooms = await (await ask('/administration/partages', administrator.headers)).text();
    expect(rooms).toContain('href="/administration/personnes"');
  });

  it.each(['viewer', 'contributor', 'editor'] as const)('is not for a %s to make', async (role) => {
    const organisation = role === 'contributor' ? { organisation: 'CD46' } : {};
    const person = await signIn(server, role, organisation);
    expect((await ask('/administration/partages', person.headers)).status).toBe(403);
    const form = { kind: 'dashboard', year: '2020', label: 'Moi', expires: '2021-02-15' };
    expect((await post('/administration/partages', form, person)).status).toBe(403);
  });

  it('lists bilans for members, and says of an unknown year that there is none', async () => {
    const list = await ask('/bilans', director.headers);
    expect(await list.text()).toContain('href="/bilans/2020"');
    expect((await ask('/bilans/1999', director.headers)).status).toBe(404);
    const programmes = server.application.get(ProgrammeService, { strict: false });
    const described = await programmes.exercice(2020);
    await programmes.storeExercice({ ...described, year: 2019, state: 'open', closingDate: null });
    const blank = await (await ask('/bilans/2019', director.headers)).text();
    expect(blank).toContain('n’a encore aucun chiffre validé');
    const draft = await post('/bilans/2020/brouillon', {});
    expect([draft.status, draft.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
});
