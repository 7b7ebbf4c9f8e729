import type { CellId } from './cell.types.js';

/** One cell that went from a text to another. */
export interface CellChange extends CellId {
  before: string;
  after: string;
}

/** Further back than anybody goes. */
const MOST_STEPS = 500;

/** What was changed, step by step: a paste is one step. What is undone may be redone until something else is typed. */
export class History {
  private readonly past: (readonly CellChange[])[] = [];
  private future: (readonly CellChange[])[] = [];

  /** Remembers one step. */
  record(changes: readonly CellChange[]): void {
    const real = changes.filter(({ before, after }) => before !== after);
    if (real.length === 0) return;
    this.past.push(real);
    if (this.past.length > MOST_STEPS) this.past.shift();
    this.future = [];
  }

  /** The changes that take the last step back, to be made in this order; none when nothing is left. */
  undo(): CellChange[] {
    const step = this.past.pop();
    if (step === undefined) return [];
    this.future.push(step);
    return [...step].reverse().map((change) => ({ ...change, before: change.after, after: change.before }));
  }

  /** The changes that make the last undone step again. */
  redo(): CellChange[] {
    const step = this.future.pop();
    if (step === undefined) return [];
    this.past.push(step);
    return [...step];
  }
}
