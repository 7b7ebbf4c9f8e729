import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

const NOW = '2020-12-17T09:00:00Z';

/** `code, nature, decimals, subset of` */
const INDICATORS: [string, string, number, string | null][] = [
  ['VISITEURS_STAND', 'attendance', 0, null],
  ['VISITEURS_PROJET_MOBILITE', 'attendance', 0, 'VISITEURS_STAND'],
  ['VUES_RESEAUX', 'flow', 0, null],
  ['SPOTS_PARTAGES', 'flow', 0, null],
  ['SETS_DE_TABLE', 'flow', 0, null],
  ['AMBASSADEURS', 'stock', 0, null],
  ['CTX_SOUHAIT_RURAL', 'context', 0, null],
  ['CTX_POPULATION_CONFINEMENT', 'context', 0, null],
  ['COUT', 'flow', 2, null],
];
const CAMPAIGNS = ['OP-2020-SALON-PARIS', 'OP-2020-PRODUCTEURS', 'OP-2020-SPOTS'];

/** The words that tests of measurements use: a programme, indicators, campaigns, territories, channels, bodies. */
export async function insertVocabulary(unitOfWork: UnitOfWork): Promise<void> {
  await unitOfWork.write(async (manager) => {
    const text = (value: string | null): string =>
      value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`;
    await manager.query(
      `INSERT INTO programmes (id, code, name, tagline, purpose, carried_by, territory_code, visibility, links, source_statement)
       VALUES (1, 'OML', 'Oh my Lot !', '', '', '', 'LOT', 'public', '[]', '')`,
    );
    await manager.query(
      `INSERT INTO exercices (year, state, questioned_list_is_partial, updated_at) VALUES (2020, 'open', false, '${NOW}')`,
    );
    for (const [index, [code, nature, decimals, parent]] of INDICATORS.entries()) {
      await manager.query(
        `INSERT INTO indicators (code, position, name, short_name, label_one, label_other, elision, unit, symbol, decimals, signed,
           nature, aggregation_time, aggregation_territory, aggregation_channel, direction, chain_level, key_figure,
           overlapping, carries_last_value, subset_of_id, updated_at)
         VALUES (${text(code)}, ${index + 1}, ${text(code)}, ${text(code)}, 'chose', 'choses', false, 'chose', ${text(nature === 'context' ? '%' : null)}, ${decimals},
           false, '${nature}', 'sum', 'sum', 'sum', 'up', 'output', true, false, false,
           (SELECT id FROM indicators WHERE code = ${text(parent)}), '${NOW}')`,
      );
    }
    for (const [index, code] of CAMPAIGNS.entries()) {
      await manager.query(
        `INSERT INTO campaigns (code, year, position, name, short_name, status, precision, open_end, facts, channels, updated_at)
         VALUES (${text(code)}, 2020, ${index + 1}, ${text(code)}, ${text(code)}, 'completed', 'year', false, '[]', '[]', '${NOW}')`,
      );
    }
    for (const code of ['GRAND-CAHORS', 'GRAND-FIGEAC']) {
      await manager.query(
        `INSERT INTO territories (code, level, name) VALUES (${text(code)}, 'epci', ${text(code)})`,
      );
    }
    for (const code of ['facebook', 'linkedin']) {
      await manager.query(`INSERT INTO channels (code, label) VALUES (${text(code)}, ${text(code)})`);
    }
    await manager.query(`INSERT INTO organisations (code, kind) VALUES ('CCI46', 'organisme')`);
  });
}
