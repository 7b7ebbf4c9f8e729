import { refuseCell, refuseColumns, refuseDamaged, refuseRows } from '../reading-refusals.rules.js';
import type { Cell, ReadingLimits, TableRow } from '../reading.types.js';
import { columnAfter, columnOf, rowOf } from './cell-references.rules.js';
import { cellValue, type WorkbookParts, type WrittenCell } from './cell-values.rules.js';
import type { PartReader } from './xml-part.js';

/** Rows that all the sheets of a workbook may still have. */
export interface RowBudget {
  rows: number;
}

/** Takes the rows of one sheet as its XML passes. Cells without anything, however styled, count for nothing. */
export class SheetReader implements PartReader {
  readonly rows: TableRow[] = [];
  private inData = false;
  private row = 0;
  private cells: Cell[] | null = null;
  private column = -1;
  private cell: WrittenCell | null = null;
  private into: 'value' | 'inline' | null = null;
  private isPhonetic = false;

  constructor(
    private readonly parts: WorkbookParts,
    private readonly limits: ReadingLimits,
    private readonly budget: RowBudget,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'sheetData') this.inData = true;
    if (!this.inData) return;
    if (name === 'row') this.openRow(attributes.get('r'));
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'rPh') this.isPhonetic = true;
    else if (this.cell === null) return;
    else if (name === 'v') this.into = 'value';
    else if (name === 't' && !this.isPhonetic) this.into = 'inline';
  }

  text(text: string): void {
    if (this.into === null || this.cell === null) return;
    this.cell[this.into] += text;
    if (this.cell[this.into].length > this.limits.cellCharacters) refuseCell(this.limits, this.row);
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    else if (name === 'v' || name === 't') this.into = null;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(written: string | undefined): void {
    if (this.cells !== null) refuseDamaged('une ligne y commence dans une autre', this.row);
    this.row = rowOf(written, this.row);
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    if (this.cells === null || this.cell !== null)
      refuseDamaged('une cellule n’y est dans aucune ligne', this.row || 1);
    const reference = attributes.get('r');
    const column =
      reference === undefined ? columnAfter(this.column, this.row) : columnOf(reference, this.row);
    if (column <= this.column) refuseDamaged('ses cellules ne se suivent pas', this.row);
    this.column = column;
    this.cell = { type: attributes.get('t') ?? 'n', style: attributes.get('s'), value: '', inline: '' };
  }

  private closeCell(): void {
    if (this.cell === null || this.cells === null) return;
    const value = cellValue(this.cell, this.parts);
    this.cell = null;
    if (value === '') return;
    if (this.column >= this.limits.columns) refuseColumns(this.limits, this.row);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(value);
  }

  private closeRow(): void {
    const cells = this.cells ?? [];
    this.cells = null;
    if (cells.every((cell) => typeof cell === 'string' && cell.trim() === '')) return;
    if (--this.budget.rows < 0) refuseRows(this.limits, this.row);
    this.rows.push({ line: this.row, cells });
  }
}
