import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';

const answers: string[] = [];

describe.each(ENGINES)('series of 2020 on %s', (engine) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ engine });
  });
  afterAll(() => server.close());

  const get = (path: string): Promise<Response> => fetch(`${server.url}/api/v1/indicators/${path}`);
  const read = async (
    path: string,
  ): Promise<{ items: Record<string, unknown>[]; [member: string]: unknown }> => {
    const response = await get(path);
    expect(response.status).toBe(200);
    return (await response.json()) as { items: Record<string, unknown>[] };
  };

  it('give every month, with the words of the one that was measured', async () => {
    const series = await read('visiteurs-stand/series?from=2020-01&to=2020-12');
    expect(series).toMatchObject({
      indicator: 'VISITEURS_STAND',
      from: '2020-01-01',
      to: '2020-12-31',
      grain: 'month',
    });
    expect(series.items).toHaveLength(12);
    expect(series.items[0]).toEqual({
      period: '2020-01',
      value: 450,
      qualifier: 'exact',
      lower: 450,
      upper: 450,
      absence: null,
      text: '450',
      marking: 'final',
    });
    expect(series.items[1]).toMatchObject({ value: null, absence: null, empty: 'no_measurement', text: '–' });
  });

  it('agree with the figure of the exercice, campaign by campaign', async () => {
    const { items } = await read('SPOTS_PARTAGES/series?from=2020&to=2020&grain=year&by=campaign');
    expect(items).toEqual([
      expect.objectContaining({
        period: '2020',
        key: 'OP-2020-SPOTS',
        label: 'Les spots du Lot',
        value: 250,
      }),
    ]);
    const narrowed = await read('SPOTS_PARTAGES/series?from=2020&to=2020&grain=year&campaign=op-2020-spots');
    expect(narrowed).toMatchObject({ campaign: 'OP-2020-SPOTS', items: [{ value: 250, text: '250' }] });
  });

  it('do not spread a season over its months', async () => {
    const { items, undated, notes } = await read('SPOTS_PARTAGES/series?from=2020-06&to=2020-07');
    expect(items.map(({ value }) => value)).toEqual([null, null]);
    expect(undated).toEqual([expect.objectContaining({ periodStart: '2020-06-01', value: 250 })]);
    expect(notes).toEqual([expect.stringMatching(/rien n’en est réparti/)]);
  });

  it.each([
    ['visiteurs-stand/series', 400, /Écrivez from, par exemple from=2020-01/],
    ['visiteurs-stand/series?from=janvier&to=2020', 400, /«\u00a0janvier\u00a0» n’est ni un jour/],
    ['visiteurs-stand/series?from=2020&to=2020&grain=week', 400, /grain=month/],
    ['visiteurs-stand/series?from=2020&to=2020&by=day', 400, /by=campaign/],
    ['visiteurs-stand/series?from=2020&to=2019', 400, /échangez «\u00a0from\u00a0» et «\u00a0to\u00a0»/],
    ['visiteurs-stand/series?from=1990&to=2020&grain=day', 400, /grain plus large/],
    ['visiteurs-stand/series?from=2020&to=2020&step=2', 400, /«\u00a0step\u00a0» n’est pas connu/],
    ['inconnu/series?from=2020&to=2020', 404, /Aucun indicateur/],
    ['visiteurs-stand/series?from=2020&to=2020&campaign=inconnue', 404, /Aucune opération/],
  ])('refuse %s with %d and what to write', async (path, status, words) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.text()).toMatch(words);
  });

  it('are the same bytes on every engine', async () => {
    const paths = [
      'vues-reseaux/series?from=2020&to=2020',
      'ambassadeurs/series?from=2019&to=2022&grain=year',
      'sets-de-table/series?from=2020-06&to=2020-06&grain=day&by=campaign',
    ];
    answers.push(JSON.stringify(await Promise.all(paths.map(async (path) => (await get(path)).text()))));
    expect(new Set(answers).size).toBe(1);
  });
});
