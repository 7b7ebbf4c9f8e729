import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { standardFile } from '../../src/exports/standard-file.rules.js';
import { ENGINES } from '../support/databases.js';
import { contents, emptyInstallation, type LoadedServices } from './loading.js';

/** Texts that a spreadsheet would run, split or trim. */
const AWKWARD = [
  '=HYPERLINK("x";"y")',
  "-12 par rapport à l'an dernier",
  "'=déjà",
  'deux\r\nlignes ; « ici »',
  '+33',
];

describe.each(ENGINES)('the file attached to a bilan, imported again on %s', (engine) => {
  let services: LoadedServices;
  let folder: string;

  beforeEach(async () => {
    services = await emptyInstallation(engine);
    folder = await mkdtemp(join(tmpdir(), 'copil-attached-'));
  });
  afterEach(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });

  const importAgain = async (year: number) => {
    const { programme, rows } = await services.bilans.ofYear(year);
    const path = join(folder, `bilan-${year}.csv`);
    await writeFile(path, standardFile(programme.code, rows));
    return { rows: rows.length, report: await services.imports.importFile(path, { dryRun: false }) };
  };

  it.each([
    ['oh-my-lot-2020', [2020]],
    ['demonstration', [2023, 2024, 2025]],
  ])('changes nothing of %s', async (seed, years) => {
    await services.datasets.load(resolve('seeds', seed));
    const before = await contents(services);
    for (const year of years) {
      const { rows, report } = await importAgain(year);
      expect(report).toMatchObject({
        rowsRead: rows,
        rowsLeftOut: [],
        created: 0,
        updated: 0,
        unchanged: rows,
        rejected: [],
        questions: [],
      });
    }
    expect(await contents(services)).toBe(before);
  });

  it('gives back texts as they were typed, and negative numbers as numbers', async () => {
    await services.datasets.load(resolve('seeds', 'oh-my-lot-2020'));
    const inputs = AWKWARD.map((note, index) => ({
      indicator: 'VUES_RESEAUX',
      periodStart: `2020-06-0${index + 1}`,
      periodEnd: `2020-06-0${index + 1}`,
      value: index,
      source: note,
      note,
    }));
    const context = { recordedBy: 'token:Test', defaultStatus: 'validated' as const, partial: false };
    expect(await services.measurements.record(inputs, context)).toMatchObject({ created: AWKWARD.length });
    const { rows, report } = await importAgain(2020);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: rows, rejected: [] });
  });
});
