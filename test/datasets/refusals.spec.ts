import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatasetReport } from '../../src/datasets/dataset.types.js';
import { ENGINES } from '../support/databases.js';
import { contents, emptyInstallation, type LoadedServices } from './loading.js';

const SEED = 'seeds/oh-my-lot-2020';
type Json = Record<string, unknown>;

describe.each(ENGINES)('loading a data set on %s', (engine) => {
  let services: LoadedServices;
  let folder: string;

  beforeEach(async () => {
    services = await emptyInstallation(engine);
    folder = mkdtempSync(join(tmpdir(), 'copil-dataset-'));
    cpSync(SEED, folder, { recursive: true });
  });

  afterEach(async () => {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Changes members of a file, found by their dotted paths. */
  function alter(file: string, changes: Json): void {
    const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
    for (const [path, value] of Object.entries(changes)) {
      const steps = path.split('.');
      const last = steps.pop() as string;
      let at: Json = content;
      for (const step of steps) at = at[step] as Json;
      at[last] = value;
    }
    writeFileSync(join(folder, file), JSON.stringify(content));
  }

  const load = (): Promise<DatasetReport> => services.datasets.load(folder);

  it('writes nothing at all when a figure is refused', async () => {
    alter('measurements.json', {
      'batches.0.measurements.7.indicator': 'CTX_POPULATION',
      'batches.0.measurements.0.value': 450.5,
    });
    await expect(load()).rejects.toMatchObject({
      code: 'invalid_dataset',
      status: 422,
      issues: [
        { path: 'batches.0.measurements.0.value', code: 'too_many_decimals' },
        {
          path: 'batches.0.measurements.7.indicator',
          code: 'unknown_indicator',
          message: expect.stringMatching(
            /^measurements\.json, batches\.0\.measurements\.7\.indicator\u00a0: /,
          ),
        },
      ],
    });
    expect(await services.datasets.isEmpty()).toBe(true);
    expect(await services.indicators.all()).toEqual([]);
    await expect(services.programmes.programme()).rejects.toMatchObject({ code: 'no_programme' });
  });

  it('refuses a target that its indicator cannot hold, with its place in the file', async () => {
    const period = { periodStart: '2020-01-01', periodEnd: '2020-12-31' };
    const target = { kind: 'target', indicator: 'VUES_RESEAUX', ...period };
    alter('dataset.json', { targets: [{ ...target, value: '12.5' }] });
    await expect(load()).rejects.toMatchObject({
      code: 'invalid_dataset',
      issues: [{ path: 'targets.0.value', code: 'too_many_decimals' }],
    });
    alter('dataset.json', { targets: [{ ...target, value: 12_000, qualifier: 'between' }] });
    await expect(load()).rejects.toMatchObject({ issues: [{ path: 'targets.0.valueMax' }] });
    expect(await services.datasets.isEmpty()).toBe(true);
  });

  it('refuses to lay a programme over another one', async () => {
    await load();
    const before = await contents(services);
    await expect(services.datasets.load('seeds/demonstration')).rejects.toMatchObject({
      code: 'other_programme',
      status: 409,
      title: expect.stringContaining('Oh my Lot'),
    });
    expect(await contents(services)).toBe(before);
  });

  it('updates what changed, and only that, with the date of the new version', async () => {
    await load();
    alter('dataset.json', {
      recordedAt: '2021-02-01T10:00:00Z',
      'campaigns.1.place': 'Paris, porte de Versailles',
      'campaigns.4.partners': [{ code: 'CD46', role: 'lead' }],
      'organisations.5.names.0.validTo': '2023-12-31',
      'objectives.0.shortText': 'Accueil',
    });
    alter('measurements.json', { 'batches.0.measurements.0.value': 463 });
    const { total, kinds } = await load();
    expect(total).toMatchObject({ created: 0, updated: 5 });
    expect(kinds.campaigns).toEqual({ created: 0, updated: 2, unchanged: 7 });
    expect(kinds.organisations.updated).toBe(1);
    expect(kinds.measurements).toEqual({ created: 0, updated: 1, unchanged: 7 });
    const campaigns = await services.campaigns.ofYear(2020);
    expect(campaigns.filter(({ updatedAt }) => updatedAt.startsWith('2021')).map(({ code }) => code)).toEqual(
      ['OP-2020-SALON-PARIS', 'OP-2020-SPOTS'],
    );
    expect(await services.measurements.facts({ indicators: ['VISITEURS_STAND'] })).toMatchObject([
      { version: 2, quantity: { value: 463 }, recordedAt: '2021-02-01T10:00:00Z' },
    ]);
    expect((await load()).total).toMatchObject({ created: 0, updated: 0 });
  });

  it('has the keys of the standard file: importing it again over the data set changes no value', async () => {
    await load();
    const inputs = [
      ['VISITEURS_STAND', 'OP-2020-SALON-PARIS', '2020-01-01', '2020-01-31', '450', 'exact'],
      ['VISITEURS_PROJET_MOBILITE', 'OP-2020-SALON-PARIS', '2020-01-01', '2020-01-31', '150', 'exact'],
      ['VUES_RESEAUX', 'OP-2020-PRODUCTEURS', '2020-04-01', '2020-04-30', '13000', 'more_than'],
      ['SPOTS_PARTAGES', 'OP-2020-SPOTS', '2020-06-01', '2020-09-30', '250', 'exact'],
      ['SETS_DE_TABLE', 'OP-2020-SPOTS', '2020-06-01', '2020-09-30', '130000', 'exact'],
      ['AMBASSADEURS', null, '2020-12-16', '2020-12-16', '400', 'nearly'],
      ['CTX_SOUHAIT_RURAL', null, '2020-01-01', '2020-12-31', '45', 'exact'],
      ['CTX_POPULATION_CONFINEMENT', null, '2020-03-17', '2020-05-10', '6', 'exact'],
    ] as const;
    const before = await services.measurements.facts();
    const report = await services.measurements.record(
      inputs.map(([indicator, campaign, periodStart, periodEnd, value, qualifier]) => ({
        indicator,
        campaign,
        periodStart,
        periodEnd,
        value,
        qualifier,
        source: 'Fichier standard',
      })),
      { recordedBy: 'import:standard.csv', defaultStatus: 'validated', partial: false },
    );
    expect(report).toEqual({ created: 0, updated: 8, unchanged: 0, rejected: [] });
    const after = await services.measurements.facts();
    expect(after.map(({ quantity }) => quantity)).toEqual(before.map(({ quantity }) => quantity));
  });
});
