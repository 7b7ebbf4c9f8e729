import { measurementLine, standardFile } from '../../src/exports/standard-file.rules.js';
import type { StandardLine } from '../../src/exports/standard-line.types.js';
import { buffer } from 'node:stream/consumers';
import { figureSheet } from '../../src/exports/figure-sheet.rules.js';
import { indicatorsCsv, indicatorSheet } from '../../src/exports/indicator-columns.rules.js';
import { standardSheet } from '../../src/exports/standard-sheet.rules.js';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import { rearmText } from '../../src/kernel/spreadsheet-text.rules.js';
import type { Sheet } from '../../src/platform/spreadsheets/spreadsheet.types.js';
import { xlsxStream } from '../../src/platform/spreadsheets/xlsx-writer.js';
import { bilan2020 } from '../support/bilan-2020.fixture.js';
import { indicatorOf } from '../support/domain-builders.js';
import { cellsOf as sheetCells, partsOf } from '../support/opened-workbook.js';
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

const [FIGURE] = bilan2020().figures;
if (FIGURE === undefined) throw new Error('no figure of 2020');
const INDICATOR = indicatorOf(FIGURE, { code: 'COUT', symbol: '€', decimals: 2, validFrom: '2020-01-01' });
const INDICATOR_TEXTS = [
  'code',
  'name',
  'unit',
  'symbol',
  'definition',
  'method',
  'producer',
  'note',
  'subsetOf',
] as const;

/** The sheet as a spreadsheet opens it, with which of its styles keep a text a text when it is edited. */
async function opened(sheet: Sheet) {
  const parts = await partsOf(await buffer(xlsxStream({ title: 'T', author: 'A', sheets: [sheet] })));
  const quoted = [...(parts.get('xl/styles.xml') ?? '').matchAll(/<xf [^>]*>/g)]
    .slice(1)
    .map(([xf]) => xf.includes('quotePrefix="1"'));
  const { cells, elements } = sheetCells(parts.get('xl/worksheets/sheet1.xml') ?? '');
  return { cells: cells.map((cell) => ({ ...cell, isQuoted: quoted[cell.style] ?? false })), elements };
}
async function* pages(lines: StandardLine[]): AsyncGenerator<StandardLine[]> {
  yield lines;
}
const scales = new Map([['COUT', INDICATOR]]);

describe('the same texts in a workbook', () => {
  it.each(TEXTS)('are texts of the column of the %s, read again as they were', async (member) => {
    const { cells, elements } = await opened(
      standardSheet('OML', pages(FORMULAS.map((formula) => line({ [member]: formula }))), scales),
    );
    expect(elements.has('f')).toBe(false);
    const found = cells.filter(
      ({ type, value }) => type === 'inlineStr' && FORMULAS.includes(rearmText(value)),
    );
    expect(found.map(({ value }) => rearmText(value))).toEqual(FORMULAS);
    expect(found.filter(({ value, isQuoted }) => runs(value) && !isQuoted)).toEqual([]);
  });

  it('leave numbers numbers and days days', async () => {
    const { cells } = await opened(standardSheet('OML', pages([line({})]), scales));
    const written = new Map(cells.map(({ place, type, value }) => [place, [type, value]]));
    expect([written.get('G2'), written.get('D2'), written.get('E2')]).toEqual([
      [null, '-5'],
      [null, '43831'],
      [null, '43861'],
    ]);
  });

  it.each(INDICATOR_TEXTS)('are texts as the %s of an indicator', async (member) => {
    const told = FORMULAS.map((formula) => ({ ...INDICATOR, [member]: formula }));
    const { cells, elements } = await opened(indicatorSheet(told));
    expect(elements.has('f')).toBe(false);
    expect(cells.filter(({ value, type }) => runs(value) && type !== 'inlineStr')).toEqual([]);
    expect(cells.filter(({ value, isQuoted }) => runs(value) && !isQuoted)).toEqual([]);
    expect(cellsOf(indicatorsCsv(told).join('')).filter(runs)).toEqual([]);
  });

  it('are texts of the sheet of figures', async () => {
    const figures = FORMULAS.map((formula) => ({
      indicator: 'COUT',
      campaign: formula,
      year: 2020,
      at: '2020-12-31',
      text: formula,
      value: -5,
      qualifier: 'more_than',
      lower: -5,
      upper: null,
      marking: 'final',
      absence: 'not_communicated',
      note: formula,
      assessmentText: formula,
      target: { value: -10.5 },
      attainment: { value: 47.6, lower: null, upper: null, text: '' },
      provenance: { measurements: 1, sources: [formula], lastUpdate: null },
    })) as unknown as FigureAnswer[];
    const { cells, elements } = await opened(figureSheet(figures, scales));
    expect(elements.has('f')).toBe(false);
    expect(
      cells.filter(({ value, type, isQuoted }) => type === 'inlineStr' && runs(value) && !isQuoted),
    ).toEqual([]);
    const numbers = cells.filter(({ place }) => /^(?:F|M|N)2$/.test(place));
    expect(numbers.map(({ type, value }) => [type, value])).toEqual([
      [null, '-5'],
      [null, '-10.5'],
      [null, '47.6'],
    ]);
  });
});
