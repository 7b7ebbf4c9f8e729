import { readFileSync } from 'node:fs';
import { FiguresService } from '../../src/figures/figures.service.js';
import { unpackFile } from '../../src/imports/reading/thread/packed-file.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { fieldsOf, importDeskOf, type ImportDesk, SAMPLE } from '../support/import-desk.js';
import { htmlMistakes } from '../support/html-lint.js';
import { signIn } from '../support/people.js';

const FACEBOOK = SAMPLE('01_meta_facebook_publications_fr.csv');
const INSTAGRAM = SAMPLE('02_meta_instagram_posts_en.csv');
const PRINTER = SAMPLE('13_imprimeur_livraisons_cp1252.csv');
const ATTENDEES = SAMPLE('08_eventbrite_attendees_en.csv');

describe.each(ENGINES)('importing files from pages on %s', (engine) => {
  let server: TestServer;
  let desk: ImportDesk;

  beforeEach(async () => {
    server = await startTestServer({ engine });
    desk = importDeskOf(server, await signIn(server, 'validator', { name: 'Anne Roux' }));
  });
  afterEach(() => server.close());

  /** Indicators that an import created stay, without figures. */
  const figures = async (): Promise<unknown> =>
    (await server.application.get(FiguresService, { strict: false }).answers({ year: 2020 }, null)).filter(
      ({ provenance }) => provenance.measurements > 0,
    );
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    server.application.get(UnitOfWork, { strict: false }).manager.query(sql);

  it('shows what several files change, asks, imports once, and takes back to the byte', async () => {
    const before = await figures();
    const draft = await desk.drop(FACEBOOK, INSTAGRAM, PRINTER);
    const text = await desk.text(draft);
    expect(text).toContain('Meta Business Suite, publications · UTF-8 · virgule · dates mois/jour/année');
    expect(text).toContain('7 lignes lues, aucune laissée de côté.');
    expect(text).toContain('5 lignes lues, 1 laissée de côté : ligne de total (1).');
    expect(text).toContain('Couverture : non cumulable');
    expect(text).toContain('le total déclaré est « plus de 13 000 », ses parts font « 13 060 »');
    expect(text).toContain('Répondez d’abord à 2 questions.');
    expect(await figures()).toEqual(before);

    const { html } = await desk.read(draft);
    const profile = /name="(f\d+-profile)"/.exec(html)?.[1] ?? '';
    const said = await desk.send(`${draft}/reponses`, { create: 'true', [profile]: 'livraison-imprimeur' });
    expect([said.status, said.location]).toEqual([303, draft]);
    expect(await desk.text(draft)).toContain('Importer 6 chiffres');

    const imported = await desk.press(draft);
    expect([imported.status, imported.location]).toEqual([303, '/imports/1?fait=importe']);
    const batch = await desk.text('/imports/1');
    expect(batch).toContain(
      '3 fichiers importés le 15 janvier 2021 à 10 h 00 par Anne Roux : 6 valeurs nouvelles.',
    );
    expect(await rows('SELECT * FROM import_draft_files')).toEqual([]);

    const again = await desk.press(draft);
    expect(again.location).toBe('/imports/1?fait=deja');
    expect(await rows('SELECT id FROM import_batches')).toHaveLength(1);

    const undone = await desk.send('/imports/1/annulation', {});
    expect(undone.location).toBe('/imports/1?fait=annule');
    expect(await desk.text('/imports/1')).toContain('Annulé le 15 janvier 2021 à 10 h 00 par Anne Roux');
    expect(await desk.text('/imports')).toContain('Annulé le 15 janvier 2021');
    expect(await figures()).toEqual(before);
  });

  it('creates an indicator for a table that speaks of something new, and knows the next one', async () => {
    const file = (month: string) =>
      new File([`Jour;Visiteurs;Repas\n03/${month}/2020;120;14\n24/${month}/2020;80;6\n`], 'musee.csv');
    const draft = await desk.drop(file('06'));
    const { html } = await desk.read(draft);
    expect(htmlMistakes(html)).toEqual([]);
    const id = /name="f(\d+)-value"/.exec(html)?.[1] ?? '';
    expect(html).toContain('value="visiteurs"');
    const fields = fieldsOf(html);
    const said = (words: Record<string, string>) =>
      desk.send(`${draft}/reponses`, {
        ...fields,
        ...Object.fromEntries(Object.entries(words).map(([name, value]) => [`f${id}-${name}`, value])),
      });
    const twice = await said({ indicator: '+nouveau', newName: 'SPOTS partages' });
    expect(twice.status).toBe(422);
    expect(htmlMistakes(twice.html)).toEqual([]);
    expect(twice.html).toMatch(/value="SPOTS partages"[\s\S]*C’est le même/);
    const words = { indicator: '+nouveau', newName: 'Visiteurs du musée', indicator2: '+nouveau' };
    const right = await said({ ...words, remember: 'on', sender: 'Musée de Cahors' });
    expect([right.status, right.location]).toEqual([303, draft]);
    expect(await desk.text(draft)).toMatch(/Ce que ces fichiers créent.*« Visiteurs du musée » et « Repas »/);
    await desk.send(`${draft}/reponses`, { create: 'true' });
    const imported = await desk.press(draft);
    expect(imported.location).toBe('/imports/1?fait=importe');
    expect(await desk.text('/imports/1')).toMatch(/indicateur « Visiteurs du musée »/);
    expect(
      await rows("SELECT code, label_one, label_other FROM indicators WHERE code LIKE 'VISITEURS_DU%'"),
    ).toEqual([{ code: 'VISITEURS_DU_MUSEE', label_one: 'visiteur', label_other: 'visiteurs' }]);
    const next = await desk.text(await desk.drop(file('07')));
    expect(next).toContain('Musée de Cahors');
    expect(next).toContain('Importer 2 chiffres');
  });

  it('asks the period of a file without dates, each time', async () => {
    const visits = (count: number) => new File([`nb_visits,nb_actions\n${count},3000\n`], 'matomo.csv');
    const draft = await desk.drop(visits(1_200));
    const { html } = await desk.read(draft);
    expect(htmlMistakes(html)).toEqual([]);
    expect(await desk.text(draft)).toContain('À quelle période ces chiffres se rapportent-ils');
    const id = /name="f(\d+)-periodMonth"/.exec(html)?.[1] ?? '';
    const reversed = { [`f${id}-periodFrom`]: '2020-06-30', [`f${id}-periodTo`]: '2020-06-01' };
    const refused = await desk.send(`${draft}/reponses`, reversed);
    expect(refused.status).toBe(422);
    expect(htmlMistakes(refused.html)).toEqual([]);
    expect(refused.html).toContain('Le dernier jour vient avant le premier');
    await desk.send(`${draft}/reponses`, { [`f${id}-periodMonth`]: 'juin 2020', create: 'true' });
    await desk.send(`${draft}/reponses`, { create: 'true' });
    expect(await desk.text(draft)).toMatch(/Visites du site juin 2020 1 200/);
    expect((await desk.press(draft)).location).toBe('/imports/1?fait=importe');
    expect(await desk.text(await desk.drop(visits(1_300)))).toContain('Répondez d’abord à 1 question.');
  });

  it('lets a partner create no indicator, whatever they send', async () => {
    const partner = importDeskOf(server, await signIn(server, 'contributor', { organisation: 'CCI46' }));
    const draft = await partner.drop(new File(['Jour;Visiteurs\n03/06/2020;120\n'], 'musee.csv'));
    const { html } = await partner.read(draft);
    expect(html).not.toContain('nouvel indicateur');
    const id = /name="f(\d+)-value"/.exec(html)?.[1] ?? '';
    const forged = { [`f${id}-indicator`]: '+nouveau', [`f${id}-newName`]: 'Visiteurs du musée' };
    const { status, html: refused } = await partner.send(`${draft}/reponses`, {
      ...fieldsOf(html),
      ...forged,
    });
    expect(status).toBe(422);
    expect(refused).toContain('Seule l’équipe du programme crée un indicateur');
    expect(await partner.text(draft)).toContain('Profil inconnu');
  });

  it('says what is not kept about people, and keeps none of it', async () => {
    const draft = await desk.drop(ATTENDEES);
    expect(await desk.text(draft)).toMatch(/5 lignes lues.*Noms.*non conservés/);
    const [row] = await rows('SELECT kept FROM import_draft_files');
    const kept = JSON.stringify(unpackFile(String(row?.['kept'])));
    const lines = readFileSync(ATTENDEES, 'utf8').trim().split(/\r?\n/).slice(1);
    const people = lines.flatMap((line) => line.split(',').slice(2, 5));
    expect(people.length).toBeGreaterThan(9);
    expect(people.filter((word) => word.length > 2 && kept.includes(word))).toEqual([]);
  });
});
