import type BetterSqlite3 from 'better-sqlite3';
import { ChecksService } from '../../src/entry/checks/checks.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import { ProvenanceService } from '../../src/figures/provenance.service.js';
import { SeriesService } from '../../src/figures/series.service.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import { EnteredMeasurementsService } from '../../src/measurements/entered-measurements.service.js';
import { MeasurementLifeService } from '../../src/measurements/measurement-life.service.js';
import { FIND, HAS_ANY, HAS_LONGER, HAS_ONE_OF } from '../../src/measurements/measurement-write-sql.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { WaitingMeasurementsService } from '../../src/measurements/waiting-measurements.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { dataCaller } from '../support/data-callers.js';
import { ENGINES } from '../support/databases.js';
import { openServices, type TestServices } from '../support/services.js';

type Statement = [text: string, parameters: unknown[]];

/** A whole table read, whatever it is called in the statement. */
const SCANS = {
  sqlite:
    /^SCAN (?:m|v|r|s|measurements|measurement_\w+|campaign_\w+)\b(?!.*USING (?:COVERING )?INDEX measurements_(?:apart|waiting)\b)|AUTOMATIC/,
  postgres: /Seq Scan on (?:measurements|measurement_\w+|campaign_\w+)\b/,
};

describe.each(ENGINES)('questions of pages on %s', (engine) => {
  let services: TestServices;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    services = await openServices(engine);
    unitOfWork = services.context.get(UnitOfWork, { strict: false });
    const measurements = services.context.get(MeasurementsService, { strict: false });
    const days = ['2019-06-08', '2020-01-31', '2020-06-01', '2020-06-15'];
    await measurements.record(
      ['VUES_RESEAUX', 'SPOTS_PARTAGES', 'AMBASSADEURS'].flatMap((indicator) =>
        days.map((day) => ({ indicator, periodStart: day, periodEnd: day, value: 12 })),
      ),
      { recordedBy: 'token:Stand', defaultStatus: 'validated', partial: false },
    );
  });
  afterAll(() => services.close());

  /** The statements that some work reads measurements by. */
  async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
    // A write that changes nothing else: what was kept of the former version is asked anew.
    await unitOfWork.write((writer) => writer.query('UPDATE programmes SET tagline = tagline'));
    const { manager } = unitOfWork;
    const query = manager.query.bind(manager);
    const seen: Statement[] = [];
    manager.query = ((text: string, parameters: unknown[] = []) => {
      if (/\bmeasurement|\bcampaign_/.test(text)) seen.push([text, parameters]);
      return query(text, parameters);
    }) as typeof manager.query;
    try {
      await work();
    } finally {
      manager.query = query as typeof manager.query;
    }
    return seen;
  }

  async function planOf([text, parameters]: Statement): Promise<string[]> {
    if (engine === 'sqlite') {
      const rows: { detail: string }[] = await unitOfWork.manager.query(
        `EXPLAIN QUERY PLAN ${text}`,
        parameters,
      );
      return rows.map(({ detail }) => detail);
    }
    return unitOfWork.write(async (manager) => {
      // A handful of rows is read whole unless told otherwise: what matters is that an index answers.
      await manager.query('SET LOCAL enable_seqscan = off');
      const rows: Record<string, string>[] = await manager.query(`EXPLAIN ${text}`, parameters);
      return rows.map((row) => String(row['QUERY PLAN']));
    });
  }

  const year = { start: '2020-01-01', end: '2020-12-31' };
  const questions: [string, (services: TestServices) => Promise<unknown>][] = [
    ['the figures of a year', ({ context }) => context.get(FiguresService, { strict: false }).year(2020)],
    [
      'the figures of a year up to a day',
      ({ context }) => context.get(FiguresService, { strict: false }).year(2020, '2020-06-10'),
    ],
    [
      'the years that have figures',
      ({ context }) => context.get(FiguresService, { strict: false }).yearsWithFigures(),
    ],
    [
      'a series by month',
      ({ context }) =>
        context.get(SeriesService, { strict: false }).of('VUES_RESEAUX', {
          from: parsePeriodText('2020-01') ?? { ...year, precision: 'month' },
          to: parsePeriodText('2020-12') ?? { ...year, precision: 'month' },
          grain: 'month',
          flow: false,
        }),
    ],
    [
      'the measurements behind a figure',
      ({ context }) =>
        context
          .get(ProvenanceService, { strict: false })
          .of({ year: 2020, indicator: 'VUES_RESEAUX', limit: 20 }, null),
    ],
    [
      'the measurements of an indicator in a year',
      ({ context }) =>
        context
          .get(MeasurementsService, { strict: false })
          .facts({ from: year.start, to: year.end, indicators: ['VUES_RESEAUX'] }),
    ],
    [
      'what surprises in figures',
      ({ context }) => context.get(ChecksService, { strict: false }).warningsFor([1, 2, 3]),
    ],
    [
      'what was entered in some months',
      ({ context }) => context.get(EnteredMeasurementsService, { strict: false }).within(year, null),
    ],
    [
      'what waits to be validated',
      async ({ context }) => {
        const waiting = context.get(WaitingMeasurementsService, { strict: false });
        await waiting.page({ status: 'submitted', offset: 0, limit: 100 }, null);
        await waiting.counts(null);
        await waiting.slices(null);
      },
    ],
    [
      'what is decided on figures',
      ({ context }) =>
        context.get(MeasurementLifeService, { strict: false }).heldBack([1, 2, 3], {
          by: dataCaller('person:1', 'validator'),
          mode: 'four_eyes',
        }),
    ],
  ];

  /** Corrections write by statements prepared once: those of SQLite are seen as they are prepared. */
  if (engine === 'sqlite')
    it('read no table whole, and make no index of their own, for a correction', async () => {
      // Writes have a connection of their own, which is told inside one.
      const driver = await unitOfWork.write((manager) =>
        Promise.resolve(
          manager.dataSource.driver as unknown as { databaseConnection: BetterSqlite3.Database },
        ),
      );
      const connection = driver.databaseConnection;
      const prepare = connection.prepare.bind(connection);
      const seen: string[] = [];
      connection.prepare = ((text: string) => {
        seen.push(text);
        return prepare(text);
      }) as typeof connection.prepare;
      try {
        const measurements = services.context.get(MeasurementsService, { strict: false });
        const corrected = {
          indicator: 'VUES_RESEAUX',
          periodStart: '2020-06-01',
          periodEnd: '2020-06-01',
          value: 13,
        };
        await measurements.record([corrected], {
          recordedBy: 'token:Stand',
          defaultStatus: 'validated',
          partial: false,
        });
      } finally {
        connection.prepare = prepare as typeof connection.prepare;
      }
      const remade = seen.filter((text) =>
        /^(?:INSERT INTO|DELETE FROM|WITH)[^]*(?:campaign_\w+|measurement_months)/.test(text),
      );
      expect(remade.length).toBeGreaterThan(6);
      for (const text of remade) {
        const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all(...(text.match(/\?/g) ?? []).map(() => 1));
        const details = plan.map((row) => (row as { detail: string }).detail);
        expect([text, details.filter((line) => SCANS.sqlite.test(line))]).toEqual([text, []]);
      }
    });

  /** The questions that spare comparing the rows of a large file one by one. */
  if (engine === 'sqlite')
    it.each([
      ['measurements', HAS_ANY, 'measurements_by_slice'],
      ['measurements of several days', HAS_LONGER, 'measurements_of_several_days'],
      ['one of several periods', HAS_ONE_OF, 'measurements_by_slice'],
    ])('find in an index whether a slice has %s', async (_, text, index) => {
      const plan = await planOf([text, (text.match(/\?/g) ?? []).map(() => 1)]);
      expect(plan.filter((line) => /\bm\b/.test(line))).toEqual([
        expect.stringMatching(new RegExp(`^SEARCH m USING (?:COVERING )?INDEX ${index} \\(.*period_end`)),
      ]);
    });

  if (engine === 'postgres')
    it.each(Object.keys(FIND) as (keyof typeof FIND)[])(
      'look for the keys of a batch one by one, however few measurements there are: %s',
      async (which) => {
        const keys = [[1], [0], [0], [''], [0], ['2020-06-01'], ['2020-06-01']].map(([part]) =>
          Array.from({ length: 500 }, () => part),
        );
        const plan = await planOf([FIND[which].postgres, keys]);
        expect(plan.filter((line) => /Sort|Hash|Merge/.test(line))).toEqual([]);
        expect(plan.join('\n')).toMatch(/Index Scan using measurements_by_slice/);
      },
    );

  it.each(questions)('read no table whole for %s', async (_, ask) => {
    const statements = await statementsOf(() => ask(services));
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const all = await planOf(statement);
      // What a statement made for itself is small, and read whole.
      const plan = all.includes('MATERIALIZE r') ? all.filter((line) => !/^SCAN [rs]$/.test(line)) : all;
      expect([statement[0], plan.filter((line) => SCANS[engine].test(line.trim()))]).toEqual([
        statement[0],
        [],
      ]);
    }
  });
});
