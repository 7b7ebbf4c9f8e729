import fc from 'fast-check';
import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { inputCheck } from './measurement-checks.rules.js';
import { MeasurementPacker } from './measurement-packer.rules.js';
import { subsetRelations } from './measurement-subset.rules.js';
import type {
  MeasurementContent,
  MeasurementInput,
  MeasurementsReport,
  PartsUnderTotal,
  RecordedVersion,
} from './measurement.types.js';
import { MeasurementsService } from './measurements.service.js';
import { PackedMeasurementsRepository } from './packed-measurements.repository.js';
import { PackedMeasurementsService, type CreatedMeasurements } from './packed-measurements.service.js';
import { BlockOpener } from './packed-rows.rules.js';
import { RollUpsVerifier } from './roll-ups-verification.service.js';
import { SliceSums } from './slice-sums.rules.js';

const PERIODS: [string, string][] = [
  ['2020-06-01', '2020-06-01'],
  ['2020-06-09', '2020-06-09'],
  ['2020-07-14', '2020-07-14'],
  ['2021-01-05', '2021-01-05'],
  ['2020-06-01', '2020-06-30'],
  ['2020-12-21', '2021-03-20'],
  ['2020-01-01', '2020-12-31'],
  ['2020-06-08', '2020-06-14'],
];

const input = fc
  .record({
    indicator: fc.constantFrom('VUES_RESEAUX', 'VUES_RESEAUX', 'SETS_DE_TABLE', 'COUT', 'VISITEURS_STAND'),
    campaign: fc.constantFrom('OP-2020-SPOTS', null),
    channel: fc.constantFrom('facebook', 'linkedin', null),
    territory: fc.constantFrom('GRAND-CAHORS', null, null),
    organisation: fc.constantFrom('CCI46', null, null),
    period: fc.constantFrom(...PERIODS),
    value: fc.integer({ min: 0, max: 500 }),
    qualifier: fc.constantFrom(...(['exact', 'exact', 'exact', 'about'] as const)),
    status: fc.constantFrom(...(['validated', 'validated', 'draft', 'withdrawn', undefined] as const)),
    marking: fc.constantFrom(undefined, 'provisional' as const),
    source: fc.constantFrom(undefined, null, 'Relevé d’été', 'a'.repeat(201)),
    note: fc.constantFrom(undefined, 'Près de Cahors'),
    isAbsent: fc.constantFrom(false, false, false, true),
  })
  .map(({ period: [periodStart, periodEnd], isAbsent, value, qualifier, ...rest }): MeasurementInput => {
    const said = isAbsent ? { absence: 'not_available' as const } : { value, qualifier };
    return { ...rest, periodStart, periodEnd, ...said };
  });
/** A day of several years: two files seldom say the same, and often days between those of another. */
const dayAfter = (days: number): string => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10);
const newDays = fc
  .uniqueArray(fc.record({ days: fc.noBias(fc.nat(2_000)), of: input }), {
    maxLength: 12,
    selector: ({ days }) => days,
  })
  .map((rows) =>
    rows.map(({ days, of }) => {
      const [periodStart, periodEnd] = [dayAfter(days), dayAfter(days)];
      // Nothing without one of the dimensions: it would be a total, with which the rest is compared.
      const place = { channel: of.channel ?? 'facebook', territory: 'GRAND-CAHORS', organisation: 'CCI46' };
      return { ...of, ...place, indicator: 'SPOTS_PARTAGES', periodStart, periodEnd };
    }),
  );
/** Files in which anything may come, and files of days, as most are. */
const file = fc.oneof(fc.array(input, { maxLength: 12 }), newDays);

/** All that is known of a measurement but its number, which follows the order of writing. */
const STATE = `SELECT m.indicator_id, m.campaign_id, m.territory_id, m.channel, m.organisation_id, m.period_start,
    m.period_end, m.version AS newest, m.standing, m.part, v.version, v.value, v.value_max, v.qualifier, v.absence,
    v.status, v.marking, v.precision, v.source, v.note, v.internal_note, v.recorded_at, v.recorded_by, v.reason
  FROM measurements m JOIN measurement_versions v ON v.measurement_id = m.id`;

interface Told {
  report: MeasurementsReport;
  under: Omit<PartsUnderTotal, 'totalId'>[];
  versions: Omit<RecordedVersion, 'id'>[];
}

describe.each(ENGINES)('blocks of measurements on %s', (engine) => {
  let [plain, packed]: [TestServices | null, TestServices | null] = [null, null];
  const of = (services: TestServices | null): TestServices['context'] => {
    if (services === null) throw new Error('not open');
    return services.context;
  };

  beforeAll(async () => {
    [plain, packed] = [await openServices(engine), await openServices(engine)];
  });
  afterAll(async () => {
    await plain?.close();
    await packed?.close();
  });

  const state = async (services: TestServices | null): Promise<string[]> => {
    const { manager } = of(services).get(UnitOfWork, { strict: false });
    const rows: unknown[] = [
      ...(await manager.query(STATE)),
      ...(await manager.query('SELECT * FROM measurement_months')),
      ...(await manager.query('SELECT * FROM campaign_months')),
    ];
    return rows.map((row) => JSON.stringify(row)).sort();
  };

  /** Records in a unit of work that takes all back when something is refused, as files are. */
  async function recorded(
    services: TestServices | null,
    record: (told: Told, sums: SliceSums) => Promise<MeasurementsReport>,
  ): Promise<Told> {
    const told: Told = {
      report: { created: 0, updated: 0, unchanged: 0, rejected: [] },
      under: [],
      versions: [],
    };
    const sums = new SliceSums();
    await of(services)
      .get(UnitOfWork, { strict: false })
      .write(async () => {
        told.report = await record(told, sums);
        if (told.report.rejected.length > 0) throw new Error('refused');
        await of(services).get(MeasurementsService, { strict: false }).settle(sums);
      })
      .catch((error: unknown) => expect(error).toEqual(new Error('refused')));
    return told;
  }
  const contextOf = (told: Told) => ({
    recordedBy: 'import:été.csv',
    defaultStatus: 'validated' as const,
    partial: false,
    onPartsUnderTotal: (found: PartsUnderTotal[]) =>
      void told.under.push(...found.map(({ totalId: _, ...rest }) => rest)),
    onCreated: ({ ids, versions }: CreatedMeasurements) => {
      expect(ids).toEqual(ids.toSorted((one, other) => one - other));
      for (const { after, ...rest } of versions)
        told.versions.push({
          ...rest,
          version: 1,
          after: { ...after, line: rest.line } as MeasurementContent,
        });
    },
    onRecorded: (versions: RecordedVersion[]) =>
      // A plan notes its line in what it writes; a block has it beside.
      void told.versions.push(
        ...versions.map(({ id: _, after, ...rest }) => ({ ...rest, after: { ...after, line: rest.line } })),
      ),
  });

  const asBatch = (inputs: MeasurementInput[]): Promise<Told> =>
    recorded(plain, (told, sums) =>
      of(plain).get(MeasurementsService, { strict: false }).record(inputs, contextOf(told), sums),
    );
  const asBlock = (inputs: MeasurementInput[]): Promise<Told> =>
    recorded(packed, async (told, sums) => {
      const service = of(packed).get(PackedMeasurementsService, { strict: false });
      const { sealed, ...vocabulary } = await service.vocabulary();
      const relations = subsetRelations(vocabulary.indicators.values());
      const packer = new MeasurementPacker({ defaultStatus: 'validated', relations, sealed });
      const check = inputCheck(vocabulary);
      for (const [index, one] of inputs.entries()) {
        const item = check(one, index + 1);
        if (Array.isArray(item)) throw new Error(JSON.stringify(item));
        packer.add(item);
      }
      return service.record(new BlockOpener().open(packer.take()), contextOf(told), sums);
    });

  it('write, tell and refuse what the same inputs given one by one do', async () => {
    const written = jest.spyOn(PackedMeasurementsRepository.prototype, 'write');
    await fc.assert(
      fc.asyncProperty(file, async (inputs) => {
        expect(await asBlock(inputs)).toEqual(await asBatch(inputs));
        expect(await state(packed)).toEqual(await state(plain));
      }),
      { numRuns: 60 },
    );
    expect(await of(packed).get(RollUpsVerifier, { strict: false }).verify()).toEqual({
      ok: true,
      findings: [],
    });
    const quick = written.mock.calls.length;
    written.mockRestore();
    // PostgreSQL compares every row; SQLite must have taken both ways.
    if (engine === 'sqlite') expect(quick).toBeGreaterThan(5);
    else expect(quick).toBe(0);
  });
});
