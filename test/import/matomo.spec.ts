import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { MatomoService } from '../../src/imports/matomo/matomo.service.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DailyJobs } from '../../src/platform/jobs/daily-jobs.js';
import { ENGINES, migratedDatabase, type ScratchDatabase } from '../support/databases.js';
import { insertVocabulary } from '../support/vocabulary.js';

const TOKEN = '0123456789abcdef0123456789abcdef';

describe.each(ENGINES)('the visits of the site, from Matomo, on %s', (engine) => {
  let database: ScratchDatabase;
  let context: INestApplicationContext;
  let matomo: Server;
  let asked: URLSearchParams[];
  let log: string;
  let answers: (asked: URLSearchParams) => { status?: number; body: string };

  beforeEach(async () => {
    [asked, log] = [[], ''];
    matomo = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const parameters = new URLSearchParams(Buffer.concat(pieces).toString());
        asked.push(parameters);
        const { status = 200, body } = answers(parameters);
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    }).listen(0, '127.0.0.1');
    await once(matomo, 'listening');
    database = await migratedDatabase(engine);
    const sink = new Writable({
      write(piece: Buffer, _encoding, done) {
        log += piece.toString();
        done();
      },
    });
    const module = AppModule.in({
      configuration: {
        port: 0,
        host: '127.0.0.1',
        baseUrl: null,
        database: database.location,
        dataDir: database.folder,
        seed: null,
        reportsDir: database.folder,
        secretKey: 'test-secret-key-of-more-than-32-characters',
        trustProxy: [],
        logLevel: 'trace',
        smtpUrl: null,
        matomo: {
          url: `http://127.0.0.1:${(matomo.address() as AddressInfo).port}/`,
          siteId: '7',
          token: TOKEN,
          campaign: null,
          privateNetwork: true,
        },
      },
      clock: new FixedClock('2021-01-15T09:00:00Z'),
      logger: pino({ level: 'trace' }, sink),
    });
    context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await insertVocabulary(context.get(UnitOfWork, { strict: false }));
  });
  afterEach(async () => {
    await context.close();
    await database.remove();
    matomo.closeAllConnections();
    matomo.close();
  });

  const createIndicators = async (): Promise<void> => {
    const indicators = context.get(IndicatorsService, { strict: false });
    const [model] = await indicators.all();
    if (model === undefined) throw new Error('No indicator to copy.');
    for (const [code, nature] of [
      ['VISITES_SITE', 'flow'],
      ['VISITEURS_UNIQUES_SITE', 'unique'],
    ] as const) {
      const { id: _id, slug: _slug, ...definition } = model as typeof model & { id?: number };
      await indicators.store(
        {
          ...definition,
          code,
          name: code,
          shortName: code,
          nature,
          aggregationTime: nature === 'flow' ? 'sum' : 'none',
          decimals: 0,
          subsetOf: null,
        },
        '2021-01-15T09:00:00Z',
        { validFrom: null, breaksSeries: null, reason: null, recordedBy: 'test' },
      );
    }
  };
  const fetchToday = (): Promise<void> => context.get(DailyJobs, { strict: false }).runIfNewDay();
  const fetchAgain = (): Promise<void> => context.get(MatomoService, { strict: false }).fetch();
  const said = async (): Promise<string[]> =>
    (
      await context
        .get(MeasurementsService, { strict: false })
        .facts({ indicators: ['VISITES_SITE', 'VISITEURS_UNIQUES_SITE'] })
    )
      .map(
        ({ indicator, periodStart, quantity, marking, channel, source, version }) =>
          `${indicator} ${periodStart} ${quantity?.value} ${marking} ${channel} ${source} v${version}`,
      )
      .sort();
  const counts = (visits: number, visitors: number): { body: string } => ({
    body: JSON.stringify({ nb_uniq_visitors: visitors, nb_visits: visits, nb_actions: 1, max_actions: '3' }),
  });

  it('are recorded month by month, the present one being provisional, and replaced by what Matomo says later', async () => {
    await createIndicators();
    let present = 50;
    answers = (asking) => {
      const month = asking.get('date');
      if (month === '2020-11-01') return { body: '[]' };
      return month === '2020-12-01' ? counts(1_043, 812) : counts(present, 40);
    };
    await fetchToday();
    expect(asked.map((one) => Object.fromEntries(one))).toMatchObject(
      ['2020-11-01', '2020-12-01', '2021-01-01'].map((date) => ({
        module: 'API',
        method: 'VisitsSummary.get',
        idSite: '7',
        period: 'month',
        date,
        format: 'JSON',
        token_auth: TOKEN,
      })),
    );
    const december = [
      'VISITES_SITE 2020-12-01 1043 final null Matomo v1',
      'VISITEURS_UNIQUES_SITE 2020-12-01 812 final null Matomo v1',
    ];
    expect((await said()).filter((one) => one.includes('2020-12'))).toEqual(december);
    expect(await said()).toContain('VISITES_SITE 2021-01-01 50 provisional null Matomo v1');
    present = 63;
    await fetchAgain();
    expect(await said()).toEqual([
      december[0],
      'VISITES_SITE 2021-01-01 63 provisional null Matomo v2',
      december[1],
      'VISITEURS_UNIQUES_SITE 2021-01-01 40 provisional null Matomo v1',
    ]);
    expect(log).not.toContain(TOKEN);
  });

  it('are not asked for where nothing would count them, which the log says', async () => {
    answers = () => counts(1, 1);
    await fetchToday();
    expect(asked).toEqual([]);
    expect(log).toContain('VISITES_SITE');
  });

  it.each([
    ['an error', 200, JSON.stringify({ result: 'error', message: `Unable to authenticate with ${TOKEN}` })],
    ['too many requests', 429, ''],
    ['a breakdown', 503, `<p>${TOKEN}</p>`],
    ['a page', 200, '<html>'],
  ])('wait for the next day after %s, told without the token', async (_, status, body) => {
    await createIndicators();
    answers = () => ({ status, body });
    await fetchToday();
    expect(asked).toHaveLength(1);
    expect(await said()).toEqual([]);
    expect(log).toContain('Nouvel essai demain');
    expect(log).not.toContain(TOKEN);
  });
});
