import type { Marking, Qualifier } from '../../../kernel/figure.types.js';
import type { MeasurementStatus } from '../../../measurements/measurement.types.js';
import type { Observation } from '../../interpretation.types.js';

/** Observations as one block of numbers, which a thread hands over without any copy, and the texts that they point at. */
export interface PackedObservations {
  /** As many cells for each observation as it has members. */
  cells: Float64Array<ArrayBuffer>;
  /** Those that no earlier piece of the file has told, in the order of their numbers. */
  newTexts: string[];
}

const TEXTS = [
  'item',
  'indicator',
  'campaign',
  'territory',
  'channel',
  'organisation',
  'periodStart',
  'periodEnd',
  'absence',
  'note',
  'status',
  'source',
  'marking',
] as const;
/** The line, the value, its upper bound and its qualifier come first. */
const NUMBERS = 4;
const WIDTH = NUMBERS + TEXTS.length;
const PLACES = Object.fromEntries(TEXTS.map((member, index) => [member, NUMBERS + index])) as Record<
  (typeof TEXTS)[number],
  number
>;
const NULL = -1;
const UNSAID = -2;

/** Packs the observations of one file, piece by piece. */
export class ObservationPacker {
  private readonly numbers = new Map<string, number>();

  /** The next piece. */
  pack(observations: readonly Observation[]): PackedObservations {
    const cells = new Float64Array(observations.length * WIDTH);
    const newTexts: string[] = [];
    let at = 0;
    for (const one of observations) {
      const { line, quantity } = one;
      cells[at] = line;
      cells[at + 1] = quantity?.value ?? 0;
      cells[at + 2] = quantity?.valueMax ?? Number.NaN;
      cells[at + 3] = this.numberOf(quantity?.qualifier ?? null, newTexts);
      for (const [index, member] of TEXTS.entries())
        cells[at + NUMBERS + index] = this.numberOf(one[member], newTexts);
      at += WIDTH;
    }
    return { cells, newTexts };
  }

  private numberOf(text: string | null | undefined, newTexts: string[]): number {
    if (text === undefined) return UNSAID;
    if (text === null) return NULL;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    newTexts.push(text);
    return number;
  }
}

/** Unpacks the observations of one file: a text that a thousand of them say is held once. */
export class ObservationUnpacker {
  private readonly texts: string[] = [];

  /** The next piece, in the order in which they were packed. */
  unpack({ cells, newTexts }: PackedObservations): Observation[] {
    for (const text of newTexts) this.texts.push(text);
    const observations: Observation[] = [];
    for (let at = 0; at < cells.length; at += WIDTH) observations.push(this.observation(cells, at));
    return observations;
  }

  private observation(cells: Float64Array, at: number): Observation {
    const text = <Text extends string>(member: (typeof TEXTS)[number]): Text | null =>
      this.textAt<Text>(cells[at + PLACES[member]]);
    const valueMax = cells[at + 2] ?? Number.NaN;
    const qualifier = this.textAt<Qualifier>(cells[at + 3]);
    const one: Observation = {
      line: cells[at] ?? 0,
      item: text('item'),
      indicator: text('indicator') ?? '',
      campaign: text('campaign'),
      territory: text('territory'),
      channel: text('channel'),
      organisation: text('organisation'),
      periodStart: text('periodStart') ?? '',
      periodEnd: text('periodEnd') ?? '',
      quantity:
        qualifier === null
          ? null
          : { value: cells[at + 1] ?? 0, valueMax: Number.isNaN(valueMax) ? null : valueMax, qualifier },
      absence: text('absence'),
      note: text('note'),
    };
    const isSaid = (member: (typeof TEXTS)[number]): boolean => cells[at + PLACES[member]] !== UNSAID;
    if (isSaid('status')) one.status = text<MeasurementStatus>('status') ?? undefined;
    if (isSaid('source')) one.source = text('source');
    if (isSaid('marking')) one.marking = text<Marking>('marking') ?? undefined;
    return one;
  }

  private textAt<Text extends string>(number = NULL): Text | null {
    return (this.texts[number] as Text | undefined) ?? null;
  }
}
