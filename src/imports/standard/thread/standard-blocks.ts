import { inputCheck, type InputCheck } from '../../../measurements/measurement-checks.rules.js';
import { MeasurementPacker } from '../../../measurements/measurement-packer.rules.js';
import { subsetRelations } from '../../../measurements/measurement-subset.rules.js';
import { FileTotals } from '../../file-totals.js';
import { fileText } from '../../file-text.js';
import type { ImportQuestion, RejectedCell } from '../../import.types.js';
import { rowContext } from '../indicator-scales.rules.js';
import { MOST_QUESTIONS, MOST_REJECTIONS, rejectedCells } from '../rejections.rules.js';
import { readStandardFile, type FileEvent } from '../standard-file.reader.js';
import { readRow, type RowContext, type RowReading } from '../standard-row.rules.js';
import type { FileToCheck, StandardBlock, TargetOfLine } from './standard-reading.types.js';

/** Rows of one block. Twice or four times as many are not written quicker, and take their memory in two threads. */
const ROWS = 10_000;

/** Characters of texts that a block holds: notes may have thousands each. */
const CHARACTERS = 1_000_000;

/** Reads a standard file of any size, and checks all that can be known of a row without what is stored. */
export async function* standardBlocks(file: FileToCheck): AsyncGenerator<StandardBlock> {
  const blocks = new BlockMaker(file);
  for await (const events of readStandardFile(fileText(file.path, file.encoding))) {
    for (const event of events) blocks.take(event);
    if (blocks.isFull) yield blocks.next();
  }
  yield blocks.last();
}

class BlockMaker {
  private readonly context: RowContext;
  private readonly check: InputCheck;
  private readonly packer: MeasurementPacker;
  private readonly totals = new FileTotals();
  private leftOut = new Map<string, number>();
  private rejected: RejectedCell[] = [];
  private questions: ImportQuestion[] = [];
  private targets: TargetOfLine[] = [];
  private isUnknown = false;
  /** Rejections and questions that earlier blocks told. */
  private readonly told = { rejections: 0, questions: 0 };
  /** Those of the next block so far. */
  private rows = 0;

  constructor({ programme, indicators, vocabulary, limits, sealed, defaultStatus }: FileToCheck) {
    this.context = rowContext(programme, indicators);
    this.check = inputCheck(vocabulary, limits);
    const relations = subsetRelations(vocabulary.indicators.values());
    this.packer = new MeasurementPacker({ defaultStatus, relations, sealed });
  }

  get isFull(): boolean {
    return this.rows >= ROWS || this.packer.characters >= CHARACTERS;
  }

  take(event: FileEvent): void {
    switch (event.kind) {
      case 'unknown_profile':
        this.isUnknown = true;
        this.reject([event.rejected]);
        break;
      case 'rejected':
        this.reject(event.rejected);
        break;
      case 'row':
        this.rows += 1;
        this.takeRow(readRow(event.row, event.line, this.context), event.line);
    }
  }

  next(): StandardBlock {
    const { rows: rowsRead, leftOut, rejected, questions, targets, isUnknown } = this;
    this.rows = 0;
    this.leftOut = new Map();
    [this.rejected, this.questions, this.targets] = [[], [], []];
    const measurements = this.packer.take();
    return { rowsRead, leftOut, rejected, questions, targets, isUnknown, measurements, totals: [] };
  }

  last(): StandardBlock {
    return { ...this.next(), totals: this.totals.list() };
  }

  private reject(cells: readonly RejectedCell[]): void {
    const more = cells.slice(0, MOST_REJECTIONS - this.told.rejections);
    this.told.rejections += more.length;
    this.rejected.push(...more);
  }

  private ask(questions: readonly ImportQuestion[]): void {
    const more = questions.slice(0, MOST_QUESTIONS - this.told.questions);
    this.told.questions += more.length;
    this.questions.push(...more);
  }

  private takeRow(reading: RowReading, line: number): void {
    switch (reading.kind) {
      case 'left_out':
        this.leftOut.set(reading.reason, (this.leftOut.get(reading.reason) ?? 0) + 1);
        break;
      case 'rejected':
        this.reject(reading.rejected);
        this.ask(reading.questions);
        if (reading.told !== undefined) {
          const { code, periodStart, periodEnd, quantity } = reading.told;
          this.totals.add({ code, decimals: 0, adds: true }, periodStart, periodEnd, quantity);
        }
        break;
      case 'target':
        this.targets.push({ line, definition: reading.definition });
        break;
      case 'measurement': {
        const { input, scale, quantity } = reading;
        if (quantity !== null) this.totals.add(scale, input.periodStart, input.periodEnd, quantity);
        const found = this.check(input, line);
        if (Array.isArray(found)) this.reject(rejectedCells(found));
        else this.packer.add(found);
      }
    }
  }
}
