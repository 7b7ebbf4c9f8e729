import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { ProgrammeService } from '../../src/programme/programme.service.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/organisations';
const HOSTILE = `"><img src=x onerror=alert(1)> ﷽ « l’été » 😀`;
const BODY = { code: 'adt-46', name: 'ADT', nameInSentence: 'l’ADT', kind: 'organisme', role: '', note: '' };

describe.each(ENGINES)('the room of organisations on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'admin'));
  });
  afterAll(() => server.close());

  const nameOf = async (code: string, day: string): Promise<string> => {
    const programmes = server.application.get(ProgrammeService, { strict: false });
    return (await programmes.organisations()).nameAt(code, day).name;
  };
  const create = async (code: string): Promise<void> => {
    const made = await desk.send(ROOM, { ...BODY, code });
    expect(made.status).toBe(303);
  };

  it('is closed to whoever does not administer', async () => {
    expect((await desk.read(ROOM)).status).toBe(200);
    expect((await deskOf(server, await signIn(server, 'editor')).read(ROOM)).status).toBe(403);
  });

  it('creates one, once, under a canonical code', async () => {
    const made = await desk.send(ROOM, BODY);
    expect(made.location).toBe(`${ROOM}/adt-46?fait=creation`);
    const page = await desk.read(`${ROOM}/adt-46?fait=creation`);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect(textOf(page.html)).toContain('L’organisation est créée.');
    const again = await desk.send(ROOM, { ...BODY, code: 'ADT_46' });
    expect([again.status, again.html.includes('id="organisation-code-error"')]).toEqual([409, true]);
    expect(again.html).toContain('value="l’ADT"');
    expect(await journalOf(server, 'organisation.changed')).toMatchObject([
      {
        subject: 'organisation:ADT-46',
        before: null,
        after: { kind: 'organisme', names: [{ name: 'ADT' }] },
      },
    ]);
  });

  it.each([
    ['code', 'Office de Tourisme', 'OFFICE-DE-TOURISME'],
    ['code', '', 'Le code s’écrit en capitales'],
    ['name', ' ', 'Le nom est à remplir.'],
    ['kind', '', 'La nature est à remplir.'],
  ])('names the field %s typed %p', async (field, typed, words) => {
    const refused = await desk.send(ROOM, { ...BODY, code: 'NOUVEAU', note: HOSTILE, [field]: typed });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(words);
    expect(refused.html).toContain(`id="organisation-${field}-error"`);
    expect(refused.html).not.toContain('<img src=x');
    expect(htmlMistakes(refused.html)).toEqual([]);
  });

  it('gives another name from a day on; the years before keep theirs', async () => {
    await create('RENOMMEE');
    const path = `${ROOM}/renommee`;
    const added = await desk.send(`${path}/noms`, { name: HOSTILE, nameInSentence: '', from: '2024-01-01' });
    expect(added.location).toBe(`${path}?fait=nom`);
    expect([await nameOf('RENOMMEE', '2023-12-31'), await nameOf('RENOMMEE', '2024-01-01')]).toEqual([
      'ADT',
      HOSTILE,
    ]);
    const { html } = await desk.read(path);
    expect(html).not.toContain('<img src=x');
    expect([textOf(html).includes('jusqu’au 31 décembre 2023'), htmlMistakes(html)]).toEqual([true, []]);

    const overlapping = await desk.send(`${path}/noms`, {
      name: 'Encore',
      nameInSentence: '',
      from: '2020-01-01',
    });
    expect([overlapping.status, overlapping.html.includes('id="nouveau-nom-from-error"')]).toEqual([
      422,
      true,
    ]);
    const corrected = { name: 'ADT du Lot', nameInSentence: '', validFrom: '', validTo: '2023-12-31' };
    expect((await desk.send(`${path}/noms/0`, corrected)).status).toBe(303);
    expect(await nameOf('RENOMMEE', '2020-06-01')).toBe('ADT du Lot');
    const clash = await desk.send(`${path}/noms/0`, { ...corrected, validTo: '2025-01-01' });
    expect(clash.status).toBe(422);
    expect(clash.html).toMatch(/<details class="name" open>/);
    expect((await desk.send(`${path}/noms/9`, corrected)).status).toBe(404);
  });

  it('merges one into another: its people follow, their sessions end, its name stays', async () => {
    await create('ANCIENNE');
    await create('NOUVELLE');
    const partner = await signIn(server, 'contributor', { organisation: 'ANCIENNE' });
    expect((await deskOf(server, partner).read('/mon-compte')).status).toBe(200);
    const merged = await desk.send(`${ROOM}/ancienne/fusion`, { into: 'NOUVELLE', on: '2021-01-01' });
    expect(merged.location).toBe(`${ROOM}/ancienne?fait=fusion`);

    expect((await deskOf(server, partner).read('/mon-compte')).location).toMatch(/^\/connexion/);
    const programmes = server.application.get(ProgrammeService, { strict: false });
    const { all } = await programmes.organisations();
    const target = all.find(({ code }) => code === 'NOUVELLE');
    const person = await server.application.get(PeopleRepository, { strict: false }).byId(partner.personId);
    expect(person?.organisationId).toBe(target?.id);
    expect(await nameOf('ANCIENNE', '2020-06-01')).toBe('ADT');
    expect(await journalOf(server, 'organisation.merged')).toMatchObject([
      {
        subject: 'organisation:ANCIENNE',
        after: { mergedInto: 'NOUVELLE', mergedOn: '2021-01-01', people: [`person:${partner.personId}`] },
      },
    ]);
    // It is offered no more, neither to be joined nor to people.
    expect((await desk.read(`${ROOM}/cd46`)).html).not.toContain('value="ANCIENNE"');
    expect((await desk.read('/administration/personnes')).html).not.toContain('value="ANCIENNE"');
    const list = await desk.read(ROOM);
    expect(textOf(list.html)).toContain('Réunie à ADT le 1er janvier 2021');
  });

  it.each([
    ['into itself', 'nouvelle', 'NOUVELLE', 'elle-même'],
    ['into one that was merged away', 'cd46', 'ANCIENNE', 'choisissez celle-ci'],
    ['in a circle', 'nouvelle', 'ANCIENNE', 'choisissez celle-ci'],
    ['a second time', 'ancienne', 'CD46', 'annulez d’abord'],
    ['into what nobody knows', 'nouvelle', 'INCONNUE', 'de la liste'],
  ])('never merges %s', async (_name, code, into, words) => {
    const refused = await desk.send(`${ROOM}/${code}/fusion`, { into, on: '2021-01-01' });
    expect(refused.status).toBe(422);
    if (code !== 'ancienne') expect(textOf(refused.html)).toContain(words);
  });

  it('undoes a merge, and leaves people where they are', async () => {
    const undone = await desk.send(`${ROOM}/ancienne/fusion/annulation`, {});
    expect(undone.location).toBe(`${ROOM}/ancienne?fait=separation`);
    expect((await desk.read(`${ROOM}/cd46`)).html).toContain('value="ANCIENNE"');
    expect((await desk.send(`${ROOM}/ancienne/fusion/annulation`, {})).status).toBe(303);
    expect(await journalOf(server, 'organisation.separated')).toHaveLength(1);
    expect(textOf((await desk.read(`${ROOM}/nouvelle`)).html)).toContain('1 personne');
  });

  it('knows no organisation by another word', async () => {
    expect((await desk.read(`${ROOM}/inconnue`)).status).toBe(404);
    expect((await desk.send(`${ROOM}/inconnue/fusion`, { into: 'CD46', on: '2021-01-01' })).status).toBe(404);
  });
});
