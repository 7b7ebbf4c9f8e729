import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { cellsOf, partsOf } from '../support/opened-workbook.js';

describe.each(ENGINES)('files to take away, on %s', (engine) => {
  let server: TestServer;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer({ engine });
    for (const scope of ['read', 'measurements:write', 'read;indicator=AMBASSADEURS']) {
      const service = server.application.get(ApiTokensService, { strict: false });
      tokens.set(scope, (await service.create({ name: scope, scope, rate: 0 })).token);
    }
    const waits = {
      indicator: 'AMBASSADEURS',
      periodStart: '2020-05-01',
      periodEnd: '2020-05-31',
      value: 7,
      status: 'submitted',
      note: '=1+1',
    };
    expect(
      (await ask('/api/v1/measurements', 'measurements:write', JSON.stringify(waits), 'application/json'))
        .status,
    ).toBe(200);
  });
  afterAll(() => server.close());

  const ask = (path: string, scope?: string, body?: string, type = 'text/csv'): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(scope === undefined ? {} : { authorization: `Bearer ${tokens.get(scope)}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
  const textOf = async (path: string, scope?: string): Promise<string> => {
    const response = await ask(path, scope);
    expect(response.status).toBe(200);
    // Fetch drops the mark of UTF-8 from texts.
    return Buffer.from(await response.arrayBuffer()).toString('utf8');
  };
  const linesOf = (csv: string): string[] => csv.split('\r\n').slice(1, -1);

  it('gives everybody what is published, under a name', async () => {
    const response = await ask('/api/v1/measurements.csv?year=2020');
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      'text/csv; charset=utf-8',
      `attachment; filename="mesures-2020.csv"; filename*=UTF-8''mesures-2020.csv`,
    ]);
    const csv = await textOf('/api/v1/measurements.csv?year=2020');
    expect(csv.startsWith('\ufeffcode_programme;code_operation;code_indicateur;')).toBe(true);
    expect(linesOf(csv)).toHaveLength(8);
    expect(csv).toContain(
      'OML;OP-2020-PRODUCTEURS;VUES_RESEAUX;2020-04-01;2020-04-30;realise;13000;plus_de;valide;',
    );
    expect(csv).not.toContain('soumis');
    expect(linesOf(await textOf('/api/v1/measurements.csv?year=2019'))).toEqual([]);
    expect((await ask('/api/v1/measurements.csv?year=vingt')).status).toBe(400);
  });

  it('gives members what waits too, and a limited token its own', async () => {
    const all = await textOf('/api/v1/measurements.csv', 'read');
    expect(linesOf(all)).toHaveLength(9);
    expect(all).toContain("OML;;AMBASSADEURS;2020-05-01;2020-05-31;realise;7;exact;soumis;;'=1+1;");
    const own = linesOf(await textOf('/api/v1/measurements.csv', 'read;indicator=AMBASSADEURS'));
    expect(own.map((line) => line.split(';')[2])).toEqual(['AMBASSADEURS', 'AMBASSADEURS']);
  });

  it('takes its own file back without a change', async () => {
    const csv = await textOf('/api/v1/measurements.csv', 'read');
    const answer = await ask('/api/v1/measurements', 'measurements:write', csv);
    expect(await answer.json()).toEqual({ created: 0, updated: 0, unchanged: 9, rejected: [] });
  });

  it('gives workbooks of the same, with totals for whoever may read them', async () => {
    const open = async (scope?: string) => {
      const response = await ask('/api/v1/measurements.xlsx?year=2020', scope);
      expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''chiffres-2020.xlsx`);
      return partsOf(Buffer.from(await response.arrayBuffer()));
    };
    const everybody = await open();
    expect(everybody.get('xl/workbook.xml')).toMatch(/name="Mesures".*name="Chiffres".*name="Indicateurs"/);
    const { cells } = cellsOf(everybody.get('xl/worksheets/sheet2.xml') ?? '');
    expect(cells.map(({ value }) => value)).toContain('plus de 13\u202f000 vues sur les réseaux sociaux');
    const limited = await open('read;indicator=AMBASSADEURS');
    expect(limited.get('xl/workbook.xml')).not.toContain('Chiffres');
    expect(cellsOf(limited.get('xl/worksheets/sheet1.xml') ?? '').elements.get('row')).toBe(3);
  });

  it('tells what indicators count', async () => {
    const csv = await textOf('/api/v1/indicators.csv');
    expect(csv.startsWith('\ufeffcode;nom;unite;symbole;decimales;nature;')).toBe(true);
    expect(linesOf(csv)).toHaveLength(8);
  });

  it('lists them on a page, linked from the footer, with their licence and source', async () => {
    const page = await textOf('/donnees');
    expect(page).toContain('<h1>Données</h1>');
    for (const href of [
      'measurements.xlsx?year=2020',
      'measurements.csv?year=2020',
      'figures.csv?year=2020',
      'indicators.csv',
    ])
      expect(page).toContain(`href="/api/v1/${href}"`);
    expect(page).toMatch(/>17\sdécembre\s2020<\/td>/);
    expect(page).toContain('Aucune licence de réutilisation');
    expect(await textOf('/')).toContain('<a href="/donnees">Données à télécharger</a>');
  });
});
