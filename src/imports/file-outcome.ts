import type { Quantity } from '../kernel/figure.types.js';
import type {
  MeasurementContent,
  MeasurementsReport,
  PartsUnderTotal,
  RecordedVersion,
} from '../measurements/measurement.types.js';
import type { CreatedMeasurements, ToldVersion } from '../measurements/packed-measurements.service.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { WrittenRanges } from './batches/written-ranges.js';
import { FileTotals } from './file-totals.js';
import { changeOf, type InputOfLine } from './import-change.rules.js';
import type {
  ImportChange,
  ImportQuestion,
  ImportReport,
  ImportTotal,
  RejectedCell,
} from './import.types.js';
import { MOST_QUESTIONS, MOST_REJECTIONS } from './standard/rejections.rules.js';
import type { IndicatorScale } from './standard/standard-row.rules.js';
import { waitsForAnswer } from './waiting-questions.rules.js';
import { underTotalQuestion } from './under-total.rules.js';

const MOST_CHANGES = 500;

/** What is known of a file before its rows. */
export type FileIdentity = Pick<
  ImportReport,
  | 'file'
  | 'sha256'
  | 'profile'
  | 'profileName'
  | 'encoding'
  | 'separator'
  | 'entry'
  | 'dateForm'
  | 'personalColumns'
  | 'ignoredColumns'
>;

/** What becomes of one file, as its rows pass. */
export class FileOutcome {
  rowsRead = 0;
  readonly creates: ImportReport['creates'] = [];
  sameAsBatch: number | null = null;
  conflicts = 0;
  private readonly leftOut = new Map<string, number>();
  private counts = { created: 0, updated: 0, unchanged: 0 };
  private readonly rejected: RejectedCell[] = [];
  private readonly questions: ImportQuestion[] = [];
  private readonly changes: ImportChange[] = [];
  private readonly under = new Map<number, PartsUnderTotal>();
  private readonly totals = new FileTotals();
  private readonly more: ImportTotal[] = [];
  /** The versions that were written for it. */
  readonly written = new WrittenRanges();

  constructor(
    private identity: FileIdentity,
    private readonly scaleOf: (code: string) => Pick<IndicatorScale, 'decimals' | 'symbol'> | null,
  ) {}

  get file(): string {
    return this.identity.file;
  }

  /** Its columns bear the names of the standard file: a refusal may name them. */
  get hasStandardColumns(): boolean {
    return this.identity.profile === 'standard-v1';
  }

  /** Something of the file is wrong: nothing of it may be kept. */
  get isRefused(): boolean {
    return this.rejected.length > 0;
  }

  /** Somebody must answer before anything of it is kept. */
  get isUndecided(): boolean {
    return this.questions.some(waitsForAnswer);
  }

  changesNothing(): boolean {
    return this.counts.created + this.counts.updated === 0;
  }

  identify(known: Partial<FileIdentity>): void {
    this.identity = { ...this.identity, ...known };
  }

  leaveOut(reason: string, count = 1): void {
    this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + count);
  }

  reject(cells: readonly RejectedCell[]): void {
    this.rejected.push(...cells.slice(0, MOST_REJECTIONS - this.rejected.length));
  }

  ask(questions: readonly ImportQuestion[]): void {
    this.questions.push(...questions.slice(0, MOST_QUESTIONS - this.questions.length));
  }

  total(
    scale: { code: string; decimals: number; adds: boolean },
    periodStart: string,
    periodEnd: string,
    quantity: Quantity,
  ): void {
    this.totals.add(scale, periodStart, periodEnd, quantity);
  }

  /** Totals that were made elsewhere: they are told after those of the rows. */
  totalsToo(totals: readonly ImportTotal[]): void {
    this.more.push(...totals);
  }

  count({ created, updated, unchanged }: MeasurementsReport): void {
    this.counts.created += created;
    this.counts.updated += updated;
    this.counts.unchanged += unchanged;
  }

  countTarget(outcome: StoreOutcome): void {
    this.counts[outcome] += 1;
  }

  /** Takes in what was written. @param toldAt the input that a version says to come from */
  recorded(versions: readonly RecordedVersion[], toldAt: (line: number) => InputOfLine | undefined): void {
    this.written.add(versions);
    this.tell(versions, toldAt);
  }

  /** Takes in new measurements. */
  created({ ids, versions }: CreatedMeasurements, toldAt: (line: number) => InputOfLine | undefined): void {
    this.written.addNew(ids);
    this.tell(versions, toldAt);
  }

  /** A figure that is left as it is until somebody decides. */
  conflict(told: InputOfLine, before: MeasurementContent | null, after: MeasurementContent): void {
    this.conflicts += 1;
    if (this.changes.length < MOST_CHANGES) this.changes.push(changeOf(told, 'conflict', before, after));
  }

  partsUnderTotal(found: readonly PartsUnderTotal[]): void {
    for (const group of found) {
      const known = this.under.get(group.totalId);
      if (known) known.parts += group.parts;
      else this.under.set(group.totalId, { ...group });
    }
  }

  /** Parts that came under declared totals. */
  get underTotals(): readonly PartsUnderTotal[] {
    return [...this.under.values()];
  }

  report(): ImportReport {
    const kept = !this.isRefused;
    const { created, updated, unchanged } = kept ? this.counts : { created: 0, updated: 0, unchanged: 0 };
    const { file, sha256, profile, encoding, profileName, ...rest } = this.identity;
    // What the contract names comes first, in its order.
    return {
      file,
      sha256,
      profile,
      encoding,
      rowsRead: this.rowsRead,
      rowsLeftOut: [...this.leftOut].map(([reason, count]) => ({ reason, count })),
      created,
      updated,
      unchanged,
      rejected: this.rejected.toSorted((one, other) => one.line - other.line),
      totals: [...this.totals.list(), ...this.more],
      questions: [
        ...this.questions,
        ...this.underTotals
          .slice(0, MOST_QUESTIONS)
          .map((group) => underTotalQuestion(group, this.scaleOf(group.indicator))),
      ],
      profileName,
      ...rest,
      creates: this.creates,
      conflicts: this.conflicts,
      changes: this.changes,
      sameAsBatch: this.sameAsBatch,
    };
  }

  private tell(versions: Iterable<ToldVersion>, toldAt: (line: number) => InputOfLine | undefined): void {
    for (const { line, before, after } of versions) {
      if (this.changes.length >= MOST_CHANGES) break;
      const told = toldAt(line);
      if (told !== undefined)
        this.changes.push(changeOf(told, before === null ? 'new' : 'replaced', before, after));
    }
  }
}
