import fc from 'fast-check';
import { ENGINES } from '../../test/support/databases.js';
import { dataCaller } from '../../test/support/data-callers.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MeasurementLifeService } from './measurement-life.service.js';
import { DECISIONS } from './measurement-life.types.js';
import type { MeasurementInput } from './measurement.types.js';
import { MeasurementsService } from './measurements.service.js';
import { RollUpsRepository } from './roll-ups.repository.js';
import { SliceSums } from './slice-sums.rules.js';
import { RollUpsVerifier } from './roll-ups-verification.service.js';

const DAYS = [1, 9, 30].map((day) => `2020-06-${String(day).padStart(2, '0')}`);
const PERIODS: [string, string][] = [
  ...DAYS.map((day): [string, string] => [day, day]),
  ['2020-06-01', '2020-06-30'],
  ['2020-02-01', '2020-02-29'],
  ['2020-06-01', '2020-09-30'],
];

const input = fc
  .record({
    indicator: fc.constantFrom('VUES_RESEAUX', 'COUT'),
    campaign: fc.constantFrom('OP-2020-SPOTS', null),
    channel: fc.constantFrom('facebook', null),
    territory: fc.constantFrom('GRAND-CAHORS', null),
    period: fc.constantFrom(...PERIODS),
    value: fc.oneof(
      fc.integer({ min: -5, max: 500 }),
      fc.constantFrom(2_600_000_000, 2_748_779_069, 9_000_000_000_000),
    ),
    qualifier: fc.constantFrom(...(['exact', 'exact', 'exact', 'about'] as const)),
    status: fc.constantFrom(
      ...(['validated', 'validated', 'validated', 'validated', 'draft', 'withdrawn'] as const),
    ),
    marking: fc.constantFrom(...(['final', 'provisional'] as const)),
    source: fc.constantFrom(null, null, 'Compteur', 'Compteur', 'a'.repeat(201), '😀'.repeat(150)),
    precision: fc.constantFrom(undefined, undefined, undefined, 'range' as const),
    isAbsent: fc.constantFrom(false, false, false, true),
  })
  .map(({ period: [periodStart, periodEnd], isAbsent, value, qualifier, ...rest }): MeasurementInput => {
    const said = isAbsent ? { absence: 'not_available' as const } : { value, qualifier };
    return { ...rest, periodStart, periodEnd, ...said };
  });

describe.each(ENGINES)('roll-ups on %s', (engine) => {
  let services: TestServices;
  let unitOfWork: UnitOfWork;
  let service: MeasurementsService;
  let life: MeasurementLifeService;
  let rollUps: RollUpsRepository;
  let verifier: RollUpsVerifier;

  beforeAll(async () => {
    services = await openServices(engine);
    const { context } = services;
    unitOfWork = context.get(UnitOfWork, { strict: false });
    service = context.get(MeasurementsService, { strict: false });
    life = context.get(MeasurementLifeService, { strict: false });
    rollUps = context.get(RollUpsRepository, { strict: false });
    verifier = context.get(RollUpsVerifier, { strict: false });
  });
  afterAll(() => services.close());

  const TABLES = ['measurement_months', 'campaign_months', 'campaign_shares'];
  const kept = async (): Promise<unknown[]> => {
    const { manager } = unitOfWork;
    const rows = await Promise.all(
      TABLES.map((table): Promise<unknown[]> =>
        manager.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4, 5, 6, 7`),
      ),
    );
    return rows
      .flat()
      .map((row) => JSON.stringify(row))
      .sort();
  };

  it('stay equal to what the measurements say, whatever is written, corrected or taken back', async () => {
    let minute = 10;
    await fc.assert(
      fc.asyncProperty(
        fc.array(input, { minLength: 8, maxLength: 20 }),
        fc.nat(40),
        fc.constantFrom(...DECISIONS),
        async (inputs, taken, decision) => {
          minute += 1;
          const recordedAt = `2020-12-17T10:${minute}:00Z`;
          const by = { recordedBy: 'token:Stand', recordedAt, defaultStatus: 'validated' as const };
          await unitOfWork.write(async () => {
            const sums = new SliceSums();
            for (const batch of [inputs.slice(0, 9), inputs.slice(9)])
              await service.record(batch, { ...by, partial: true }, sums);
            await service.settle(sums);
          });
          const context = {
            by: dataCaller('token:Stand', null),
            mode: 'single' as const,
            reason: 'doublon',
            partial: true,
          };
          await life.decide([{ id: taken }], decision, context);
          expect(await verifier.verify()).toEqual({ ok: true, findings: [] });
        },
      ),
      { numRuns: 25 },
    );
    const before = await kept();
    expect(before).not.toEqual([]);
    await rollUps.rebuild();
    expect(await kept()).toEqual(before);
  });

  it('are told when they differ, and made anew', async () => {
    await unitOfWork.write((manager) => manager.query('UPDATE measurements SET part = 3 WHERE part = 1'));
    const { ok, findings } = await verifier.verify();
    expect([ok, findings[0]]).toEqual([false, expect.stringMatching(/^Mesure \d+\u00a0: la version/)]);
    await verifier.repair();
    expect(await verifier.verify()).toEqual({ ok: true, findings: [] });
  });

  it('of campaigns are told when they differ from those of their slices, and made anew', async () => {
    await unitOfWork.write(async (manager) => {
      await manager.query('UPDATE campaign_months SET total = total + 1 WHERE month = 202006');
      await manager.query('DELETE FROM campaign_shares');
    });
    const { ok, findings } = await verifier.verify();
    expect(ok).toBe(false);
    for (const when of ['2020-06', '2020']) {
      const told = new RegExp(
        `^Cumul par opération de «\u00a0\\w+\u00a0» en ${when}\u00a0: il ne correspond pas`,
      );
      expect(findings).toContainEqual(expect.stringMatching(told));
    }
    await verifier.repair();
    expect(await verifier.verify()).toEqual({ ok: true, findings: [] });
  });
});
