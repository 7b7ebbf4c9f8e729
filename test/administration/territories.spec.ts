import { ProgrammeService } from '../../src/programme/programme.service.js';
import { TerritoriesService } from '../../src/programme/territories/territories.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/territoires';
const HOSTILE = `"><img src=x onerror=alert(1)> « l’été » 😀`;
const OWN = {
  code: 'vallee-du-lot',
  name: 'Vallée du Lot',
  level: 'secteur',
  parentCode: 'D46',
  inseeCode: '',
};

describe.each(ENGINES)('the room of territories on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;
  let programmes: ProgrammeService;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'admin'));
    programmes = server.application.get(ProgrammeService, { strict: false });
  });
  afterAll(() => server.close());

  const names = async (): Promise<Map<string, string>> =>
    new Map((await programmes.territories()).map(({ code, name }) => [code, name]));

  it('lists what is there, for whoever administers', async () => {
    const page = await desk.read(ROOM);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect(textOf(page.html)).toContain('1 territoire');
    expect((await deskOf(server, await signIn(server, 'editor')).read(ROOM)).status).toBe(403);
  });

  it('adds a whole département at once, once', async () => {
    const made = await desk.send(`${ROOM}/decoupage/ajout`, { departement: '46' });
    expect(made.location).toBe(`${ROOM}?fait=ajout&crees=321&modifies=0`);
    const all = await programmes.territories();
    expect(all).toHaveLength(322);
    expect(all.find(({ code }) => code === '46042')).toMatchObject({
      name: 'Cahors',
      level: 'commune',
      inseeCode: '46042',
      parentCode: '200023737',
    });
    expect(all.find(({ code }) => code === '200023737')).toMatchObject({
      name: 'Communauté d’agglomération du Grand Cahors',
      parentCode: 'D46',
    });
    const again = await desk.send(`${ROOM}/decoupage/ajout`, { departement: '46' });
    expect(again.location).toBe(`${ROOM}?fait=ajout&crees=0&modifies=0`);
    expect(await programmes.territories()).toHaveLength(322);
    expect(await journalOf(server, 'territory.added')).toMatchObject([
      { subject: 'departement:46', after: { created: 321, updated: 0 } },
    ]);
  });

  it('stays light with hundreds of them, and finds one by its name', async () => {
    const page = await desk.read(`${ROOM}?fait=ajout&crees=321&modifies=0`);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    const text = textOf(page.html);
    expect(text).toContain('321 territoires ajoutés.');
    expect(text).toContain('10 territoires sur 322');
    // The list of every département is a third of it.
    expect(page.html.length).toBeLessThan(40_000);
    const within = await desk.read(`${ROOM}?dans=200023737`);
    expect(textOf(within.html)).toContain('36 territoires sur 322');
    expect([within.html.length < 60_000, htmlMistakes(within.html)]).toEqual([true, []]);
    const found = await desk.read(`${ROOM}?nom=SAINT%20CIRQ%20l`);
    expect(textOf(found.html)).toContain('Saint-Cirq-Lapopie');
    expect(textOf(found.html)).toContain('1 territoire sur 322');
    const nothing = await desk.read(`${ROOM}?nom=${encodeURIComponent(HOSTILE)}`);
    expect(textOf(nothing.html)).toContain('Aucun territoire ne correspond.');
    expect(nothing.html).not.toContain('<img src=x');
  });

  it('gives official names back, and leaves codes as they are', async () => {
    await desk.send(`${ROOM}/46042`, { name: 'Cahors-sur-Lot', parentCode: '200023737', inseeCode: '46042' });
    expect((await names()).get('46042')).toBe('Cahors-sur-Lot');
    const territories = server.application.get(TerritoriesService, { strict: false });
    expect(await territories.addDepartement('46')).toEqual({ created: 0, updated: 1, unchanged: 321 });
    expect((await names()).get('46042')).toBe('Cahors');
  });

  it('refuses a département that there is not', async () => {
    for (const departement of ['20', '../../package', '99']) {
      const refused = await desk.send(`${ROOM}/decoupage/ajout`, { departement });
      expect([refused.status, refused.html.includes('id="decoupage-departement-error"')]).toEqual([
        422,
        true,
      ]);
    }
  });

  it('adds one of the programme’s own, once', async () => {
    const made = await desk.send(ROOM, OWN);
    expect(made.location).toBe(`${ROOM}/vallee-du-lot?fait=creation`);
    const page = await desk.read(`${ROOM}/vallee-du-lot?fait=creation`);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    const again = await desk.send(ROOM, { ...OWN, name: HOSTILE });
    expect([again.status, again.html.includes('id="territoire-code-error"')]).toEqual([422, true]);
    expect(again.html).not.toContain('<img src=x');
    const coded = await desk.send(ROOM, { ...OWN, code: 'AUTRE', inseeCode: '46042' });
    expect(coded.html).toContain('id="territoire-inseeCode-error"');
  });

  it('renames one, tells the journal, and never puts it in itself', async () => {
    const path = `${ROOM}/vallee-du-lot`;
    const renamed = await desk.send(path, { name: HOSTILE, parentCode: 'D46', inseeCode: '' });
    expect(renamed.location).toBe(`${path}?fait=description`);
    expect((await names()).get('VALLEE-DU-LOT')).toBe(HOSTILE);
    expect((await desk.read(path)).html).not.toContain('<img src=x');
    expect((await journalOf(server, 'territory.changed')).at(-1)).toMatchObject({
      subject: 'territory:VALLEE-DU-LOT',
      before: { name: 'Vallée du Lot' },
      after: { name: HOSTILE },
    });
    const circle = await desk.send(`${ROOM}/d46`, {
      name: 'Lot',
      parentCode: 'VALLEE-DU-LOT',
      inseeCode: '46',
    });
    expect([circle.status, circle.html.includes('id="territoire-parentCode-error"')]).toEqual([422, true]);
    expect((await desk.read(`${ROOM}/inconnu`)).status).toBe(404);
  });
});
