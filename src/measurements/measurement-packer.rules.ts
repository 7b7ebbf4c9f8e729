import type { BatchItem } from './measurement-batch.types.js';
import { nextContent, type GivenContent } from './measurement-content.rules.js';
import { partOf, PARTS } from './measurement-part.rules.js';
import type { CheckedMeasurement, MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent } from './measurement.types.js';
import {
  CELLS,
  SAYABLE,
  WIDTH,
  type PackedMeasurements,
  type PackingRules,
} from './packed-measurements.types.js';
import { cellAt } from './packed-cells.rules.js';
import { PackedTexts } from './packed-texts.rules.js';
import { retirementIssue } from './retired-indicators.rules.js';
import { sealedIssue } from './sealed-exercices.rules.js';
import { compareSlices } from './slice-order.rules.js';

/** The measurements of one slice in the block that is being packed. */
interface PackedSlice {
  key: MeasurementKey;
  places: number[];
}

/** Packs checked measurements of one file, block by block. */
export class MeasurementPacker {
  private cells = new Float64Array(WIDTH * 1_024);
  private texts = new PackedTexts();
  private isPlain = true;
  private slices = new Map<string, PackedSlice>();
  /** Measurements that the next block holds so far. */
  private size = 0;

  constructor(private readonly rules: PackingRules) {}

  /** Characters that its texts have. */
  get characters(): number {
    return this.texts.characters;
  }

  add({ line, checked }: BatchItem): void {
    const { key, content: given } = checked;
    const period = { start: key.periodStart, end: key.periodEnd };
    const content = nextContent(given, period, null, this.rules.defaultStatus);
    const stands = content.status === 'validated' || content.status === 'withdrawn';
    if (!this.standsAlone(checked)) this.isPlain = false;
    const { cells, at } = this.room();
    cells[at + CELLS.line] = line;
    this.addKey(key, cells, at);
    this.addContent(content, cells, at);
    cells[at + CELLS.said] = saidOf(given);
    cells[at + CELLS.part] = stands ? partOf(period, content) : PARTS.none;
    this.addToSlice(checked);
    this.size += 1;
  }

  /** The block so far; the next one begins empty. */
  take(): PackedMeasurements {
    const cells = this.cells.slice(0, this.size * WIDTH);
    const order = this.order();
    const isPlain = this.isPlain && !this.hasTwins();
    const texts = this.texts.list;
    this.texts = new PackedTexts();
    this.slices = new Map();
    [this.size, this.isPlain] = [0, true];
    return { cells, order, texts, isPlain };
  }

  /** Nothing else that is known or comes with it can have it refused. */
  private standsAlone({ indicator, key }: CheckedMeasurement): boolean {
    const { relations, sealed } = this.rules;
    return (
      indicator.subsetOfId === null &&
      !relations.partsOf.has(indicator.id) &&
      retirementIssue(indicator, key.periodStart) === null &&
      (sealed.length === 0 || sealedIssue(key.periodEnd, sealed) === null)
    );
  }

  private room(): { cells: Float64Array; at: number } {
    const at = this.size * WIDTH;
    if (at === this.cells.length) {
      const larger = new Float64Array(2 * at);
      larger.set(this.cells);
      this.cells = larger;
    }
    return { cells: this.cells, at };
  }

  private addKey(key: MeasurementKey, cells: Float64Array, at: number): void {
    cells[at + CELLS.indicatorId] = key.indicatorId;
    cells[at + CELLS.campaignId] = key.campaignId ?? 0;
    cells[at + CELLS.territoryId] = key.territoryId ?? 0;
    cells[at + CELLS.channel] = this.texts.numberOf(key.channel);
    cells[at + CELLS.organisationId] = key.organisationId ?? 0;
    cells[at + CELLS.periodStart] = dayCell(key.periodStart);
    cells[at + CELLS.periodEnd] = dayCell(key.periodEnd);
  }

  private addContent(content: MeasurementContent, cells: Float64Array, at: number): void {
    cells[at + CELLS.value] = content.value ?? Number.NaN;
    cells[at + CELLS.valueMax] = content.valueMax ?? Number.NaN;
    cells[at + CELLS.qualifier] = this.texts.numberOf(content.qualifier);
    cells[at + CELLS.absence] = this.texts.numberOf(content.absence);
    cells[at + CELLS.status] = this.texts.numberOf(content.status);
    cells[at + CELLS.marking] = this.texts.numberOf(content.marking);
    cells[at + CELLS.precision] = this.texts.numberOf(content.precision);
    cells[at + CELLS.source] = this.texts.numberOf(content.source);
    cells[at + CELLS.note] = this.texts.numberOf(content.note);
    cells[at + CELLS.internalNote] = this.texts.numberOf(content.internalNote);
  }

  private addToSlice({ key, naturalKey }: CheckedMeasurement): void {
    // The slice is what the text of a key begins with.
    const name = naturalKey.slice(0, -DAYS);
    const slice = this.slices.get(name);
    if (slice === undefined) this.slices.set(name, { key, places: [this.size] });
    else slice.places.push(this.size);
  }

  /** As `compareKeys` has them: slice after slice, of which there are few, and by days within each. */
  private order(): Uint32Array<ArrayBuffer> {
    const slices = [...this.slices.values()].sort((one, other) => compareSlices(one.key, other.key));
    return Uint32Array.from(
      slices.flatMap(({ places }) =>
        places.sort((one, other) => this.compareDays(one, other) || one - other),
      ),
    );
  }

  private compareDays(one: number, other: number): number {
    const { cells } = this;
    return (
      cellAt(cells, one, 'periodEnd') - cellAt(cells, other, 'periodEnd') ||
      cellAt(cells, one, 'periodStart') - cellAt(cells, other, 'periodStart')
    );
  }

  private hasTwins(): boolean {
    for (const { places } of this.slices.values()) {
      let before = -1;
      for (const place of places) {
        if (before >= 0 && this.compareDays(before, place) === 0) return true;
        before = place;
      }
    }
    return false;
  }
}

/** Characters of the days with which the text of a key ends. */
const DAYS = '2020-12-31|2020-12-31'.length;

/** 2020-12-31 is 20201231: days compare as their numbers do. */
function dayCell(day: string): number {
  let number = 0;
  for (const at of DIGITS) number = 10 * number + day.charCodeAt(at) - 48;
  return number;
}

const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9] as const;

const saidOf = (given: GivenContent): number =>
  SAYABLE.reduce((bits, member, bit) => (given[member] === undefined ? bits : bits | (1 << bit)), 0);
