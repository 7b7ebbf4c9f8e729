import fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportFilesService } from '../../src/exports/export-files.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { decimalString } from '../../src/kernel/decimal-string.rules.js';
import type { MeasurementInput } from '../../src/measurements/measurement.types.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { AuditJournal } from '../../src/platform/audit/audit-journal.service.js';
import { TargetsService } from '../../src/targets/targets.service.js';
import type { TargetDefinition } from '../../src/targets/target.types.js';
import { ENGINES } from '../support/databases.js';
import { openServices, type TestServices } from '../support/services.js';
import { said, SEED } from './random-figures.js';

const INDICATORS = [
  'VISITEURS_STAND',
  'VISITEURS_PROJET_MOBILITE',
  'VUES_RESEAUX',
  'COUT',
  'CTX_SOUHAIT_RURAL',
];
const STAMP = { recordedAt: '2020-12-17T10:00:00Z', recordedBy: 'token:Test', reason: null };

const measurement = fc.record({
  indicator: fc.constantFrom(...INDICATORS),
  campaign: fc.constantFrom(null, 'OP-2020-SPOTS'),
  territory: fc.constantFrom(null, 'GRAND-CAHORS'),
  channel: fc.constantFrom(null, 'facebook'),
  organisation: fc.constantFrom(null, 'CCI46'),
  content: said.filter(({ value, valueMax }) => Math.abs(valueMax ?? value ?? 0) < 1e9),
});

/** Twenty sets of figures, each of a month of its own. */
const SETS = fc.sample(fc.array(measurement, { minLength: 1, maxLength: 28 }), { seed: SEED, numRuns: 20 });

describe.each(ENGINES)('a file of every figure, on %s', (engine) => {
  let services: TestServices;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    services = await openServices(engine);
    folder = await mkdtemp(join(tmpdir(), 'copil-export-'));
    file = join(folder, 'chiffres.csv');
  });
  afterEach(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    services.context.get(type as never, { strict: false });
  const record = (inputs: MeasurementInput[]) =>
    get(MeasurementsService).record(inputs, {
      recordedBy: 'token:Test',
      defaultStatus: 'validated',
      partial: false,
      subsets: 'keep',
    });
  const target = (over: Partial<TargetDefinition>): Promise<unknown> =>
    get(TargetsService).store(
      {
        kind: 'target',
        indicator: 'COUT',
        campaign: null,
        periodStart: '2020-01-01',
        periodEnd: '2020-12-31',
        value: '1234.56',
        valueMax: null,
        qualifier: 'exact',
        decidedBy: '=1+1',
        meetingCode: null,
        path: 'stepped',
        steps: [{ on: '2020-06-30', value: '600' }],
        note: '-5',
        ...over,
      },
      STAMP,
    );
  const exported = (year: number | null = null) => get(ExportFilesService).write('csv', year, file);
  const imported = (path = file) => get(ImportsService).importFile(path, { dryRun: false });

  it('is unchanged when it is imported again: twenty random sets of figures and their targets', async () => {
    const decimals = new Map((await get(IndicatorsService).all()).map((one) => [one.code, one.decimals]));
    await target({});
    await target({ kind: 'baseline', campaign: 'OP-2020-SPOTS', path: null, steps: null, note: null });
    await target({
      indicator: 'VUES_RESEAUX',
      value: 100,
      valueMax: 200,
      qualifier: 'between',
      path: null,
      steps: null,
    });
    let expected = 0;
    for (const [index, set] of SETS.entries()) {
      const month = `20${18 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      const inputs = set.map(({ indicator, content, ...key }, place): MeasurementInput => {
        const { value, valueMax, qualifier, absence, ...rest } = content;
        const day = `${month}-${String(place + 1).padStart(2, '0')}`;
        const unit = (amount: number | null): string | null =>
          amount === null ? null : decimalString(amount, decimals.get(indicator) ?? 0);
        const amount =
          absence === null
            ? { value: unit(value), valueMax: unit(valueMax), qualifier: qualifier ?? 'exact' }
            : { absence };
        return { indicator, ...key, periodStart: day, periodEnd: day, ...amount, ...rest };
      });
      expect(await record(inputs)).toMatchObject({ created: inputs.length, rejected: [] });
      expected += inputs.length;
      expect(await exported()).toEqual({ measurements: expected, targets: 3 });
      expect(await imported()).toMatchObject({
        rowsRead: expected + 3,
        rowsLeftOut: [],
        created: 0,
        updated: 0,
        unchanged: expected + 3,
        rejected: [],
        questions: [],
      });
    }
    expect(await readdir(folder)).toEqual(['chiffres.csv']);
    const workbook = join(folder, 'chiffres.xlsx');
    const counts = { measurements: expected, targets: 3 };
    expect(await get(ExportFilesService).write('xlsx', null, workbook)).toEqual(counts);
    expect(await imported(workbook)).toMatchObject({
      profile: 'standard-v1',
      rowsRead: expected + 3,
      created: 0,
      updated: 0,
      unchanged: expected + 3,
      rejected: [],
      questions: [],
    });
    const bytes = await readFile(workbook);
    await get(ExportFilesService).write('xlsx', null, workbook);
    expect((await readFile(workbook)).equals(bytes)).toBe(true);
  }, 90_000);

  it('holds the newest version, one exercice when asked, and no target that was taken back', async () => {
    const day = (date: string) => ({ indicator: 'COUT', periodStart: date, periodEnd: date });
    await record([
      { ...day('2019-12-31'), value: 1 },
      { ...day('2020-01-01'), value: '-5.5' },
    ]);
    await record([{ ...day('2020-01-01'), value: '-6.25', status: 'submitted', source: '-5' }]);
    await target({});
    await target({ periodStart: '2019-01-01', periodEnd: '2019-12-31', path: null, steps: null });
    await target({ indicator: 'VUES_RESEAUX', value: 3, path: null, steps: null });
    const [, taken] = await get(TargetsService).ofYear(2020);
    await get(TargetsService).withdraw(taken?.id ?? 0, STAMP);
    expect(await exported(2020)).toEqual({ measurements: 1, targets: 1 });
    const text = await readFile(file, 'utf8');
    expect(text.split('\r\n').slice(1)).toEqual([
      "OML;;COUT;2020-01-01;2020-01-01;realise;-6,25;exact;soumis;'-5;;;;;;",
      "OML;;COUT;2020-01-01;2020-12-31;cible;1234,56;exact;valide;'=1+1;'-5;;;;;",
      '',
    ]);
    const first = await readFile(file);
    await exported(2020);
    expect((await readFile(file)).equals(first)).toBe(true);
  });

  it('tells the journal what was taken away', async () => {
    await record([{ indicator: 'COUT', periodStart: '2020-01-01', periodEnd: '2020-01-31', value: 1 }]);
    await exported(2020);
    const entries = [];
    for await (const page of get(AuditJournal).all({})) entries.push(...page);
    expect(entries.filter(({ action }) => action === 'figures.exported')).toMatchObject([
      { after: { format: 'csv', year: 2020, measurements: 1, targets: 0 } },
    ]);
  });
});
