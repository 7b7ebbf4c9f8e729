import type { ImportQuestion, RejectedCell } from '../import.types.js';
import type {
  Interpretation,
  Observation,
  TargetObservation,
  IgnoredColumn,
  IndicatorSketch,
} from '../interpretation.types.js';

/** A file with a million mistakes is told by its first ones. */
const MOST_REJECTIONS = 1_000;
const MOST_QUESTIONS = 100;

/** What reading a file finds, as its rows pass. */
export class Findings {
  rowsRead = 0;
  dateForm: Interpretation['dateForm'] = null;
  readonly observations: Observation[] = [];
  readonly targets: TargetObservation[] = [];
  readonly rejected: RejectedCell[] = [];
  readonly questions: ImportQuestion[] = [];
  readonly ignored: IgnoredColumn[] = [];
  /** Of indicators that the file itself describes. */
  readonly sketches: IndicatorSketch[] = [];
  private readonly left = new Map<string, number>();

  leaveOut(reason: string, count = 1): void {
    if (count > 0) this.left.set(reason, (this.left.get(reason) ?? 0) + count);
  }

  reject(...cells: RejectedCell[]): void {
    this.rejected.push(...cells.slice(0, MOST_REJECTIONS - this.rejected.length));
  }

  /** Asks what was not asked yet: one question of a kind for a file, except where they are of one cell. */
  ask(question: ImportQuestion): void {
    const isAsked = this.questions.some(
      ({ code, answer }) =>
        code === question.code && question.answer !== undefined && answer?.name === question.answer.name,
    );
    if (!isAsked && this.questions.length < MOST_QUESTIONS) this.questions.push(question);
  }

  ignore(column: string, reason: string): void {
    if (!this.ignored.some((known) => known.column === column)) this.ignored.push({ column, reason });
  }

  get rowsLeftOut(): { reason: string; count: number }[] {
    return [...this.left].map(([reason, count]) => ({ reason, count }));
  }
}
