import { INSTALLATION, interpreted } from '../../../test/support/read-files.js';
import type { Cell, ReadFile } from '../reading/reading.types.js';

const MEMBERS = ['indicator', 'periodStart', 'periodEnd', 'value', 'qualifier', 'absence', 'marking', 'note'];
const json = (...rows: Cell[][]): ReadFile => ({
  kind: 'ndjson',
  encoding: 'utf-8',
  separator: null,
  entry: null,
  tables: [{ name: null, rows: [MEMBERS, ...rows].map((cells, line) => ({ line, cells })) }],
});
const month = ['2020-01-01', '2020-01-31'];
const scales = [
  ...INSTALLATION.scales,
  { code: 'PRIX', decimals: 3, symbol: null, isContext: false, adds: true },
];

describe('Measurements as the API writes them', () => {
  it('say the same in a file', () => {
    const said = interpreted(
      json(
        ['visiteurs_stand', ...month, 450, 'more_than', '', 'provisional', 'dont 150'],
        ['VISITEURS_STAND', ...month, '', '', 'not_available'],
        ['PRIX', ...month, '12.345'],
        ['PRIX', ...month, 12.345],
      ),
      { scales },
    );
    expect(said.profile?.id).toBe('mesures-json');
    expect(said.rejected).toEqual([]);
    expect(said.observations).toMatchObject([
      {
        line: 1,
        indicator: 'VISITEURS_STAND',
        quantity: { value: 450, qualifier: 'more_than' },
        marking: 'provisional',
        note: 'dont 150',
      },
      { line: 2, absence: 'not_available' },
      { line: 3, quantity: { value: 12_345 } },
      { line: 4, quantity: { value: 12_345 } },
    ]);
  });

  it('are refused by the names of their members', () => {
    const said = interpreted(json(['INCONNU', ...month, 1], ['VISITEURS_STAND', ...month, 1, 'beaucoup']));
    expect(said.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 'indicator', 'unknown_indicator'],
      [2, 'qualifier', 'unknown_word'],
    ]);
  });
});
