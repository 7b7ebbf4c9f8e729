import { BYTE_ORDER_MARK, csvCell } from '../kernel/spreadsheet-text.rules.js';
import type { FigureAnswer } from './figure-answer.rules.js';

type Cell = string | number | null | undefined;

const COLUMNS: Record<string, (figure: FigureAnswer) => Cell> = {
  indicator: ({ indicator }) => indicator,
  campaign: ({ campaign }) => campaign,
  year: ({ year }) => year,
  at: ({ at }) => at,
  value: ({ value }) => value,
  value_max: ({ valueMax }) => valueMax,
  qualifier: ({ qualifier }) => qualifier,
  lower: ({ lower }) => lower,
  upper: ({ upper }) => upper,
  text: ({ text }) => text,
  marking: ({ marking }) => marking,
  empty: ({ empty }) => empty,
  absence: ({ absence }) => absence,
  given: ({ partial }) => partial?.given,
  expected: ({ partial }) => partial?.expected,
  target: ({ target }) => target?.value,
  attainment: ({ attainment }) => (attainment && 'value' in attainment ? attainment.value : null),
  assessment: ({ assessment }) => assessment,
  measurements: ({ provenance }) => provenance.measurements,
};

/** Figures in codes, one a line: plain numbers with a point, nothing that a spreadsheet would run. */
export function figuresCsv(figures: readonly FigureAnswer[]): string[] {
  const line = (cells: Cell[]): string => `${cells.map(cellOf).join(';')}\r\n`;
  return [
    BYTE_ORDER_MARK + line(Object.keys(COLUMNS)),
    ...figures.map((figure) => line(Object.values(COLUMNS).map((column) => column(figure)))),
  ];
}

/** Numbers of figures have at most four decimals and sixteen digits: they are written in full. */
const cellOf = (cell: Cell): string => (typeof cell === 'string' ? csvCell(cell) : String(cell ?? ''));
