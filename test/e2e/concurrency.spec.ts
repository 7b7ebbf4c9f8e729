import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';

const REQUESTS = 500;

describe.each(ENGINES)('many writers at once on %s', (engine) => {
  let server: TestServer;
  let authorization: string;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    const tokens = server.application.get(ApiTokensService, { strict: false });
    const { token } = await tokens.create({ name: 'Stand', scope: 'measurements:write', rate: 0 });
    authorization = `Bearer ${token}`;
  });
  afterAll(() => server.close());

  const post = async (day: string, value: number | string): Promise<number> => {
    const response = await fetch(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ indicator: 'SPOTS_PARTAGES', periodStart: day, periodEnd: day, value }),
    });
    await response.arrayBuffer();
    return response.status;
  };

  it('keeps exactly what it acknowledged of 500 posts, a fifth of them invalid', async () => {
    const days = Array.from({ length: REQUESTS }, (_, index) =>
      new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const statuses = await Promise.all(
      days.map((day, index) => post(day, index % 5 === 4 ? 'treize' : index + 1)),
    );
    const acknowledged = days.filter((_, index) => statuses[index] === 200);
    expect(statuses.filter((status) => status === 422)).toHaveLength(REQUESTS / 5);
    expect(acknowledged).toHaveLength(REQUESTS - REQUESTS / 5);

    const kept: string[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ indicator: 'SPOTS_PARTAGES', ...(cursor ? { cursor } : {}) });
      const response = await fetch(`${server.url}/api/v1/measurements?${query}`);
      const page = (await response.json()) as {
        items: { periodStart: string; periodEnd: string }[];
        next?: string;
      };
      kept.push(
        ...page.items.filter((one) => one.periodStart === one.periodEnd).map((one) => one.periodStart),
      );
      cursor = page.next;
    } while (cursor !== undefined);
    expect(kept.toSorted()).toEqual(acknowledged.toSorted());
  });

  it('makes one measurement of the same one posted fifty times together', async () => {
    const statuses = await Promise.all(Array.from({ length: 50 }, () => post('2021-01-01', 7)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const response = await fetch(
      `${server.url}/api/v1/measurements?indicator=SPOTS_PARTAGES&from=2021-01&to=2021-01`,
    );
    expect(((await response.json()) as { items: { version: number }[] }).items).toMatchObject([
      { version: 1 },
    ]);
  });
});
