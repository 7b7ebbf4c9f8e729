import type { RichText, TableBlock, TableCell } from '../document.types.js';
import type { TextMeasures } from '../text/fonts.js';
import { widestWord } from '../text/line-breaking.js';
import { COLORS, STYLES, type TextStyle } from '../theme.js';

export const CELL_PADDING = { x: 5, y: 5.5 };
/** Before the name of a « dont ». */
export const INDENT = 10;
export const DENSE_PADDING = { x: 5, y: 2.5 };

/** One column may take at most this share of the table to keep its longest word whole. */
const LARGEST_SHARE = 0.4;

/** How a cell is written: what is measured is what is drawn. */
export function cellStyle(cell: TableCell, header: boolean): TextStyle {
  const { bold, muted } = typeof cell === 'string' ? {} : cell;
  return {
    ...STYLES.tableCell,
    font: bold ? 'bold' : header ? 'semibold' : 'text',
    color: muted ? COLORS.inkSoft : COLORS.ink,
  };
}

export function cellText(cell: TableCell): RichText {
  return typeof cell === 'string' ? cell : cell.text;
}

/**
 * Widths in points. They follow the shares asked for, except that a column too narrow for its longest word (« plus de
 * 13 000 » holds no breaking space) takes what it lacks from the others.
 */
export function columnWidths(table: TableBlock, width: number, measures: TextMeasures): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const shares = table.columns.map((column) =>
    total > 0 ? (column.width / total) * width : width / table.columns.length,
  );
  const needs = table.columns.map((column, index) => {
    const words = table.rows.map((row) => {
      const cell = row[index] ?? '';
      const indent = typeof cell !== 'string' && cell.indent === true ? INDENT : 0;
      return widestWord(cellText(cell), cellStyle(cell, index === 0), measures) + indent;
    });
    const widest = Math.max(widestWord(column.label, STYLES.tableHead, measures), ...words);
    return Math.min(widest + 2 * CELL_PADDING.x + 0.5, width * LARGEST_SHARE);
  });
  return settle(shares, needs, width);
}

/** Gives each column its need first, and the rest of the width by shares of what is above the needs. */
function settle(shares: number[], needs: number[], width: number): number[] {
  const lacking = shares.map((share, index) => Math.max(0, (needs[index] ?? 0) - share));
  const spare = shares.map((share, index) => Math.max(0, share - (needs[index] ?? 0)));
  const lack = sum(lacking);
  if (lack === 0) return shares;
  const available = sum(spare);
  const given = Math.min(1, available / lack);
  const taken = available > 0 ? Math.min(1, lack / available) : 0;
  const widths = shares.map(
    (share, index) => share + (lacking[index] ?? 0) * given - (spare[index] ?? 0) * taken,
  );
  const correction = width / sum(widths);
  return widths.map((value) => value * correction);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
