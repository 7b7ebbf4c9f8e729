import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES } from '../support/databases.js';
import { emptyInstallation, type LoadedServices } from './loading.js';

type Json = Record<string, unknown>;
const SEED = 'seeds/oh-my-lot-2020';

describe.each(ENGINES)('the definitions of indicators that a data set changes on %s', (engine) => {
  let services: LoadedServices;
  let folder: string;

  beforeAll(async () => {
    services = await emptyInstallation(engine);
    folder = mkdtempSync(join(tmpdir(), 'copil-definitions-'));
    cpSync(SEED, folder, { recursive: true });
    await services.datasets.load(folder);
  });
  afterAll(async () => {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Loads the same folder, in which an indicator says something else. */
  async function reload(code: string, changes: Json): Promise<Json> {
    const file = join(folder, 'dataset.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as { indicators: Json[] };
    Object.assign(content.indicators.find((one) => one.code === code) as Json, changes);
    writeFileSync(file, JSON.stringify(content));
    return { ...(await services.datasets.load(folder)).total };
  }
  const history = async (code: string) =>
    (await services.indicators.history(code)).map(
      ({ version, validFrom, breaksSeries, reason, recordedBy }) => ({
        version,
        validFrom,
        breaksSeries,
        reason,
        recordedBy,
      }),
    );
  const FIRST = {
    version: 1,
    validFrom: null,
    breaksSeries: false,
    reason: null,
    recordedBy: 'data-set:oh-my-lot-2020',
  };

  it('are kept once, however often they are loaded', async () => {
    expect(await reload('VISITEURS_STAND', {})).toMatchObject({ created: 0, updated: 0 });
    expect(await history('VISITEURS_STAND')).toEqual([FIRST]);
    expect(await services.indicators.breaks()).toEqual([]);
  });

  it('have no other version for another name', async () => {
    expect(await reload('VISITEURS_STAND', { shortName: 'Au stand' })).toMatchObject({ updated: 1 });
    expect(await history('VISITEURS_STAND')).toEqual([FIRST]);
  });

  it('have another one for another text, which breaks nothing', async () => {
    await reload('VISITEURS_STAND', { definition: 'Personnes reçues au stand.' });
    expect(await history('VISITEURS_STAND')).toMatchObject([FIRST, { version: 2, breaksSeries: false }]);
    expect(await services.indicators.breaks()).toEqual([]);
  });

  it('break the series when something else is counted, on the day that the data set says', async () => {
    const change = { validFrom: '2021-01-01', breaksSeries: true, reason: 'Comptage par cellule' };
    await reload('VUES_RESEAUX', { unit: 'impression', change });
    expect(await history('VUES_RESEAUX')).toMatchObject([FIRST, { version: 2, ...change }]);
    expect(await services.indicators.byCode('VUES_RESEAUX')).toMatchObject({
      version: 2,
      validFrom: '2021-01-01',
      unit: 'impression',
    });
    expect(await services.indicators.breaks()).toEqual([
      { indicator: 'VUES_RESEAUX', from: '2021-01-01', version: 2, reason: 'Comptage par cellule' },
    ]);
    expect(await reload('VUES_RESEAUX', {})).toMatchObject({ created: 0, updated: 0 });
    expect(await history('VUES_RESEAUX')).toHaveLength(2);
  });

  it('never have other decimals once there are figures', async () => {
    await expect(reload('SETS_DE_TABLE', { decimals: 2 })).rejects.toMatchObject({
      code: 'invalid_dataset',
      issues: [{ path: 'indicators.4.decimals', code: 'measured_indicator' }],
    });
    expect(await services.indicators.byCode('SETS_DE_TABLE')).toMatchObject({ decimals: 0 });
  });
});
