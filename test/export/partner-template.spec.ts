import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { TemplateService } from '../../src/entry/template/template.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { ENGINES } from '../support/databases.js';
import { personOf } from '../support/identities.js';
import { cellsOf, partsOf } from '../support/opened-workbook.js';
import { openServices, type TestServices } from '../support/services.js';
import { zipOf } from '../support/zip.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const LINE = {
  territory: null,
  channel: null,
  frequency: 'month',
  startsOn: null,
  endsOn: null,
  dueDays: null,
  ownerId: null,
} as const;
const EDITOR = personOf('editor');
const PARTNER = personOf('contributor', { organisations: ['CCI46'] });

describe.each(ENGINES)('the template of partners, on %s', (engine) => {
  let services: TestServices;
  let folder: string;
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    services.context.get(type as never, { strict: false });

  beforeEach(async () => {
    services = await openServices(engine);
    folder = await mkdtemp(join(tmpdir(), 'copil-template-'));
    const lines = get(CollectionLinesService);
    const own = { ...LINE, organisation: 'CCI46', campaign: 'OP-2020-SPOTS' };
    for (const indicator of ['SPOTS_PARTAGES', 'COUT', 'AMBASSADEURS'])
      await lines.add({ ...own, indicator });
    await lines.add({ ...own, campaign: 'OP-2020-PRODUCTEURS', indicator: 'VUES_RESEAUX' });
    await lines.add({ ...LINE, organisation: null, campaign: null, indicator: 'SETS_DE_TABLE' });
  });
  afterEach(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });

  const template = async (
    person = EDITOR,
    query: { organisation?: string; operation?: string } = {
      organisation: 'cci46',
      operation: 'op-2020-spots',
    },
    month = '2020-11',
  ) => {
    const { name, content } = await get(TemplateService).workbook(person, month, query);
    const bytes = await buffer(content);
    return { name, bytes, parts: await partsOf(bytes) };
  };
  const textsOf = (parts: ReadonlyMap<string, string>): Map<string, string> =>
    new Map(cellsOf(parts.get(SHEET) ?? '').cells.map(({ place, value }) => [place, value]));
  const codesOf = (parts: ReadonlyMap<string, string>): string[] =>
    [...textsOf(parts)].filter(([place]) => /^A(?:[4-9]|\d\d)$/.test(place)).map(([, value]) => value);

  it('has a row for each awaited figure, to fill in and nothing else', async () => {
    const { name, parts } = await template();
    expect(name).toBe('saisie-2020-11-op-2020-spots-cci46.xlsx');
    const texts = textsOf(parts);
    expect(texts.get('A1')).toMatch(/^Saisie partenaire – Oh my Lot\s! – novembre\s2020$/);
    expect([texts.get('A2'), texts.get('E2'), texts.get('F2')]).toEqual([
      'Organisation',
      'Opération',
      'OP-2020-SPOTS',
    ]);
    expect(['A3', 'B3', 'C3', 'D3', 'F3', 'G3'].map((place) => texts.get(place))).toEqual([
      'Code',
      'Indicateur',
      'Unité',
      'Valeur',
      'Commentaire',
      'Justificatif (lien)',
    ]);
    expect(codesOf(parts)).toEqual(['SPOTS_PARTAGES', 'AMBASSADEURS', 'COUT']);
    expect([texts.get('D4'), texts.get('B5')]).toEqual(['', 'AMBASSADEURS (stock au dernier jour du mois)']);
    const sheet = parts.get(SHEET) ?? '';
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toContain('sqref="E4:E6"><formula1>qualificatifs</formula1>');
    const unlocked = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>(.*?)<\/xf>/g)].map(
      ([, inside = '']) => inside.includes('locked="0"'),
    );
    const { cells } = cellsOf(sheet);
    expect(cells.filter(({ style }) => unlocked[style]).map(({ place }) => place)).toEqual(
      [4, 5, 6].flatMap((row) => ['D', 'E', 'F', 'G'].map((column) => `${column}${row}`)),
    );
  });

  it('is of one operation, of one organisation, and of nobody else’s', async () => {
    expect(codesOf((await template(PARTNER, {})).parts)).toHaveLength(3);
    expect(codesOf((await template(PARTNER, { operation: 'OP-2020-PRODUCTEURS' })).parts)).toEqual([
      'VUES_RESEAUX',
    ]);
    expect(codesOf((await template(EDITOR, {})).parts)).toEqual(['SETS_DE_TABLE']);
    const stranger = personOf('contributor', { organisations: ['CD46'] });
    await expect(template(stranger, { organisation: 'CCI46' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(template(EDITOR, { organisation: 'AUTRE' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(template(EDITOR, { operation: 'AUTRE' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(template(EDITOR, {}, '2020')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('comes back filled in, and leaves out what was left empty', async () => {
    const { parts } = await template();
    const filled = (parts.get(SHEET) ?? '')
      .replace(/(<c r="D4"[^/]*)\/>/, '$1><v>1234</v></c>')
      .replace(/(<c r="E4"[^/]*)\/>/, '$1 t="inlineStr"><is><t>plus de</t></is></c>')
      .replace(/(<c r="F4"[^/]*)\/>/, '$1 t="inlineStr"><is><t>Compté le 30</t></is></c>')
      .replace(/(<c r="D6"[^/]*)\/>/, '$1><v>12.5</v></c>');
    const file = join(folder, 'saisie.xlsx');
    const files = [...parts].map(([name, content]) => ({ name, content: name === SHEET ? filled : content }));
    await writeFile(file, zipOf(files));
    const imports = get(ImportsService);
    const options = { dryRun: false, answers: { campaign: 'OP-2020-SPOTS' } };
    const report = await imports.importFile(file, options);
    expect(report).toMatchObject({
      profile: 'modele-partenaire',
      rowsRead: 3,
      rowsLeftOut: [{ reason: 'pas renseigné', count: 1 }],
      created: 2,
      rejected: [],
      questions: [],
    });
    expect(await get(MeasurementsService).facts()).toMatchObject([
      {
        indicator: 'SPOTS_PARTAGES',
        campaign: 'OP-2020-SPOTS',
        organisation: 'CCI46',
        periodStart: '2020-11-01',
        periodEnd: '2020-11-30',
        quantity: { value: 1234, qualifier: 'more_than' },
        note: 'Compté le 30',
      },
      { indicator: 'COUT', quantity: { value: 1250, qualifier: 'exact' } },
    ]);
    // What was validated is asked for no more.
    expect(codesOf((await template()).parts)).toEqual(['AMBASSADEURS']);
    expect(await imports.importFile(file, options)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });
});
