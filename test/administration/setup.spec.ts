import { ProgrammeService } from '../../src/programme/programme.service.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';

const ROOM = '/administration/demarrage';
const BODY = {
  name: 'Vivre en Lozère !',
  tagline: 'programme d’accueil de la Lozère',
  carriedBy: 'Département de la Lozère',
  territory: 'Lozère',
  territoryCode: 'd48',
  visibility: 'public',
  year: '2021',
};

describe.each(ENGINES)('an installation without a programme on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer({ engine, seed: null });
    desk = deskOf(server, await signIn(server, 'admin'));
  });
  afterEach(() => server.close());

  it('leads its administrator to the assistant, and tells visitors what is missing', async () => {
    const pages = ['/', '/tableau-de-bord/2020', '/operations', '/indicateurs', '/mentions-legales'];
    for (const path of [...pages, '/administration/programme']) {
      expect([path, (await desk.read(path)).location]).toEqual([path, ROOM]);
    }
    for (const path of pages) {
      const { status, html } = await deskOf(server, null).read(path);
      expect([path, status]).toEqual([path, 404]);
      expect(textOf(html)).toContain('Aucun programme n’est encore installé');
      expect(html).toContain('href="/connexion"');
    }
    expect((await deskOf(server, null).read('/connexion')).status).toBe(200);
    const page = await desk.read(ROOM);
    expect([page.status, htmlMistakes(page.html)]).toEqual([200, []]);
    expect((await deskOf(server, await signIn(server, 'editor')).read(ROOM)).status).toBe(403);
    expect((await deskOf(server, await signIn(server, 'editor')).read('/')).status).toBe(404);
  });

  it('starts a programme from one form, and one only', async () => {
    const wrong = await desk.send(ROOM, { ...BODY, name: ' ', year: '21' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/id="demarrage-name-error"[^]*id="demarrage-year-error"/);
    expect(wrong.html).toContain('value="Département de la Lozère"');

    const sent = await Promise.all(
      [BODY, { ...BODY, name: 'Un autre' }].map((body) => desk.send(ROOM, body)),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await journalOf(server, 'programme.created')).toMatchObject([
      { after: { territoryCode: 'D48', year: 2021 } },
    ]);
    const programmes = server.application.get(ProgrammeService, { strict: false });
    expect(await programmes.exercices()).toMatchObject([{ year: 2021, state: 'open' }]);
    expect(await programmes.territories()).toMatchObject([{ code: 'D48', name: 'Lozère' }]);

    expect((await desk.read(ROOM)).location).toBe('/administration/programme');
    expect((await desk.send(`${ROOM}/exemple`, {})).location).toBe('/administration/programme');
    const home = await deskOf(server, null).read('/');
    expect([home.status, htmlMistakes(home.html)]).toEqual([200, []]);
    const room = await desk.read('/administration/programme?fait=installe');
    expect(textOf(room.html)).toContain('Le programme est installé');
  });

  it('loads the example at the press of a button', async () => {
    expect((await desk.send(`${ROOM}/exemple`, {})).location).toBe('/administration/programme?fait=installe');
    expect(textOf((await deskOf(server, null).read('/')).html)).toContain('plus de 13 000');
  });
});
