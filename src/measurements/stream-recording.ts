import { MOST_REJECTIONS_TOLD, type ReadItems } from './ingest-batch.js';
import type { MeasurementInput, MeasurementsReport, RejectedMeasurement } from './measurement.types.js';

/** Lines that wait for the rest of the file at one time. */
const MOST_ASIDE = 2_000;
const EXCEEDS = 'subset_exceeds_total';

/** Records what is right of these inputs, and tells what is not. */
export type RecordChunk = (inputs: MeasurementInput[], lines: number[]) => Promise<MeasurementsReport>;

interface Line {
  input: MeasurementInput;
  line: number;
}

/**
 * The report of a long body, as its chunks pass. A « dont » above its total may only be early: its new total may stand
 * further on in the body. It waits, with every later line of its key, and is tried again once all the rest is recorded.
 */
export class StreamRecording {
  private readonly counts = { created: 0, updated: 0, unchanged: 0 };
  private readonly rejected: RejectedMeasurement[] = [];
  private rejectedLines = 0;
  private aside: Line[] = [];
  private readonly asideKeys = new Set<string>();

  constructor(private readonly record: RecordChunk) {}

  /** Nothing more of what is refused will be told. */
  get hasToldEnough(): boolean {
    return this.rejected.length >= MOST_REJECTIONS_TOLD;
  }

  /** Takes in the next lines of the body. */
  async take({ inputs, lines, rejected }: ReadItems): Promise<void> {
    this.refuse(rejected);
    const chunk = this.withoutThoseAside(inputs, lines);
    const report = await this.record(chunk.inputs, chunk.lines);
    this.count(report);
    const early = new Set(report.rejected.filter(({ code }) => code === EXCEEDS).map(({ line }) => line));
    this.refuse(report.rejected.filter(({ code }) => code !== EXCEEDS));
    for (const [index, line] of chunk.lines.entries()) {
      const input = chunk.inputs[index];
      if (input !== undefined && early.has(line)) this.putAside({ input, line });
    }
    if (this.aside.length >= MOST_ASIDE) await this.settle();
  }

  /** What became of the whole. */
  async end(): Promise<MeasurementsReport> {
    await this.settle();
    const rejected = this.rejected.toSorted((one, other) => one.line - other.line);
    const more = this.rejectedLines > rejected.length ? { rejectedCount: this.rejectedLines } : {};
    return { ...this.counts, rejected, ...more };
  }

  private async settle(): Promise<void> {
    if (this.aside.length === 0) return;
    const waiting = this.aside;
    this.aside = [];
    this.asideKeys.clear();
    const report = await this.record(
      waiting.map(({ input }) => input),
      waiting.map(({ line }) => line),
    );
    this.count(report);
    this.refuse(report.rejected);
  }

  private withoutThoseAside(
    inputs: MeasurementInput[],
    lines: number[],
  ): { inputs: MeasurementInput[]; lines: number[] } {
    if (this.asideKeys.size === 0) return { inputs, lines };
    const kept: { inputs: MeasurementInput[]; lines: number[] } = { inputs: [], lines: [] };
    for (const [index, input] of inputs.entries()) {
      const line = lines[index] ?? 0;
      if (this.asideKeys.has(keyOf(input))) this.putAside({ input, line });
      else {
        kept.inputs.push(input);
        kept.lines.push(line);
      }
    }
    return kept;
  }

  private putAside(one: Line): void {
    this.aside.push(one);
    this.asideKeys.add(keyOf(one.input));
  }

  private count({ created, updated, unchanged }: MeasurementsReport): void {
    this.counts.created += created;
    this.counts.updated += updated;
    this.counts.unchanged += unchanged;
  }

  private refuse(rejected: readonly RejectedMeasurement[]): void {
    this.rejectedLines += rejected.length;
    this.rejected.push(...rejected.slice(0, MOST_REJECTIONS_TOLD - this.rejected.length));
  }
}

/** The parts of a key as they are written, but for their case. */
function keyOf(input: MeasurementInput): string {
  const { indicator, campaign, territory, channel, organisation, periodStart, periodEnd } = input;
  return [indicator, campaign, territory, channel, organisation, periodStart, periodEnd]
    .map((part) => (part ?? '').toUpperCase())
    .join('|');
}
