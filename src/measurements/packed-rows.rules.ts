import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import { isoOf } from '../kernel/calendar.rules.js';
import type { Precision } from '../kernel/period.types.js';
import type { BatchItem } from './measurement-batch.types.js';
import type { GivenContent } from './measurement-content.rules.js';
import type { Part } from './measurement-part.rules.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { IndicatorTerm, MeasurementContent, MeasurementStatus } from './measurement.types.js';
import { cellAt } from './packed-cells.rules.js';
import { SAYABLE, type CellName, type PackedMeasurements } from './packed-measurements.types.js';

/** Opens the blocks of one file, which repeat the same days. */
export class BlockOpener {
  private readonly days = new Map<number, string>();

  open(packed: PackedMeasurements): PackedRows {
    return new PackedRows(packed, this);
  }

  day(number: number): string {
    const known = this.days.get(number);
    if (known !== undefined) return known;
    const day = isoOf(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
    this.days.set(number, day);
    return day;
  }
}

/** The measurements of a block, by their places from 0. */
export class PackedRows {
  readonly count: number;

  constructor(
    private readonly packed: PackedMeasurements,
    private readonly file: BlockOpener,
  ) {
    this.count = packed.order.length;
  }

  get isPlain(): boolean {
    return this.packed.isPlain;
  }

  /** The places of all, in the order of the index of slices. */
  get order(): Uint32Array {
    return this.packed.order;
  }

  line(place: number): number {
    return this.cell(place, 'line');
  }

  part(place: number): Part {
    return this.cell(place, 'part') as Part;
  }

  key(place: number): MeasurementKey {
    return {
      indicatorId: this.cell(place, 'indicatorId'),
      campaignId: this.cell(place, 'campaignId') || null,
      territoryId: this.cell(place, 'territoryId') || null,
      channel: this.text(place, 'channel'),
      organisationId: this.cell(place, 'organisationId') || null,
      periodStart: this.file.day(this.cell(place, 'periodStart')),
      periodEnd: this.file.day(this.cell(place, 'periodEnd')),
    };
  }

  /** What it says when nothing is stored under its key. */
  content(place: number): MeasurementContent {
    return {
      value: numberOrNull(this.cell(place, 'value')),
      valueMax: numberOrNull(this.cell(place, 'valueMax')),
      qualifier: this.text<Qualifier>(place, 'qualifier'),
      absence: this.text<Absence>(place, 'absence'),
      status: this.word<MeasurementStatus>(place, 'status'),
      marking: this.word<Marking>(place, 'marking'),
      precision: this.word<Precision>(place, 'precision'),
      source: this.text(place, 'source'),
      note: this.text(place, 'note'),
      internalNote: this.text(place, 'internalNote'),
    };
  }

  /** The checked inputs that those at these places were made of. @param indicators by identifier */
  items(from: number, to: number, indicators: ReadonlyMap<number, IndicatorTerm>): BatchItem[] {
    const items: BatchItem[] = [];
    for (let place = from; place < to; place += 1) {
      const key = this.key(place);
      const indicator = indicators.get(key.indicatorId);
      if (indicator === undefined)
        throw new Error(`Indicator ${key.indicatorId} went away while it was used.`);
      const checked = { key, naturalKey: naturalKey(key), indicator, content: this.given(place) };
      items.push({ line: this.line(place), checked });
    }
    return items;
  }

  /** The key of the measurement of a line; null when it has none. */
  keyOfLine(line: number): MeasurementKey | null {
    let [from, to] = [0, this.count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.line(middle) < line) from = middle + 1;
      else to = middle;
    }
    return this.line(from) === line ? this.key(from) : null;
  }

  private given(place: number): GivenContent {
    const content: GivenContent = this.content(place);
    const said = this.cell(place, 'said');
    for (const [bit, member] of SAYABLE.entries()) if ((said & (1 << bit)) === 0) content[member] = undefined;
    return content;
  }

  private cell(place: number, name: CellName): number {
    return cellAt(this.packed.cells, place, name);
  }

  private text<Text extends string>(place: number, name: CellName): Text | null {
    return (this.packed.texts[this.cell(place, name)] as Text | undefined) ?? null;
  }

  /** A text that every measurement has. */
  private word<Word extends string>(place: number, name: CellName): Word {
    return this.packed.texts[this.cell(place, name)] as Word;
  }
}

const numberOrNull = (cell: number): number | null => (Number.isNaN(cell) ? null : cell);
