import type { QueryRunner } from 'typeorm';
import { ENTITIES } from '../../src/app.entities.js';
import { IndicatorVersionEntity } from '../../src/indicators/indicator.entity.js';
import { IndicatorVersions1606200000008 } from '../../src/platform/database/migrations/common/0008-indicator-versions.js';
import { ENGINES } from '../support/databases.js';
import { openDatabase, type OpenedDatabase } from '../support/opened-database.js';
import { insertVocabulary } from '../support/vocabulary.js';

describe.each(ENGINES)('indicators that were there before versions were kept, on %s', (engine) => {
  let database: OpenedDatabase;

  beforeAll(async () => {
    database = await openDatabase(engine, ENTITIES);
    const { unitOfWork } = database;
    const migration = new IndicatorVersions1606200000008();
    const runs = (way: 'up' | 'down'): Promise<void> =>
      unitOfWork.write(({ queryRunner }) => migration[way](queryRunner as QueryRunner));
    await runs('down');
    await insertVocabulary(unitOfWork);
    await runs('up');
  });
  afterAll(() => database.close());

  const versions = (): Promise<IndicatorVersionEntity[]> =>
    database.unitOfWork.manager.find(IndicatorVersionEntity, { order: { id: 'ASC' } });

  it('each have a first version, which says what they were', async () => {
    const all = await versions();
    expect(all).toHaveLength(9);
    expect(all[1]).toMatchObject({ version: 1, validFrom: null, breaksSeries: false, recordedBy: 'system' });
    expect(JSON.stringify(all[1]?.content)).toBe(
      '{"unit":"chose","decimals":0,"signed":false,"nature":"attendance","aggregationTime":"sum","aggregationTerritory":"sum","aggregationChannel":"sum","overlapping":false,"exhaustive":false,"carriesLastValue":false,"carryMaxDays":null,"restartsOn":null,"subsetOf":"VISITEURS_STAND","numerator":null,"denominator":null,"factor":1,"definition":null,"method":null}',
    );
  });

  it('never lose it', async () => {
    for (const sql of ['UPDATE indicator_versions SET version = 2', 'DELETE FROM indicator_versions']) {
      await expect(database.unitOfWork.write((manager) => manager.query(sql))).rejects.toThrow('append-only');
    }
    expect(await versions()).toHaveLength(9);
  });
});
