import { ENGINES } from '../../../test/support/databases.js';
import { openServices, type TestServices } from '../../../test/support/services.js';
import type { DataCaller } from '../../accounts/account.types.js';
import type { MeasurementInput } from '../../measurements/measurement.types.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ChecksService } from './checks.service.js';

const NO_LIMITS = { indicators: null, campaigns: null, organisations: null };
const EDITOR: DataCaller = {
  signature: 'person:1',
  limits: NO_LIMITS,
  role: 'editor',
  readsReserved: true,
  readsInternal: true,
  tokenId: null,
};
const PARTNER: DataCaller = {
  ...EDITOR,
  signature: 'person:2',
  role: 'contributor',
  limits: { ...NO_LIMITS, organisations: ['CCI46'] },
  readsInternal: false,
};

const month = (number: number, year = 2020): Pick<MeasurementInput, 'periodStart' | 'periodEnd'> => {
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const text = `${year}-${String(number).padStart(2, '0')}`;
  return { periodStart: `${text}-01`, periodEnd: `${text}-${last}` };
};

describe.each(ENGINES)('what surprises in figures, on %s', (engine) => {
  let services: TestServices;
  const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });

  beforeAll(async () => {
    services = await openServices(engine);
  });
  afterAll(() => services.close());

  /** Records figures, and gives the number of the last. */
  async function record(
    inputs: MeasurementInput[],
    status: 'validated' | 'submitted' = 'validated',
  ): Promise<number> {
    const report = await get(MeasurementsService).record(inputs, {
      recordedBy: 'person:1',
      defaultStatus: status,
      partial: false,
    });
    expect(report.rejected).toEqual([]);
    const [row] = await get(UnitOfWork).manager.query(
      `SELECT m.id FROM measurements m JOIN indicators i ON i.id = m.indicator_id
       WHERE i.code = '${inputs.at(-1)?.indicator}' AND m.period_start = '${inputs.at(-1)?.periodStart}'
         AND m.period_end = '${inputs.at(-1)?.periodEnd}' AND coalesce(m.channel, '') = '${inputs.at(-1)?.channel ?? ''}'
       ORDER BY m.id DESC`,
    );
    return Number(row.id);
  }

  const codesOf = async (id: number, reader: DataCaller | null = null): Promise<string[]> =>
    ((await get(ChecksService).warningsFor([id], reader)).get(id) ?? []).map(({ code }) => code);

  it('reads the past of the slice, and tells what is far from it until somebody explains it', async () => {
    const own = { indicator: 'VUES_RESEAUX', campaign: 'OP-2020-PRODUCTEURS', channel: 'facebook' };
    await record(
      [9_400, 11_250, 10_100, 9_800].map((value, index) => ({ ...own, ...month(index + 1), value })),
    );
    const id = await record([{ ...own, ...month(9), value: 112_000 }], 'submitted');
    const checks = get(ChecksService);
    expect(await codesOf(id)).toEqual(['unusual']);

    await checks.confirm(id, 'unusual', 'Une vidéo a été reprise par une chaîne nationale.', EDITOR);
    const [warning] = (await checks.warningsFor([id])).get(id) ?? [];
    expect(warning?.confirmation).toMatchObject({ reason: expect.stringContaining('chaîne nationale') });
    const [seen] =
      (await checks.warningsFor([id], { ...EDITOR, readsInternal: false, signature: 'person:9' })).get(id) ??
      [];
    expect(seen?.confirmation?.author).toBe('l’équipe du programme');

    // Another amount is another doubt.
    await record([{ ...own, ...month(9), value: 113_000 }], 'submitted');
    const [again] = (await checks.warningsFor([id])).get(id) ?? [];
    expect(again).toMatchObject({ code: 'unusual', confirmation: null });
    await record([{ ...own, ...month(9), value: 10_000 }], 'submitted');
    expect(await codesOf(id)).toEqual([]);
    await expect(checks.confirm(id, 'unusual', 'Trop tard', EDITOR)).rejects.toMatchObject({
      code: 'nothing_to_confirm',
    });
  });

  it('keeps from partners what others say, and their figures from them', async () => {
    const period = month(4);
    await record([{ indicator: 'SETS_DE_TABLE', ...period, value: 5_000 }]);
    const id = await record([{ indicator: 'SETS_DE_TABLE', ...period, value: 5_000, organisation: 'CCI46' }]);
    expect(await codesOf(id)).toEqual(['same_elsewhere']);
    expect(await codesOf(id, PARTNER)).toEqual([]);
    const other = await record([
      { indicator: 'SETS_DE_TABLE', ...period, value: 7_000, channel: 'linkedin' },
    ]);
    const inFuture = await record([
      { indicator: 'SETS_DE_TABLE', ...month(4, 2021), value: 7_000, channel: 'linkedin' },
    ]);
    expect(await codesOf(inFuture, EDITOR)).toEqual(['in_future']);
    expect(await codesOf(inFuture, PARTNER)).toEqual([]);
    await expect(get(ChecksService).confirm(inFuture, 'in_future', 'Vu', PARTNER)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await codesOf(other)).toEqual([]);
  });

  it('finds the season that holds a month, and the total above a part', async () => {
    const campaign = 'OP-2020-SPOTS';
    await record([
      {
        indicator: 'SPOTS_PARTAGES',
        campaign,
        periodStart: '2020-06-01',
        periodEnd: '2020-09-30',
        value: 250,
      },
    ]);
    const id = await record([
      { indicator: 'SPOTS_PARTAGES', campaign, territory: 'GRAND-CAHORS', ...month(9), value: 35 },
    ]);
    expect(await codesOf(id)).toEqual(['already_declared']);
    await record([{ indicator: 'VISITEURS_STAND', ...month(1), value: 450 }]);
    const part = await record([{ indicator: 'VISITEURS_PROJET_MOBILITE', ...month(1), value: 450 }]);
    expect(await codesOf(part)).toEqual([]);
  });

  it('looks at two hundred figures in a bounded number of statements', async () => {
    const inputs = Array.from({ length: 200 }, (_, index) => ({
      indicator: 'COUT',
      periodStart: `2019-01-01`,
      periodEnd: new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10),
      value: 100 + index,
    }));
    await record(inputs);
    const { manager } = get(UnitOfWork);
    const rows: { id: number }[] = await manager.query(
      `SELECT m.id FROM measurements m JOIN indicators i ON i.id = m.indicator_id WHERE i.code = 'COUT' ORDER BY m.id`,
    );
    let statements = 0;
    const query = manager.query.bind(manager);
    manager.query = ((...given: Parameters<typeof query>) => {
      statements += 1;
      return query(...given);
    }) as typeof manager.query;
    try {
      await get(ChecksService).warningsFor(rows.map(({ id }) => id));
    } finally {
      manager.query = query;
    }
    expect(rows).toHaveLength(200);
    expect(statements).toBeLessThan(10);
  });

  it('tells of each figure of three years what it tells of it alone', async () => {
    const values = Array.from({ length: 36 }, (_, index) =>
      index % 9 === 8 ? 4_000 : 380 + 5 * (index % 7),
    );
    // Two years of silence: what came before is too old to say what is usual.
    const inputs = values.flatMap((value, index) =>
      index > 4 && index < 29
        ? []
        : [
            {
              indicator: 'VISITEURS_STAND',
              ...month(1 + (index % 12), 2014 + Math.floor(index / 12)),
              value,
            },
          ],
    );
    await record(inputs);
    const rows: { id: number }[] = await get(UnitOfWork).manager.query(
      `SELECT m.id FROM measurements m JOIN indicators i ON i.id = m.indicator_id
       WHERE i.code = 'VISITEURS_STAND' AND m.period_end < '2017' ORDER BY m.id`,
    );
    const ids = rows.map(({ id }) => Number(id));
    const together = await get(ChecksService).warningsFor(ids);
    const alone = await Promise.all(ids.map((id) => get(ChecksService).warningsFor([id])));
    expect(ids).toHaveLength(inputs.length);
    expect(together.size).toBeGreaterThan(0);
    expect(together).toEqual(new Map(alone.flatMap((one) => [...one])));
  });
});
