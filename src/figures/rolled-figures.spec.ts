import fc from 'fast-check';
import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { MeasurementFact, MeasurementInput } from '../measurements/measurement.types.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TargetsService } from '../targets/targets.service.js';
import { basisOf } from './figure-basis.rules.js';
import { FiguresService } from './figures.service.js';
import type { YearFigures } from './figures.types.js';

const DAYS = ['2019-06-08', '2020-01-31', '2020-06-01', '2020-06-15', '2020-06-30', '2020-11-02'];
const OTHERS: [string, string][] = [
  ['2019-06-01', '2019-06-30'],
  ['2020-06-01', '2020-06-30'],
  ['2020-06-01', '2020-09-30'],
  ['2020-01-01', '2020-12-31'],
];
const days = fc.constantFrom(...DAYS).map((day): [string, string] => [day, day]);
const june = fc.constantFrom(...DAYS.slice(2)).map((day): [string, string] => [day, day]);
const periods = { days, june, mixed: fc.oneof({ weight: 6, arbitrary: days }, fc.constantFrom(...OTHERS)) };

/** Mostly what roll-ups add up: the rest of the time, something that must be read one by one. */
const rarely = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 40, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

/** Who is told in a batch: nobody but for an exception, or all of several. */
const members = {
  few: { territory: rarely(null, 'GRAND-CAHORS'), organisation: rarely(null, 'CCI46') },
  all: {
    territory: fc.constantFrom('GRAND-CAHORS', 'GRAND-FIGEAC'),
    organisation: rarely('CCI46', null),
  },
};

const batch = (kind: keyof typeof periods, told: keyof typeof members): fc.Arbitrary<MeasurementInput[]> =>
  fc.array(
    fc
      .record({
        indicator: fc.constantFrom(
          'VISITEURS_STAND',
          'VISITEURS_PROJET_MOBILITE',
          'VUES_RESEAUX',
          'AMBASSADEURS',
          'COUT',
        ),
        campaign: fc.constantFrom('OP-2020-SPOTS', 'OP-2020-SALON-PARIS', null),
        channel: fc.constantFrom('facebook', 'linkedin'),
        ...members[told],
        period: periods[kind],
        value: fc.integer({ min: 0, max: 500 }),
        qualifier: rarely('exact', 'about', 'more_than'),
        status: rarely('validated', 'draft', 'withdrawn'),
        marking: rarely('final', 'provisional'),
        source: rarely(null, 'Compteur', 'Billetterie'),
        isAbsent: rarely(false, true),
      })
      .map(({ period: [periodStart, periodEnd], isAbsent, value, qualifier, ...rest }) => ({
        ...rest,
        periodStart,
        periodEnd,
        ...(isAbsent ? { absence: 'not_available' as const } : { value, qualifier: qualifier as 'exact' }),
      })) as fc.Arbitrary<MeasurementInput>,
    { minLength: 4, maxLength: 40 },
  );

const TARGET = {
  kind: 'target' as const,
  campaign: null,
  periodEnd: '2020-12-31',
  value: 400,
  valueMax: null,
  qualifier: 'exact' as const,
  decidedBy: null,
  meetingCode: null,
  path: null,
  steps: null,
  note: null,
};

const CONTEXT = { recordedBy: 'token:Stand', defaultStatus: 'validated' as const, partial: true };

describe.each(ENGINES)('figures made from roll-ups on %s', (engine) => {
  let services: TestServices;
  let figures: FiguresService;
  let measurements: MeasurementsService;

  beforeAll(async () => {
    services = await openServices(engine);
    figures = services.context.get(FiguresService, { strict: false });
    measurements = services.context.get(MeasurementsService, { strict: false });
    // The second starts within a month of which roll-ups hold days before it.
    const targets = services.context.get(TargetsService, { strict: false });
    const stamp = { recordedAt: '2020-01-01T08:00:00Z', recordedBy: 'test', reason: null };
    await targets.store({ ...TARGET, indicator: 'VUES_RESEAUX', periodStart: '2020-01-01' }, stamp);
    await targets.store({ ...TARGET, indicator: 'COUT', periodStart: '2020-06-10' }, stamp);
  });
  afterAll(() => services.close());

  const json = ({ byCampaign, monthly, monthlyTargets, ...rest }: YearFigures): string =>
    JSON.stringify({
      ...rest,
      byCampaign: [...byCampaign],
      monthly: [...monthly],
      monthlyTargets: [...monthlyTargets],
    });

  /** The same figures from every measurement: nothing may come added up, and nothing kept from before. */
  async function fromMeasurements(at?: string): Promise<YearFigures> {
    const facts = measurements.facts.bind(measurements);
    measurements.facts = (query) => facts({ ...query, summed: [] });
    try {
      // A write that changes nothing else: what was made under the former version is made anew.
      await services.context
        .get(UnitOfWork, { strict: false })
        .write((manager) => manager.query('UPDATE programmes SET tagline = tagline'));
      return await figures.year(2020, at);
    } finally {
      measurements.facts = facts;
    }
  }

  /** Each run starts afresh: a leftover of another would hide most roll-ups. */
  const forget = (): Promise<void> =>
    services.context.get(UnitOfWork, { strict: false }).write(async (manager) => {
      for (const table of ['measurement_months', 'campaign_months', 'campaign_shares'])
        await manager.query(`DELETE FROM ${table}`);
      await manager.query('UPDATE measurements SET part = 0, standing = 0');
    });

  it('have no target that starts between two days of one month', async () => {
    await forget();
    const between = ['2020-06-01', '2020-06-15'].map((day) => ({
      indicator: 'COUT',
      periodStart: day,
      periodEnd: day,
      value: 100,
    }));
    await measurements.record(between, CONTEXT);
    const facts = await measurements.facts({ from: '2020-01-01', to: '2020-12-31', summed: ['COUT'] });
    expect(facts).toMatchObject([
      { summed: { measurements: 2 }, periodStart: '2020-06-01', periodEnd: '2020-06-15' },
    ]);
    const cost = (await figures.year(2020)).figures.find(({ indicator }) => indicator.code === 'COUT');
    expect(cost).toMatchObject({ target: null, assessment: 'no_target', provenance: { measurements: 2 } });
  });

  it('are the same, byte for byte, as from every measurement', async () => {
    const added = { years: 0, days: 0, parts: 0 };
    const record = fc
      .tuple(
        fc.constantFrom<keyof typeof periods>('days', 'june', 'mixed'),
        fc.constantFrom('few' as const, 'all'),
      )
      .chain(([kind, told]) => batch(kind, told));
    await fc.assert(
      fc.asyncProperty(record, fc.constantFrom(undefined, '2020-06-15', '2020-06-30'), async (inputs, at) => {
        await forget();
        await measurements.record(inputs, CONTEXT);
        const summed = ['VISITEURS_STAND', 'VISITEURS_PROJET_MOBILITE', 'VUES_RESEAUX', 'COUT'];
        const facts = await measurements.facts({ from: '2020-01-01', to: at ?? '2020-12-31', summed });
        const sums = facts.flatMap((fact) => fact.summed ?? []);
        const inParts = sums.flatMap(({ parts }) => parts ?? []);
        added[at === undefined ? 'years' : 'days'] += inParts.length;
        added.parts += inParts.flatMap((parts) => parts.along('territory')).length;
        const rolled = json(await figures.year(2020, at));
        expect(rolled).toBe(json(await fromMeasurements(at)));
      }),
      { numRuns: 40 },
    );
    expect(Math.min(...Object.values(added))).toBeGreaterThan(0);
  });

  /** What the facts of each campaign come to, and all that a figure tells of them. */
  const told = (facts: readonly MeasurementFact[]): Record<string, unknown> =>
    Object.fromEntries(
      [...groupBy(facts, ({ indicator, campaign }) => `${indicator} ${campaign ?? ''}`)].map(
        ([scope, own]) => [
          scope,
          [own.reduce((sum, { quantity }) => sum + (quantity?.value ?? 0), 0), basisOf(own)],
        ],
      ),
    );

  it('tell the same of days in two civil years, which cut a month at each end', async () => {
    const period = { from: '2019-06-05', to: '2020-06-20' };
    const summed = ['VISITEURS_STAND', 'VUES_RESEAUX', 'COUT'];
    let added = 0;
    await fc.assert(
      fc.asyncProperty(batch('days', 'all'), async (inputs) => {
        await forget();
        await measurements.record(inputs, CONTEXT);
        const facts = await measurements.facts({ ...period, summed });
        added += facts.filter((fact) => fact.summed).length;
        expect(told(facts)).toEqual(told(await measurements.facts(period)));
      }),
      { numRuns: 15 },
    );
    expect(added).toBeGreaterThan(0);
  });
});
