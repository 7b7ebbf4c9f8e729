import { readFileSync } from 'node:fs';
import request from 'supertest';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import type { ImportReport } from '../../src/imports/import.types.js';
import { type ImportOptions, ImportsService } from '../../src/imports/imports.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { formatNumber } from '../../src/kernel/french-number.rules.js';
import { ENGINES } from '../support/databases.js';
import { importDeskOf, type ImportDesk } from '../support/import-desk.js';
import { signIn } from '../support/people.js';
import { openEmptyServices, type TestServices } from '../support/services.js';

const SAMPLES = 'test/import/samples';

/** What each sample comes to, by indicator, as its README says; and the rows read. */
const EXPECTED: readonly (readonly [string, number, Record<string, number>])[] = [
  ['01_meta_facebook_publications_fr.csv', 7, { VUES_RESEAUX: 9_120 }],
  ['02_meta_instagram_posts_en.csv', 5, { VUES_RESEAUX: 3_940 }],
  ['03_meta_page_vues_quotidiennes_utf16.csv', 30, { VUES_PAGE: 12_036 }],
  ['04b_linkedin_contenu_en.xlsx', 30, { IMPRESSIONS_LINKEDIN: 3_312 }],
  ['05_youtube_studio_fr.zip', 3, { VUES_YOUTUBE: 3_120 }],
  ['05_youtube_studio_tableau_fr.csv', 3, { VUES_YOUTUBE: 3_120 }],
  ['06_matomo_visitssummary_utf16.csv', 3, { VISITES_SITE: 6_562 }],
  ['07_ga4_pages_fr.csv', 3, { VUES_SITE: 7_342 }],
  ['08_eventbrite_attendees_en.csv', 5, { INSCRITS_EVENTBRITE: 2, PRESENTS_EVENTBRITE: 2 }],
  ['09_helloasso_participants_fr.csv', 3, { INSCRITS_HELLOASSO: 2 }],
  ['11_mailchimp_campaigns_en.csv', 2, { LETTRES_DELIVREES: 768, LETTRES_OUVERTES: 359 }],
  ['13_imprimeur_livraisons_cp1252.csv', 5, { SETS_DE_TABLE: 130_000 }],
  ['14_spots_partages_par_epci.csv', 9, { SPOTS_PARTAGES: 250 }],
  ['15_compteur_stand.ndjson', 18, { VISITEURS_STAND: 450, VISITEURS_PROJET_MOBILITE: 150 }],
  ['16_import_standard_v1.csv', 8, { VUES_RESEAUX: 13_000, AMBASSADEURS: 400, SETS_DE_TABLE: 130_000 }],
  ['17_modele_partenaire.xlsx', 3, {}],
];
const REFUSED: readonly (readonly [string, string])[] = [
  ['04_linkedin_contenu_en.xls', 'old_workbook'],
  ['13b_imprimeur_email.txt', 'not_a_table'],
  ['19_piege_meta_reenregistre_excel_fr.csv', 'excel_damaged_ids'],
  ['20_piege_html_deguise.xls', 'html_in_disguise'],
  ['22_piege_nombres_fr.csv', 'unknown_profile'],
];

/** The totals of a report by indicator; those of uniques are months that do not add up, and are not asked. */
function sums({ totals }: ImportReport): Map<string, number> {
  const found = new Map<string, number>();
  for (const { indicator, value } of totals)
    if (typeof value === 'number') found.set(indicator, (found.get(indicator) ?? 0) + value);
  return found;
}

/** What the same file says wherever it comes in. */
const said = ({ profile, encoding, rowsRead, rowsLeftOut, rejected, totals, created }: ImportReport) => ({
  profile,
  encoding,
  rowsRead,
  rowsLeftOut,
  rejected,
  totals,
  created,
});

describe.each(ENGINES)('the samples on %s', (engine) => {
  let services: TestServices;
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    services.context.get(type as never, { strict: false });
  const importFile = (name: string, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    get(ImportsService).importFile(`${SAMPLES}/${name}`, { dryRun: true, ...options });

  afterEach(() => services.close());

  it('come to what their README says in an empty installation, which keeps nothing of a trial', async () => {
    services = await openEmptyServices(engine);
    for (const [name, rowsRead, expected] of EXPECTED) {
      const report = await importFile(name);
      const found = sums(report);
      const asked = Object.fromEntries(Object.keys(expected).map((code) => [code, found.get(code)]));
      expect([name, report.rowsRead, asked]).toEqual([name, rowsRead, expected]);
    }
    for (const [name, code] of REFUSED) {
      const report = await importFile(name);
      expect([name, report.rejected[0]?.code, report.created]).toEqual([name, code, 0]);
    }
    expect(await get(FiguresService).answers({ year: 2020 }, null)).toEqual([]);
  });

  it('detail what the press release declares and never add to it; sent again, they change nothing', async () => {
    services = await openEmptyServices(engine);
    await get(DatasetsService).load('seeds/oh-my-lot-2020');
    const golden = async (): Promise<string[]> =>
      (await get(FiguresService).answers({ year: 2020 }, null)).slice(0, 8).map(({ text }) => text);
    const before = await golden();
    const options = { dryRun: false, create: true };
    const files = [
      ['01_meta_facebook_publications_fr.csv', {}],
      ['02_meta_instagram_posts_en.csv', {}],
      ['03_meta_page_vues_quotidiennes_utf16.csv', {}],
      ['13_imprimeur_livraisons_cp1252.csv', { profile: 'livraison-imprimeur' }],
      ['14_spots_partages_par_epci.csv', { territory: '' }],
      ['15_compteur_stand.ndjson', {}],
    ] as const;
    for (const [name, answers] of files) {
      const first = await importFile(name, { ...options, answers });
      expect([name, first.rejected, first.created > 0]).toEqual([name, [], true]);
      const again = await importFile(name, { ...options, answers });
      expect([name, again.created + again.updated, again.unchanged > 0]).toEqual([name, 0, true]);
    }
    expect(await golden()).toEqual(before);
  });

  it('reads the columns that somebody names: absences with their reason, decimals, signs, texts as they are', async () => {
    services = await openEmptyServices(engine);
    await get(DatasetsService).load('seeds/oh-my-lot-2020');
    const columns = {
      date: 'Date',
      values: [{ column: 'Vues', indicator: 'CTX_POPULATION_CONFINEMENT' }],
      item: null,
      territory: null,
      channel: null,
      note: 'Commentaire',
      leaveTotalsOut: true,
      grain: 'day',
    } as const;
    const report = await importFile('21_piege_injection_formule.csv', { answers: { columns } });
    expect(report.rowsRead).toBe(4);
    // The indicator counts whole points: 1 234,5 is refused in words, and not rounded.
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([[4, 'too_many_decimals']]);
  });
});

/** Figures as a page writes them, without the spaces that it chooses. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('the samples by the API and by the page', () => {
  let server: TestServer;
  let token: string;
  let desk: ImportDesk;

  beforeAll(async () => {
    server = await startTestServer({ seed: 'seeds/oh-my-lot-2020' });
    const tokens = server.application.get(ApiTokensService, { strict: false });
    ({ token } = await tokens.create({ name: 'Fichiers', scope: 'measurements:write' }));
    desk = importDeskOf(server, await signIn(server, 'validator', { name: 'Anne Roux' }));
  });
  afterAll(() => server.close());

  it.each([...EXPECTED, ...REFUSED].map(([name]) => name))(
    '%s says what the command line says',
    async (name) => {
      const imports = server.application.get(ImportsService, { strict: false });
      const byCommand = await imports.importFile(`${SAMPLES}/${name}`, { dryRun: true });
      const { body, status } = await request(server.url)
        .post('/api/v1/imports?dryRun=true')
        .set('authorization', `Bearer ${token}`)
        .attach('file', readFileSync(`${SAMPLES}/${name}`), name);
      expect([status, said(body.files[0])]).toEqual([200, said(byCommand)]);

      const page = await desk.text(await desk.drop(`${SAMPLES}/${name}`));
      const { rowsRead, totals, rejected } = byCommand;
      for (const { code, message } of rejected)
        expect(page).toContain(code === 'unknown_profile' ? 'Dites quelle colonne est quoi' : plain(message));
      if (rejected.length > 0) return;
      expect(page).toContain(`${rowsRead} lignes lues`);
      for (const { value } of totals)
        if (typeof value === 'number') expect(page).toContain(plain(formatNumber(Math.abs(value))));
    },
  );

  it('refuses what its sender may not say: a program gives no targets', async () => {
    const header = 'code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;statut';
    const send = (token: string, row: string) =>
      request(server.url)
        .post('/api/v1/imports')
        .set('authorization', `Bearer ${token}`)
        .attach('file', Buffer.from(`${header}\n${row}\n`), 'chiffres.csv');
    const target = 'OP-2020-SPOTS;SPOTS_PARTAGES;2020-06-01;2020-09-30;cible;300;';
    expect((await send(token, target)).body.errors).toMatchObject([{ line: 2, code: 'targets_reserved' }]);
    const ownDay = 'OP-2020-SPOTS;SPOTS_PARTAGES;2020-06-01;2020-06-01;realise;3;valide';
    expect((await send(token, ownDay)).body).toMatchObject({ files: [{ created: 1 }] });
  });

  it('keeps a batch, tells it, and takes it back', async () => {
    const asked = (method: 'get' | 'post', path: string) =>
      request(server.url)[method](`/api/v1/imports${path}`).set('authorization', `Bearer ${token}`);
    const name = '02_meta_instagram_posts_en.csv';
    const held = await asked('post', '').attach('file', readFileSync(`${SAMPLES}/${name}`), name);
    expect([held.status, held.body.code, held.body.batch]).toEqual([422, 'import_refused', null]);
    const kept = await asked('post', '?create=true').attach('file', readFileSync(`${SAMPLES}/${name}`), name);
    expect([kept.status, kept.body.files[0].created]).toEqual([200, 2]);
    const list = await asked('get', '');
    expect(list.body.items[0]).toMatchObject({
      id: kept.body.batch,
      undoneAt: null,
      files: [{ file: name }],
    });
    const undone = await asked('post', `/${kept.body.batch}/undo`);
    expect([undone.status, undone.body.undoneAt !== null]).toEqual([200, true]);
    expect((await asked('post', `/${kept.body.batch}/undo`)).body.code).toBe('import_undone');
  });
});
