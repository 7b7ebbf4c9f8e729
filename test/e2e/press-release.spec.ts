import request from 'supertest';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';

const CONTRACT_ADDRESSES = [
  '/api/v1/programme',
  '/api/v1/indicators',
  '/api/v1/campaigns?year=2020',
  '/api/v1/campaigns/op-2020-spots',
  '/api/v1/figures?year=2020',
  '/api/v1/figures?year=2020&campaign=op-2020-salon-paris',
  '/api/v1/measurements',
  '/tableau-de-bord/2020',
  '/operations',
  '/operations/op-2020-spots',
  '/indicateurs',
];

/** Pages are compared by their words: assets, request numbers and markup set aside. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \t\r\n]+/g, ' ');

describe.each(ENGINES)('the press release on %s', (engine) => {
  let server: TestServer;
  const read = async (path: string): Promise<string> => {
    const { status, text } = await request(server.url).get(path);
    expect([path, status]).toEqual([path, 200]);
    return text;
  };

  beforeAll(async () => {
    server = await startTestServer({ engine });
  });
  afterAll(() => server.close());

  it('is on the home page, in its own words', async () => {
    const words = wordsOf(await read('/'));
    for (const fact of [
      '450',
      'plus de 13\u202f000',
      '130\u202f000',
      'près de 400',
      'remises en question par le contexte sanitaire',
      '45\u00a0%',
      '+6\u00a0%',
      '16\u00a0décembre\u00a02020',
    ]) {
      expect(words.replace(/plus de\s+13/, 'plus de 13').replace(/près de\s+400/, 'près de 400')).toContain(
        fact,
      );
    }
  });

  it('never lets a hole of the program show', async () => {
    for (const path of CONTRACT_ADDRESSES.filter((address) => !address.startsWith('/api'))) {
      expect(await read(path)).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object /);
      expect(wordsOf(await read(path))).not.toMatch(/\bnull\b/);
    }
  });

  it('gives the eight figures of the contract, in order', async () => {
    const { items } = JSON.parse(await read('/api/v1/figures?year=2020')) as {
      items: Record<string, unknown>[];
    };
    expect(items.map(({ indicator, value, qualifier, text }) => [indicator, value, qualifier, text])).toEqual(
      [
        ['VISITEURS_STAND', 450, 'exact', '450 visiteurs accueillis sur le stand'],
        ['VISITEURS_PROJET_MOBILITE', 150, 'exact', '150 avec un projet de mobilité'],
        ['VUES_RESEAUX', 13_000, 'more_than', 'plus de 13\u202f000 vues sur les réseaux sociaux'],
        ['SPOTS_PARTAGES', 250, 'exact', '250 spots partagés'],
        ['SETS_DE_TABLE', 130_000, 'exact', '130\u202f000 sets de table'],
        ['AMBASSADEURS', 400, 'nearly', 'près de 400 ambassadeurs'],
        ['CTX_SOUHAIT_RURAL', 45, 'exact', expect.stringMatching(/^45\u00a0% des Français/)],
        ['CTX_POPULATION_CONFINEMENT', 6, 'exact', expect.stringMatching(/^\+6\u00a0%/)],
      ],
    );
    expect(items[0]?.['parts']).toMatchObject([{ indicator: 'VISITEURS_PROJET_MOBILITE', value: 150 }]);
    expect(items[2]).toMatchObject({ lower: 13_000, upper: null });
    expect(items[5]).toMatchObject({ lower: 380, upper: 400 });
  });

  it('counts twelve more visitors of February everywhere at once', async () => {
    const token = await server.application
      .get(ApiTokensService, { strict: false })
      .create({ name: 'Stand', scope: 'measurements:write' });
    const body = {
      indicator: 'VISITEURS_STAND',
      campaign: 'OP-2020-SALON-PARIS',
      periodStart: '2020-02-01',
      periodEnd: '2020-02-29',
      value: 12,
    };
    const post = async (): Promise<unknown> => {
      const response = await request(server.url)
        .post('/api/v1/measurements')
        .set('authorization', `Bearer ${token.token}`)
        .send(body);
      return response.body;
    };
    expect(await post()).toMatchObject({ created: 1 });
    expect(await post()).toMatchObject({ created: 0, unchanged: 1 });
    expect(wordsOf(await read('/'))).toContain('462');
    expect(await read('/api/v1/figures?year=2020&indicator=visiteurs-stand')).toContain('"value":462');
    expect(wordsOf(await read('/operations/op-2020-salon-paris'))).toContain('462');
  });
});

describe('both engines', () => {
  (ENGINES.length > 1 ? it : it.skip)('give the same bytes at every address', async () => {
    const servers = await Promise.all(ENGINES.map((engine) => startTestServer({ engine })));
    try {
      for (const address of CONTRACT_ADDRESSES) {
        const [one, other] = await Promise.all(
          servers.map(async ({ url }) => (await request(url).get(address)).text),
        );
        expect([address, other]).toEqual([address, one]);
      }
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  });
});
