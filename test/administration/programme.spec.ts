import { ProgrammeService } from '../../src/programme/programme.service.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

/** One white point, as real encoders write it. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const file = (content: Buffer | string, type: string): Blob =>
  new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type });

const DESCRIPTION = {
  name: 'Oh my Lot\u202f!',
  tagline: 'marque d’attractivité du Lot',
  purpose: 'séduire de nouveaux habitants',
  carriedBy: 'Département du Lot',
  visibility: 'public',
  licence: 'Licence Ouverte 2.0',
  sourceStatement: 'Communiqué du 17 décembre 2020',
};
const HOSTILE = `"><script>alert('é')</script>&amp;  ﷽ 😀`;

describe.each(ENGINES)('the room of the programme on %s', (engine) => {
  let server: TestServer;
  let admin: SignedIn;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    admin = await signIn(server, 'admin');
    desk = deskOf(server, admin);
  });
  afterAll(() => server.close());

  it('is open to administrators only', async () => {
    const page = await desk.read('/administration/programme');
    expect(page.status).toBe(200);
    expect(htmlMistakes(page.html)).toEqual([]);
    expect(
      (await deskOf(server, await signIn(server, 'validator')).read('/administration/programme')).status,
    ).toBe(403);
    expect((await deskOf(server, null).read('/administration/programme')).location).toMatch(/^\/connexion/);
  });

  it('keeps what is said of the programme, and tells the journal what it replaced', async () => {
    const saved = await desk.send('/administration/programme', DESCRIPTION);
    expect([saved.status, saved.location]).toEqual([303, '/administration/programme?fait=programme']);
    const page = await desk.read('/administration/programme?fait=programme');
    expect(textOf(page.html)).toContain('Le programme est enregistré.');
    expect(page.html).toContain('value="Département du Lot"');
    const [entry, ...others] = await journalOf(server, 'programme.changed');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor: `person:${admin.personId}`,
      subject: 'programme',
      before: { carriedBy: 'collectif d’acteurs publics et privés', licence: null },
      after: { carriedBy: 'Département du Lot', licence: 'Licence Ouverte 2.0' },
    });
    expect(Object.keys(entry?.after as object)).not.toContain('name');
    // Sent twice, it says nothing new.
    expect((await desk.send('/administration/programme', DESCRIPTION)).status).toBe(303);
    expect(await journalOf(server, 'programme.changed')).toHaveLength(1);
  });

  it('keeps any text as it was typed', async () => {
    await desk.send('/administration/programme', {
      ...DESCRIPTION,
      tagline: HOSTILE,
      purpose: `${HOSTILE}\r\nsuite`,
    });
    const answer = (await (await fetch(`${server.url}/api/v1/programme`)).json()) as Record<string, unknown>;
    expect([answer['tagline'], answer['purpose']]).toEqual([HOSTILE, `${HOSTILE}\nsuite`]);
    const { html } = await desk.read('/administration/programme');
    expect(html).not.toContain('<script>alert');
    expect(htmlMistakes(html)).toEqual([]);
    await desk.send('/administration/programme', DESCRIPTION);
  });

  it.each([
    ['name', '   ', 'Le nom est à remplir.'],
    ['name', 'a'.repeat(201), 'compte 201 caractères'],
    ['tagline', 'deux\nlignes', 'tient sur une seule ligne'],
    ['purpose', 'avec\u0000zéro', 'caractère de commande'],
    ['visibility', 'personne', 'Choisissez qui peut lire les pages.'],
  ])('names the field %s typed %p', async (field, typed, message) => {
    const refused = await desk.send('/administration/programme', {
      ...DESCRIPTION,
      name: 'Gardé',
      [field]: typed,
    });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(message);
    expect(refused.html).toContain(`id="programme-${field}-error"`);
    if (field !== 'name') expect(refused.html).toContain('value="Gardé"');
    expect(htmlMistakes(refused.html)).toEqual([]);
  });

  it('refuses a field that it does not know', async () => {
    const refused = await desk.send('/administration/programme', { ...DESCRIPTION, accentColour: '#ffffff' });
    expect(refused.status).toBe(422);
  });

  it('gives pages a colour that can be read, and refuses another one with the nearest', async () => {
    const pale = await desk.send('/administration/programme/couleur', { accentColour: '#f0b45a' });
    expect(pale.status).toBe(422);
    expect(textOf(pale.html)).toMatch(
      /contraste avec le fond des pages est de 1,5 pour 1.*convient est #[0-9a-f]{6}/,
    );
    expect(pale.html).toContain('value="#f0b45a"');
    const odd = await desk.send('/administration/programme/couleur', { accentColour: 'red;}' });
    expect(odd.status).toBe(422);

    const saved = await desk.send('/administration/programme/couleur', { accentColour: '#14626B' });
    expect(saved.location).toBe('/administration/programme?fait=couleur');
    const { html } = await deskOf(server, null).read('/');
    const [, address = ''] =
      /<link rel="stylesheet" href="(\/identite\/[0-9a-f]{16}\.css)">/.exec(html) ?? [];
    const css = await fetch(`${server.url}${address}`);
    expect([css.status, css.headers.get('content-type'), css.headers.get('cache-control')]).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(await css.text()).toMatch(/^:root\{--wine:#14626b;/);

    await desk.send('/administration/programme/couleur/origine', {});
    expect((await deskOf(server, null).read('/')).html).not.toContain('/identite/');
    const gone = await fetch(`${server.url}${address}`);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-cache']);
    expect((await journalOf(server, 'programme.changed')).slice(-2).map(({ after }) => after)).toEqual([
      { accentColour: '#14626b' },
      { accentColour: null },
    ]);
  });

  it('takes a logo by what it is, not by its name', async () => {
    const sent = await desk.send('/administration/programme/logo', { logo: file(PNG, 'text/plain') });
    expect(sent.location).toBe('/administration/programme?fait=logo');
    const { html } = await desk.read('/administration/programme');
    const [, address = ''] = /src="(\/identite\/logo-[0-9a-f]{16})"/.exec(html) ?? [];
    const answer = await fetch(`${server.url}${address}`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    // The same one again changes nothing.
    await desk.send('/administration/programme/logo', { logo: file(PNG, 'image/png') });
    await desk.send('/administration/programme/logo/retrait', {});
    expect((await fetch(`${server.url}${address}`)).status).toBe(404);
    expect(await journalOf(server, 'logo.changed')).toMatchObject([
      { before: null, after: { mediaType: 'image/png' } },
      { before: { mediaType: 'image/png' }, after: null },
    ]);
  });

  it.each([
    [
      'a drawing that may hold a script',
      file('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
      'SVG',
    ],
    ['a page in disguise', file('<!doctype html><script>1</script>', 'image/png'), 'ni une image PNG'],
    ['a file too large', file(Buffer.concat([PNG, Buffer.alloc(300_000)]), 'image/png'), '301 ko'],
    ['no file', file('', 'application/octet-stream'), 'aucun n’a été envoyé'],
  ])('refuses %s as a logo', async (_name, logo, words) => {
    const refused = await desk.send('/administration/programme/logo', { logo });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(words);
    expect(refused.html).toContain('id="logo-logo-error"');
  });

  it('adds a year, once, and describes it', async () => {
    const added = await desk.send('/administration/programme/exercices', { year: '2021' });
    expect(added.location).toBe('/administration/programme?fait=exercice-ajoute');
    const again = await desk.send('/administration/programme/exercices', { year: '2021' });
    expect([again.status, textOf(again.html).includes('est déjà là')]).toEqual([409, true]);
    expect((await desk.send('/administration/programme/exercices', { year: '21' })).status).toBe(422);

    const path = '/administration/programme/exercices/2021';
    const page = await desk.read(path);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    const fields = {
      state: 'closed',
      startDate: '2020-09-01',
      endDate: '2021-08-31',
      headline: HOSTILE,
      summary: 'Une année.',
      closingDate: '2021-12-15',
    };
    const overlapping = await desk.send(path, fields);
    expect([overlapping.status, overlapping.html.includes('id="exercice-startDate-error"')]).toEqual([
      422,
      true,
    ]);
    expect(textOf(overlapping.html)).toContain('Ces jours sont déjà dans l’exercice 2020');
    fields.startDate = '2021-01-01';
    const undated = await desk.send(path, { ...fields, closingDate: '' });
    expect([undated.status, undated.html.includes('id="exercice-closingDate-error"')]).toEqual([422, true]);
    expect((await desk.send(path, { ...fields, closingDate: '2021-02-30' })).status).toBe(422);
    expect((await desk.send(path, { ...fields, state: 'sealed' })).status).toBe(422);
    const saved = await desk.send(path, { ...fields, questionedListIsPartial: 'on' });
    expect(saved.location).toBe(`${path}?fait=exercice`);
    const { exercices } = (await (await fetch(`${server.url}/api/v1/programme`)).json()) as {
      exercices: object[];
    };
    expect(exercices.at(-1)).toMatchObject({ year: 2021, ...fields, questionedListIsPartial: true });
    expect(await journalOf(server, 'exercice.changed')).toMatchObject([
      { subject: 'exercice:2021', before: null, after: { state: 'open' } },
      { before: { state: 'open', headline: null }, after: { state: 'closed', headline: HOSTILE } },
    ]);
    expect((await desk.read('/administration/programme/exercices/1999')).status).toBe(404);
  });

  it('reopens a sealed year with its reason, which stays with it, and only then changes it', async () => {
    const programmes = server.application.get(ProgrammeService, { strict: false });
    const path = '/administration/programme/exercices/2020';
    await programmes.storeExercice({ ...(await programmes.exercice(2020)), state: 'sealed' });
    const sealed = await desk.read(path);
    expect(textOf(sealed.html)).toContain('Cet exercice est scellé avec son bilan');
    const silent = await desk.send(`${path}/reouverture`, { state: 'closed', reason: ' ' });
    expect([silent.status, silent.html.includes('id="reouverture-reason-error"')]).toEqual([422, true]);
    const reason = 'Les bons de livraison donnent 131 000';
    const reopened = await desk.send(`${path}/reouverture`, { state: 'open', reason });
    expect(reopened.location).toBe(`${path}?fait=exercice-rouvert`);
    const { html } = await desk.read(path);
    expect(textOf(html)).toContain('131');
    expect(html).not.toContain('reouverture-reason');
    expect(await journalOf(server, 'exercice.reopened')).toMatchObject([
      { subject: 'exercice:2020', before: { state: 'sealed' }, after: { state: 'open' } },
    ]);
    expect((await desk.send(`${path}/reouverture`, { state: 'open', reason })).status).toBe(409);
  });
});

describe('a programme reserved to its members', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('shows visitors its name, the pages of the law, and no closed door', async () => {
    const desk = deskOf(server, await signIn(server, 'admin'));
    await desk.send('/administration/programme', { ...DESCRIPTION, visibility: 'members' });
    const visitor = deskOf(server, null);
    for (const path of ['/', '/operations', '/indicateurs', '/tableau-de-bord/2020']) {
      expect([path, (await visitor.read(path)).location]).toEqual([
        path,
        `/connexion?next=${encodeURIComponent(path)}`,
      ]);
      expect((await desk.read(path)).html).toContain('href="/operations"');
    }
    expect((await fetch(`${server.url}/api/v1/programme`)).status).toBe(401);
    for (const path of ['/mentions-legales', '/cette-page-n-existe-pas']) {
      const { html } = await visitor.read(path);
      expect(html).toContain('Oh my Lot\u202f!');
      expect(html).not.toMatch(/href="\/(operations|indicateurs)"/);
      expect(html).not.toContain('Communiqué');
      expect(html).toContain('href="/donnees-personnelles"');
    }
    // A partner reads its own figures only: these pages are closed to it.
    const partner = deskOf(server, await signIn(server, 'contributor', { organisation: 'CD46' }));
    expect((await partner.read('/mentions-legales')).html).not.toContain('href="/operations"');
  });
});
