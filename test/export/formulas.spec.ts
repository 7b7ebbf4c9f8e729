import { measurementLine, standardFile } from '../../src/exports/standard-file.rules.js';
import type { StandardLine } from '../../src/exports/standard-line.types.js';
import { FORMULAS } from './formulas.js';

/** Every member of a line that is a text somebody wrote. */
const TEXTS = ['indicator', 'campaign', 'territory', 'channel', 'organisation', 'source', 'note'] as const;

const line = (over: Partial<StandardLine>): StandardLine =>
  measurementLine(
    {
      indicator: 'COUT',
      campaign: 'OP',
      territory: 'D46',
      channel: 'facebook',
      organisation: 'CCI46',
      periodStart: '2020-01-01',
      periodEnd: '2020-01-31',
      quantity: { value: -500, valueMax: null, qualifier: 'exact' },
      absence: null,
      status: 'validated',
      source: 'Stand',
      note: 'Rien',
      ...over,
    },
    { decimals: 2, nature: 'flow' },
  );

/** Cells as a spreadsheet cuts them. */
function cellsOf(file: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, bare = ''] of file
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(?:;|\r\n)/g)) {
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
  }
  return cells;
}

/** What spreadsheets run, whatever blanks stand before; a number is none. */
const runs = (cell: string): boolean =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell) && !/^-?\d+(,\d+)?$/.test(cell);

describe('texts that a spreadsheet would run', () => {
  it('are more than sixty, each told apart', () => {
    expect(new Set(FORMULAS).size).toBeGreaterThanOrEqual(60);
    expect(FORMULAS.filter(runs).length).toBeGreaterThan(50);
  });

  it.each(TEXTS)('are none in the column of the %s', (member) => {
    for (const formula of FORMULAS) {
      const cells = cellsOf(standardFile('OML', [line({ [member]: formula })]));
      expect(cells).toHaveLength(32);
      expect(cells.filter(runs)).toEqual([]);
    }
  });

  it('are none as the code of the programme', () => {
    for (const formula of FORMULAS)
      expect(cellsOf(standardFile(formula, [line({})])).filter(runs)).toEqual([]);
  });

  it('are no reason to spoil a number: -5 stays -5', () => {
    expect(cellsOf(standardFile('OML', [line({})])).slice(16)).toEqual([
      'OML',
      'OP',
      'COUT',
      '2020-01-01',
      '2020-01-31',
      'realise',
      '-5',
      'exact',
      'valide',
      'Stand',
      'Rien',
      'D46',
      'facebook',
      'CCI46',
      '',
      '',
    ]);
  });
});
