import request from 'supertest';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';

/** An export of Matomo over one month: it says neither which one nor any day. */
const VISITS = 'nb_uniq_visitors,nb_visits\n4210,6562\n';

describe.each(ENGINES)('files that say no date, sent by a program on %s', (engine) => {
  let server: TestServer;
  let token: string;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    const tokens = server.application.get(ApiTokensService, { strict: false });
    ({ token } = await tokens.create({ name: 'Matomo', scope: 'measurements:write' }));
  });
  afterAll(() => server.close());

  const send = (query: string): request.Test =>
    request(server.url)
      .post(`/api/v1/imports?create=true&${query}`)
      .set('authorization', `Bearer ${token}`)
      .attach('file', Buffer.from(VISITS), 'visites.csv');
  const periods = (): Promise<{ first: string; last: string }[]> =>
    server.application.get(UnitOfWork, { strict: false }).manager.query(
      `SELECT DISTINCT m.period_start AS first, m.period_end AS last FROM measurements m
         JOIN indicators i ON i.id = m.indicator_id WHERE i.code = 'VISITES_SITE' ORDER BY 1`,
    );

  it('ask of which period they are, and bring nothing until it is said', async () => {
    const { body } = await send('');
    expect(body.files[0].questions).toContainEqual(expect.objectContaining({ code: 'missing_period' }));
    expect(await periods()).toEqual([]);
  });

  it('take the month that is said, once, then the days of another', async () => {
    const june = await send('period=2020-06').expect(200);
    expect(june.body.files[0]).toMatchObject({ created: 2, rejected: [], questions: [] });
    expect(await periods()).toEqual([{ first: '2020-06-01', last: '2020-06-30' }]);
    const again = await send('period=2020-06').expect(200);
    expect(again.body.files[0]).toMatchObject({ created: 0, updated: 0 });
    await send('period=2020-07-01/2020-07-14').expect(200);
    expect(await periods()).toContainEqual({ first: '2020-07-01', last: '2020-07-14' });
  });

  it.each(['2020-13', '2020-06-30/2020-06-01', 'juin', '2020-06/2020-07/2020-08'])(
    'refuse %s, and tell how to write a period',
    async (period) => {
      const { status, body } = await send(`period=${encodeURIComponent(period)}`);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain('« period » vaut 2020-06');
    },
  );
});
