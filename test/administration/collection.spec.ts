import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { ExpectedFiguresService } from '../../src/entry/plan/expected-figures.service.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const PLAN = '/administration/collecte';
const LINE = {
  indicator: 'SPOTS_PARTAGES',
  campaign: 'OP-2020-SPOTS',
  territory: '',
  channel: '',
  organisation: 'CCI46',
  frequency: 'month',
  startsOn: '2020-06-01',
  endsOn: '',
  dueDays: '10',
  ownerId: '',
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('the plan of what is awaited on %s', (engine) => {
  let server: TestServer;
  let desk: Desk;
  let partner: number;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    desk = deskOf(server, await signIn(server, 'editor', { name: 'Marie Dupont' }));
    partner = (await signIn(server, 'contributor', { organisation: 'CCI46', name: 'Paul Roux' })).personId;
  });
  afterAll(() => server.close());

  const lines = () => server.application.get(CollectionLinesService, { strict: false }).all();
  const rowsOf = async (month: string) => {
    const figures = server.application.get(ExpectedFiguresService, { strict: false });
    return (await figures.of(await figures.period(month), null)).rows;
  };

  it('says what it is for before anything stands in it', async () => {
    const { status, html } = await desk.read(PLAN);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    expect(textOf(html)).toContain('Aucun chiffre n’est encore attendu nommément');
    expect(html).not.toContain('<option value="COUT_PAR_VISITEUR"');
  });

  it('adds a figure, which the grid then awaits from its organisation, ten days after the month', async () => {
    expect((await desk.send(PLAN, { ...LINE, ownerId: String(partner) })).location).toBe(
      `${PLAN}?fait=ajout`,
    );
    const { html } = await desk.read(`${PLAN}?fait=ajout`);
    expect(htmlMistakes(html)).toEqual([]);
    expect(plain(textOf(html))).toMatch(
      /Chaque mois Depuis le 1er juin 2020 Paul Roux, Chambre de commerce .+ 10 jours après la fin/,
    );
    const row = (await rowsOf('2020-09')).find(({ organisation }) => organisation === 'CCI46');
    expect(row).toMatchObject({ origin: 'planned', isExpected: true, due: '2020-10-10' });
    expect((await rowsOf('2020-05')).some(({ organisation }) => organisation === 'CCI46')).toBe(false);
    expect((await journalOf(server, 'collection_line.added'))[0]?.after).toMatchObject({
      indicator: 'SPOTS_PARTAGES',
      organisation: 'CCI46',
      frequency: 'month',
    });
  });

  it.each<[Record<string, string>, number, string]>([
    [{}, 409, 'Ce chiffre est déjà attendu à ce rythme'],
    [{ indicator: 'INCONNU' }, 422, 'Choisissez un indicateur de la liste.'],
    [{ campaign: 'OP-1999' }, 422, 'Choisissez une opération de la liste.'],
    [{ territory: 'ATLANTIDE' }, 422, 'Choisissez un territoire de la liste.'],
    [{ channel: 'pigeon' }, 422, 'Choisissez un canal de la liste.'],
    [{ organisation: 'PERSONNE' }, 422, 'Choisissez une organisation de la liste.'],
    [{ frequency: 'week' }, 422, 'Choisissez un rythme.'],
    [{ endsOn: '2020-05-31' }, 422, 'Le dernier jour vient avant le premier.'],
    [{ dueDays: '367' }, 422, 'Le délai est un nombre de jours, de 0 à 366'],
    [{ dueDays: '-1' }, 422, 'Le délai est un nombre de jours, de 0 à 366'],
    [{ ownerId: '999999' }, 422, 'Choisissez une personne de la liste'],
  ])('refuses %j with %i beside its field', async (fields, status, message) => {
    const page = await desk.send(PLAN, { ...LINE, ...fields });
    expect([page.status, htmlMistakes(page.html)]).toEqual([status, []]);
    expect(plain(textOf(page.html))).toContain(message);
    expect(await lines()).toHaveLength(1);
  });

  it('lets a partner see to no other figures than those of their organisation', async () => {
    const fields = { ...LINE, organisation: 'LOT-TOURISME', ownerId: String(partner) };
    expect((await desk.send(PLAN, fields)).status).toBe(422);
  });

  it('changes a line, ends it, and takes it away with its trace', async () => {
    const [line] = await lines();
    const path = `${PLAN}/${line?.id ?? 0}`;
    const { html } = await desk.read(path);
    expect(htmlMistakes(html)).toEqual([]);
    expect(html).toContain('value="2020-06-01"');
    const terms = { startsOn: '2020-06-01', endsOn: '2020-09-30', dueDays: '', ownerId: '' };
    expect((await desk.send(path, { ...terms, endsOn: '2020-01-01' })).status).toBe(422);
    expect((await desk.send(path, terms)).location).toBe(`${PLAN}?fait=modification`);
    expect((await journalOf(server, 'collection_line.changed'))[0]).toMatchObject({
      before: { endsOn: null, dueDays: 10, ownerId: partner },
      after: { endsOn: '2020-09-30', dueDays: null, ownerId: null },
    });
    expect((await rowsOf('2020-10')).some(({ organisation }) => organisation === 'CCI46')).toBe(false);
    expect(textOf((await desk.read(PLAN)).html)).toContain('Lignes terminées');
    expect((await desk.send(`${path}/retrait`, {})).location).toBe(`${PLAN}?fait=retrait`);
    expect(await lines()).toEqual([]);
    expect((await desk.read(path)).status).toBe(404);
  });
});
