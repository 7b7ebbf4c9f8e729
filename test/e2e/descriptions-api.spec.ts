import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';

const answers: string[] = [];

describe.each(ENGINES)('the descriptions of 2020 on %s', (engine) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ engine });
  });

  afterAll(() => server.close());

  const get = (path: string): Promise<Response> => fetch(`${server.url}/api/v1${path}`);
  const json = async (path: string): Promise<Record<string, unknown>> => {
    const response = await get(path);
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, unknown>;
  };

  it('tell the programme, its territory and its exercices', async () => {
    expect(await json('/programme')).toMatchObject({
      code: 'OML',
      name: 'Oh my Lot\u202f!',
      visibility: 'public',
      territory: { code: 'D46', name: 'Lot', level: 'departement', inseeCode: '46' },
      exercices: [{ year: 2020, state: 'closed', closingDate: '2020-12-16' }],
    });
  });

  it('list indicators in order, without database keys', async () => {
    const { items } = (await json('/indicators')) as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(8);
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(items[0]).not.toHaveProperty('id');
    expect(items[5]).toMatchObject({
      code: 'AMBASSADEURS',
      slug: 'ambassadeurs',
      elision: true,
      nature: 'stock',
    });
  });

  it.each(['VUES_RESEAUX', 'vues_reseaux', 'vues-reseaux', 'Vues-Reseaux'])(
    'find the indicator %s',
    async (code) => {
      expect(await json(`/indicators/${code}`)).toMatchObject({ code: 'VUES_RESEAUX', slug: 'vues-reseaux' });
    },
  );

  it.each(['OP-2020-SPOTS', 'op-2020-spots'])('find the operation %s', async (code) => {
    expect(await json(`/campaigns/${code}`)).toMatchObject({
      code: 'OP-2020-SPOTS',
      slug: 'op-2020-spots',
      status: 'completed',
      statusText: 'Terminée',
      reason: null,
      period: {
        start: '2020-06-01',
        end: '2020-09-30',
        precision: 'season',
        openEnd: false,
        text: 'été 2020',
      },
      channels: [
        { code: 'contribution_habitants', label: 'Contributions des habitants' },
        { code: 'sets_de_table', label: 'Sets de table' },
        { code: 'restaurateurs', label: 'Restaurateurs' },
      ],
    });
  });

  it('list the operations of a year with their status, reason and precision', async () => {
    const { items } = (await json('/campaigns?year=2020')) as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(9);
    expect(items[6]).toMatchObject({
      code: 'OP-2020-COMPETITION-2',
      statusText: 'Remise en question',
      reason: 'contexte sanitaire',
      period: { precision: 'year', text: '2020' },
    });
    expect(await json('/campaigns?year=2019')).toEqual({ items: [] });
    expect(await json('/campaigns')).toEqual({ items });
  });

  it.each([
    ['/indicators/VUES', 404, 'not_found', 'Aucun indicateur ne porte le code «\u00a0VUES\u00a0».'],
    [
      '/campaigns/op-2019-spots',
      404,
      'not_found',
      'Aucune opération ne porte le code «\u00a0op-2019-spots\u00a0».',
    ],
    ['/campaigns?year=vingt', 400, 'invalid_request', undefined],
    ['/campaigns?annee=2020', 400, 'invalid_request', undefined],
  ])('refuse %s', async (path, status, code, title) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ code, status, ...(title === undefined ? {} : { title }) });
  });

  it('answer the same bytes on every engine', async () => {
    const paths = ['/programme', '/indicators', '/campaigns', '/campaigns/op-2020-salon-paris'];
    const texts = await Promise.all(paths.map(async (path) => (await get(path)).text()));
    answers.push(texts.join('\n'));
    expect(new Set(answers).size).toBe(1);
  });
});
