import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportsService } from '../../src/imports/imports.service.js';
import type { ImportReport } from '../../src/imports/import.types.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { TargetsService } from '../../src/targets/targets.service.js';
import { ENGINES } from '../support/databases.js';
import { openServices, type TestServices } from '../support/services.js';

const OK = 'test/import/ok';
const NOT_OK = 'test/import/not-ok';
const csvOf = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.csv'));
const HEADER =
  'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire';

describe.each(ENGINES)('importing the standard file on %s', (engine) => {
  let services: TestServices;
  let folder: string;

  beforeEach(async () => {
    services = await openServices(engine);
    folder = await mkdtemp(join(tmpdir(), 'copil-import-'));
  });
  afterEach(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });

  const importFile = (path: string, dryRun = false): Promise<ImportReport> =>
    services.context.get(ImportsService, { strict: false }).importFile(path, { dryRun });
  const importText = async (text: string | Buffer, dryRun = false): Promise<ImportReport> => {
    const path = join(folder, 'fichier.csv');
    await writeFile(path, text);
    return importFile(path, dryRun);
  };
  const facts = () => services.context.get(MeasurementsService, { strict: false }).facts();
  const said = async (): Promise<string[]> =>
    (await facts()).map(({ quantity, absence }) =>
      quantity === null
        ? String(absence)
        : [quantity.qualifier, quantity.value, quantity.valueMax ?? ''].join(' ').trim(),
    );

  it('names the line of a stray quote, whatever surrounds it, and still tells the other mistakes', async () => {
    const row = (value: string, source: string): string =>
      `OML;OP-2020-SALON-PARIS;VISITEURS_STAND;2020-03-01;2020-03-31;realise;${value};exact;valide;${source};`;
    const report = await importText(
      [HEADER, row('5', '"deux\r\nlignes"'), row('6', 'un "mot" cité'), row('treize', 'Stand'), ''].join(
        '\r\n',
      ),
    );
    expect(report.profile).toBe('standard-v1');
    expect(report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, '', 'broken_quotes'],
      [5, 'valeur', 'not_a_number'],
    ]);
    expect(await facts()).toEqual([]);
  });

  it.each([
    ['JSON', '{"indicator": "VISITEURS_STAND", "value": 450}\n'],
    ['a file separated by commas with quotes', 'Titre,"Durée ""s"\n"Un, deux",3\n'],
  ])('recognises no standard file in %s, and gives its fingerprint all the same', async (_, text) => {
    const report = await importText(text);
    expect(report).toMatchObject({
      profile: null,
      rowsRead: 0,
      rejected: [{ line: 1, code: 'unknown_profile' }],
    });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the fingerprint of a workbook that it refuses', async () => {
    const report = await importFile(`${NOT_OK}/workbook-in-disguise.csv`);
    expect(report).toMatchObject({ profile: null, encoding: null, rejected: [{ code: 'damaged_file' }] });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('brings the figures of 2020 with their qualifiers, once', async () => {
    const report = await importFile(`${OK}/press-release-figures.csv`);
    expect(report).toMatchObject({
      file: 'press-release-figures.csv',
      sha256: '4c1fb06107fa33eafd39eeffef8ab0b98d73e4f6026763cb9a0474d7296fa071',
      profile: 'standard-v1',
      encoding: 'utf-8-bom',
      rowsRead: 8,
      rowsLeftOut: [],
      created: 8,
      updated: 0,
      unchanged: 0,
      rejected: [],
      questions: [],
    });
    expect(report.totals).toContainEqual({
      indicator: 'VUES_RESEAUX',
      period: '2020-04',
      value: 13000,
      qualifier: 'more_than',
    });
    expect(report.totals).toContainEqual({
      indicator: 'AMBASSADEURS',
      period: '2020-12-16',
      value: 400,
      qualifier: 'nearly',
    });
    expect(await said()).toEqual([
      'exact 450',
      'exact 150',
      'more_than 13000',
      'exact 250',
      'exact 130000',
      'nearly 400',
      'exact 45',
      'exact 6',
    ]);
    const again = await importFile(`${OK}/press-release-figures.csv`);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 8, rejected: [] });
    expect(again.totals).toEqual(report.totals);
  });

  it.each(csvOf(OK))('accepts %s, and finds it unchanged the second time', async (name) => {
    const first = await importFile(`${OK}/${name}`);
    expect(first.rejected).toEqual([]);
    const second = await importFile(`${OK}/${name}`);
    expect(second).toMatchObject({ created: 0, updated: 0, unchanged: first.created, questions: [] });
  });

  // What is wrong with a file is found before a database is asked: PostgreSQL is shown some of them.
  const notOk = csvOf(NOT_OK).filter((_, index) => engine === 'sqlite' || index % 5 === 0);
  it.each(notOk)('refuses %s in words and keeps nothing of it', async (name) => {
    const report = await importFile(`${NOT_OK}/${name}`);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(await facts()).toEqual([]);
    const told = report.rejected
      .map(({ line, column, code, message }) => `${line} | ${column} | ${code} | ${message}\n`)
      .join('');
    const expectation = `${NOT_OK}/${name.replace(/csv$/, 'txt')}`;
    if (process.env['WRITE_EXPECTATIONS']) writeFileSync(expectation, told);
    expect(told).toBe(readFileSync(expectation, 'utf8'));
    expect(told).not.toBe('');
  });

  it('reads numbers as French people type them', async () => {
    await importFile(`${OK}/numbers-as-french-people-type-them.csv`);
    expect(await said()).toEqual([
      'exact 13000',
      'more_than 13000',
      'about 13000',
      'about 250',
      'exact 130000',
      'exact 250',
      'between 200 250',
      'exact 45',
      'exact 123450',
    ]);
  });

  it('keeps an absence as an absence, a zero as a zero, and an empty cell as nothing', async () => {
    const report = await importFile(`${OK}/absences-and-cells-left-empty.csv`);
    expect(report).toMatchObject({
      rowsRead: 6,
      created: 3,
      rowsLeftOut: [
        { reason: 'ni valeur ni absence', count: 2 },
        { reason: 'ligne vide', count: 1 },
      ],
    });
    expect(await said()).toEqual(['not_communicated', 'not_available', 'exact 0']);
  });

  it('keeps texts as they are, formulas included', async () => {
    await importFile(`${OK}/texts-with-quotes-lines-and-formulas.csv`);
    expect((await facts()).map(({ source, note }) => [source, note])).toEqual([
      ['Formulaire ; « spots »', 'première ligne\r\nseconde "ligne"'],
      ['=HYPERLINK("http://exemple.invalid")', '=1+1'],
    ]);
    await importFile(`${OK}/windows-1252-from-a-spreadsheet.csv`);
    expect((await facts()).at(-1)).toMatchObject({
      source: 'Bons de livraison – imprimeur',
      note: 'Œuvre de l’été',
    });
  });

  it('stores targets and baselines beside figures', async () => {
    await importFile(`${OK}/targets-and-baselines.csv`);
    const targets = services.context.get(TargetsService, { strict: false });
    expect(await targets.ofYear(2020)).toMatchObject([
      { kind: 'target', indicator: 'SPOTS_PARTAGES', campaign: 'OP-2020-SPOTS', amount: { value: 300 } },
      {
        kind: 'target',
        indicator: 'VUES_RESEAUX',
        decidedBy: 'Comité du 16 décembre',
        amount: { value: 12_000 },
      },
    ]);
    expect(await targets.ofYear(2019)).toMatchObject([
      { kind: 'baseline', amount: { value: 8_000, qualifier: 'about' } },
    ]);
    expect(await facts()).toEqual([]);
  });

  it('asks about ambiguous numbers, with the readings to choose from', async () => {
    const report = await importFile(`${NOT_OK}/ambiguous-thousands-point.csv`);
    expect(report.questions).toMatchObject([
      { code: 'ambiguous_number', choices: [expect.any(String), expect.any(String)] },
    ]);
    expect(report.questions[0]?.message).toMatch(/^Ligne 2, colonne valeur/);
  });

  it('says when lines detail a total declared before, and keeps them as its breakdown', async () => {
    await importFile(`${OK}/press-release-figures.csv`);
    const header = `${HEADER};canal`;
    const line = (day: string, channel: string, value: number): string =>
      `OML;OP-2020-PRODUCTEURS;VUES_RESEAUX;${day};${day};realise;${value};;;;;${channel}`;
    const parts = [
      header,
      line('2020-04-02', 'facebook', 9120),
      line('2020-04-03', 'linkedin', 3940),
      line('2020-05-02', 'linkedin', 10),
    ];
    const report = await importText(parts.join('\n'));
    expect(report).toMatchObject({ created: 3, rejected: [] });
    const [question] = report.questions;
    expect(report.questions).toHaveLength(1);
    expect(question?.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      '2 lignes détaillent le total déjà déclaré pour VUES_RESEAUX (avril 2020 : plus de 13 000) : elles sont gardées comme ventilation et ne s’y ajoutent pas.',
    );
    expect(question).toMatchObject({
      code: 'parts_under_total',
      choices: [expect.stringContaining('garder'), expect.stringContaining('retirer')],
    });
    expect((await importText(parts.join('\n'))).questions).toEqual([]);
  });

  it('says so, too, when a correction of that total waits: what is validated counts until then', async () => {
    await importFile(`${OK}/press-release-figures.csv`);
    const line = (days: string, value: string, rest: string): string =>
      `OML;OP-2020-PRODUCTEURS;VUES_RESEAUX;${days};realise;${value};${rest}`;
    const month = '2020-04-01;2020-04-30';
    for (const status of ['brouillon', 'soumis', 'a_corriger']) {
      await importText([HEADER, line(month, '14 000', `;${status};;`)].join('\n'));
      const part = [`${HEADER};canal`, line('2020-04-02;2020-04-02', '912', ';;;;facebook')].join('\n');
      const { questions } = await importText(part, true);
      expect([status, ...questions.map(({ code }) => code)]).toEqual([status, 'parts_under_total']);
      expect(questions[0]?.message).toContain('plus de 13');
    }
    await importText([HEADER, line('2020-05-01;2020-05-31', '14 000', ';soumis;;')].join('\n'));
    const { questions } = await importText([HEADER, line('2020-05-02;2020-05-02', '912', ';;;')].join('\n'));
    expect(questions[0]?.message).toContain('1 ligne détaille le total qui attend sa validation');
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    expect(await importFile(`${OK}/press-release-figures.csv`, true)).toMatchObject({ created: 8 });
    expect(await facts()).toEqual([]);
  });

  it('takes back neither a source nor a note by an empty cell', async () => {
    const line = (source: string, value = 450): string =>
      `${HEADER}\nOML;;VISITEURS_STAND;2020-01-01;2020-01-31;realise;${value};;;${source};`;
    await importText(line('Compteur'));
    expect(await importText(line(''))).toMatchObject({ unchanged: 1 });
    expect(await importText(line('', 451))).toMatchObject({ updated: 1 });
  });

  it('imports a large file whole, with the right lines in what it refuses', async () => {
    const days = Array.from({ length: 12_000 }, (_, index) => {
      const day = `${1990 + Math.floor(index / 336)}-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
      return `OML;OP-2020-SPOTS;VUES_RESEAUX;${day};${day};realise;${index};exact;valide;"Export\r\ndu jour";`;
    });
    const wrong = [...days.slice(0, 11_000), days[0]?.replace(';0;', ';zéro;'), ...days.slice(11_000)];
    const refused = await importText([HEADER, ...wrong].join('\r\n'));
    expect(refused.rejected).toMatchObject([{ line: 22_002, column: 'valeur', code: 'not_a_number' }]);
    expect(await facts()).toEqual([]);
    expect(await importText([HEADER, ...days].join('\r\n'))).toMatchObject({
      rowsRead: 12_000,
      created: 12_000,
    });
    expect(await importText([HEADER, ...days].join('\r\n'))).toMatchObject({ unchanged: 12_000 });
    // Ten seconds on a quiet machine; a busy one must not make it a failure.
  }, 120_000);

  it('tells a missing file, a folder, and an empty programme', async () => {
    expect(await importFile(join(folder, 'absent.csv'))).toMatchObject({
      sha256: null,
      profile: null,
      rejected: [{ code: 'unreadable_file' }],
    });
    expect(await importFile(folder)).toMatchObject({
      profile: null,
      rejected: [{ code: 'unreadable_file' }],
    });
  });

  it('never fails otherwise than in words, whatever the bytes', async () => {
    const good = readFileSync(`${OK}/press-release-figures.csv`);
    const mutation = fc.record({
      at: fc.nat(good.length - 1),
      cut: fc.nat(12),
      put: fc.uint8Array({ maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        let bytes = good;
        for (const { at, cut, put } of mutations)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        const report = await importText(bytes, true);
        for (const { message } of report.rejected) expect(message).toMatch(/[.?:]/);
      }),
      { numRuns: 150 },
    );
  });
});
