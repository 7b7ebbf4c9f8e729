import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DailyJobs } from '../../src/platform/jobs/daily-jobs.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { OWN } from '../support/callers.js';
import { ENGINES } from '../support/databases.js';
import { type ImportDesk, importDeskOf, SAMPLE } from '../support/import-desk.js';
import { signIn, type SignedIn } from '../support/people.js';

const FACEBOOK = SAMPLE('01_meta_facebook_publications_fr.csv');
const PRINTER = SAMPLE('13_imprimeur_livraisons_cp1252.csv');
const DISGUISED = SAMPLE('20_piege_html_deguise.xls');
const HEADER =
  'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire';
const standard = (...lines: string[]): File => new File([[HEADER, ...lines].join('\n')], 'chiffres.csv');
const spots = (value: string, status = '', type = 'realise'): string =>
  `OML;OP-2020-SPOTS;SPOTS_PARTAGES;2020-06-01;2020-06-30;${type};${value};exact;${status};=1+1;`;

describe.each(ENGINES)('who imports what from pages on %s', (engine) => {
  let server: TestServer;
  let anne: SignedIn;
  let desk: ImportDesk;

  beforeEach(async () => {
    server = await startTestServer({ engine });
    anne = await signIn(server, 'validator', { name: 'Anne Roux' });
    desk = importDeskOf(server, anne);
  });
  afterEach(() => server.close());

  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    server.application.get(UnitOfWork, { strict: false }).manager.query(sql);
  const partner = async (): Promise<ImportDesk> =>
    importDeskOf(server, await signIn(server, 'contributor', { organisation: OWN }));

  it('refuses what is no table and keeps the others; sends back a form without files', async () => {
    const draft = await desk.drop(DISGUISED, PRINTER);
    const { html } = await desk.read(draft);
    const profile = /name="(f\d+-profile)"/.exec(html)?.[1] ?? '';
    await desk.send(`${draft}/reponses`, { [profile]: 'livraison-imprimeur' });
    const text = await desk.text(draft);
    expect(text).toContain('Ce fichier est une page HTML');
    expect(text).toContain('1 fichier est laissé de côté');
    expect((await desk.press(draft)).location).toBe('/imports/1?fait=importe');
    expect((await rows('SELECT name FROM import_files')).map(({ name }) => name)).toEqual([
      '13_imprimeur_livraisons_cp1252.csv',
    ]);
    const nothing = await desk.sendFiles();
    expect(nothing.status).toBe(422);
  });

  it('tells a wrong line by its number and what to write, and imports nothing of its file', async () => {
    const draft = await desk.drop(standard(spots('beaucoup')));
    const text = await desk.text(draft);
    expect(text).toMatch(/Ligne 2, colonne « valeur » :/);
    expect(text).toContain('Rien à importer');
    expect((await desk.press(draft)).status).toBe(200);
    expect(await rows('SELECT id FROM import_batches')).toEqual([]);
  });

  it('leaves what a flow says otherwise until somebody decides, and says what stands on a batch', async () => {
    const read = async (count: string): Promise<string> => {
      const draft = await desk.drop(new File([`Jour;Entrées\n24/06/2020;${count}\n`], 'point-info.csv'));
      const id = /name="f(\d+)-date"/.exec((await desk.read(draft)).html)?.[1] ?? '';
      const columns = { date: 'Jour', value: 'Entrées', indicator: 'SPOTS_PARTAGES', grain: 'month' };
      const fields = Object.entries(columns).map(([member, said]) => [`f${id}-${member}`, said]);
      expect((await desk.send(`${draft}/reponses`, Object.fromEntries(fields))).status).toBe(303);
      return draft;
    };
    expect((await desk.press(await read('40'))).location).toBe('/imports/1?fait=importe');
    const draft = await read('45');
    const text = await desk.text(draft);
    expect(text).toContain('1 chiffre est déjà là avec une autre valeur');
    expect(text).toMatch(/juin 2020 40 45 En conflit/);
    expect(text).toContain('Répondez d’abord à 1 question.');
    const [, name = ''] = /name="(f\d+-conflicts)"/.exec((await desk.read(draft)).html) ?? [];
    expect((await desk.send(`${draft}/reponses`, { [name]: 'ailleurs' })).status).toBe(422);
    await desk.send(`${draft}/reponses`, { [name]: 'replace' });
    expect(await desk.text(draft)).toMatch(/juin 2020 40 45 Remplacée/);
    expect((await desk.press(draft)).location).toBe('/imports/2?fait=importe');
    expect(await desk.text('/imports/1')).toContain('Cet import ne s’annule plus');
    expect((await desk.send('/imports/1/annulation', {})).status).toBe(409);
  });

  it('shows what waits to nobody else, and forgets it after a day', async () => {
    const draft = await desk.drop(FACEBOOK);
    const other = importDeskOf(server, await signIn(server, 'admin'));
    for (const path of [draft, `${draft}/reponses`, `${draft}/retrait`, `${draft}/abandon`]) {
      const answer = path === draft ? await other.read(path) : await other.send(path, {});
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect(await desk.text('/imports')).toContain('attendent votre décision');
    expect(await other.text('/imports')).not.toContain('attendent votre décision');
    await server.at('2021-01-16T09:00:01Z');
    await server.application.get(DailyJobs, { strict: false }).runIfNewDay();
    expect(await rows('SELECT id FROM import_draft_files')).toEqual([]);
    expect(await rows('SELECT id FROM import_drafts')).toEqual([]);
  });

  it('gives a partner’s figures to their organisation, to be validated; creating is for the team', async () => {
    const chloe = await partner();
    const draft = await chloe.drop(standard(spots('118')), FACEBOOK);
    const text = await chloe.text(draft);
    expect(text).toContain('Seule l’équipe du programme peut');
    expect(text).toContain('Importer 1 chiffre');
    await chloe.press(draft);
    expect(await chloe.text('/imports/1')).toContain('1 chiffre attend sa validation');
    const [row] = await rows(
      `SELECT o.code, v.status FROM measurements m JOIN organisations o ON o.id = m.organisation_id
       JOIN measurement_versions v ON v.measurement_id = m.id WHERE o.code = '${OWN}'`,
    );
    expect(row).toEqual({ code: OWN, status: 'submitted' });
    await desk.drop(standard(spots('12')));
    const theirs = await desk.drop(standard(spots('12', 'valide')));
    await desk.press(theirs);
    expect((await chloe.read('/imports/2')).status).toBe(404);
    const reserved = await chloe.drop(standard(spots('119', 'valide'), spots('300', '', 'cible')));
    const refused = await chloe.text(reserved);
    expect(refused).toContain('revient à qui valide');
    expect(refused).not.toContain('Importer');
  });

  it('becomes one batch, however many tabs press the button at once', async () => {
    const draft = await desk.drop(standard(spots('118')));
    const pressed = await Promise.all([desk.press(draft), desk.press(draft), desk.press(draft)]);
    const led = pressed.map(({ location }) => location?.split('fait=')[1]);
    expect(led.filter((word) => word === 'importe')).toHaveLength(1);
    expect(led.filter((word) => word === 'deja')).toHaveLength(2);
    expect(await rows('SELECT id FROM import_batches')).toHaveLength(1);
  });

  it('hands over a report that no spreadsheet runs', async () => {
    const draft = await desk.drop(standard(spots('118')));
    await desk.press(draft);
    const { html: csv } = await desk.read('/imports/1/rapport.csv');
    expect(csv).toContain(';nouvelle;2;');
    expect(csv.split(/[;\r\n]/).filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  });
});
