import { slug } from '../../kernel/french-text.rules.js';
import type { RejectedCell } from '../import.types.js';
import type { InterpretationContext, Observation } from '../interpretation.types.js';
import type { Cell, ReadFile, TableRow } from '../reading/reading.types.js';
import type { StandardRow } from '../standard/row-cells.rules.js';
import { readHeader, type StandardColumn } from '../standard/standard-columns.rules.js';
import {
  readRow,
  type IndicatorScale,
  type RowContext,
  type RowReading,
} from '../standard/standard-row.rules.js';
import { blocksOf } from './blocks.rules.js';
import { Findings } from './findings.rules.js';
import { cellText } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';

/** Reads a file of the standard columns, whatever its separator, its encoding or its kind. */
export function readStandardTable(
  file: ReadFile,
  profile: ImportProfile,
  context: InterpretationContext,
): Findings {
  const findings = new Findings();
  const { blocks } = blocksOf(file, profile);
  const rows = rowContextOf(context);
  for (const block of blocks) {
    const header = readHeader(block.header.cells.map(cellText), block.header.line);
    if (header.kind !== 'columns') {
      if (header.kind === 'refused') findings.reject(...header.rejected);
      continue;
    }
    const { columns } = header;
    for (const row of block.rows) {
      findings.rowsRead += 1;
      const wrong = file.kind === 'csv' ? wrongCount(row, columns) : null;
      if (wrong !== null) findings.reject(wrong);
      else takeReading(readRow(standardRow(row, columns, context), row.line, rows), row.line, findings);
    }
  }
  findings.dateForm = findings.observations.length + findings.targets.length > 0 ? 'iso' : null;
  return findings;
}

/** What every row of a file is read with. */
export function rowContextOf({ programme, scales }: InterpretationContext): RowContext {
  const bySlug = new Map<string, IndicatorScale>(scales.map((scale) => [slug(scale.code), scale]));
  return {
    programme: programme ?? '',
    codes: scales.map(({ code }) => code),
    indicator: (code) => (code.length > 200 ? null : (bySlug.get(slug(code)) ?? null)),
  };
}

/** A cell as the standard file writes it. Three digits after the comma would be a doubt: typed numbers have none. */
export const standardText = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? decimalText(String(cell)) : (cell ?? '');

/** `12.345` of a program is no « 12 345 ». */
export function decimalText(text: string): string {
  const match = /^(-?\d+)\.(\d+)$/.exec(text);
  if (match === null) return text;
  const [, whole = '', fraction = ''] = match;
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

function standardRow(
  { cells }: TableRow,
  columns: readonly (StandardColumn | null)[],
  { programme }: InterpretationContext,
): StandardRow {
  const row = new Map<StandardColumn, string>();
  for (const [index, column] of columns.entries()) {
    if (column === null || (column === 'code_programme' && programme === null)) continue;
    row.set(column, standardText(cells[index]));
  }
  return row;
}

function wrongCount(
  { line, cells }: TableRow,
  columns: readonly (StandardColumn | null)[],
): RejectedCell | null {
  const beyond = cells.slice(columns.length).some((cell) => cellText(cell) !== '');
  if (!beyond && cells.length >= columns.filter((column) => column !== null).length) return null;
  const message = `Cette ligne a ${cells.length} cellules pour ${columns.length} colonnes : vérifiez ses séparateurs et ses guillemets.`;
  return { line, column: '', code: 'wrong_column_count', message };
}

/** Keeps what reading a row of measurements gave. */
export function takeReading(reading: RowReading, line: number, findings: Findings): void {
  switch (reading.kind) {
    case 'left_out':
      findings.leaveOut(reading.reason);
      break;
    case 'rejected':
      findings.reject(...reading.rejected);
      for (const question of reading.questions) findings.ask(question);
      break;
    case 'target':
      findings.targets.push({ line, definition: reading.definition });
      break;
    case 'measurement':
      findings.observations.push(observationOf(reading, line));
  }
}

function observationOf(
  { input, scale, quantity }: RowReading & { kind: 'measurement' },
  line: number,
): Observation {
  return {
    line,
    item: null,
    indicator: scale.code,
    campaign: input.campaign ?? null,
    territory: input.territory ?? null,
    channel: input.channel ?? null,
    organisation: input.organisation ?? null,
    periodStart: input.periodStart,
    periodEnd: input.periodEnd,
    quantity,
    absence: input.absence ?? null,
    note: input.note ?? null,
    ...(input.status === undefined ? {} : { status: input.status }),
    ...(input.source === undefined ? {} : { source: input.source }),
  };
}
