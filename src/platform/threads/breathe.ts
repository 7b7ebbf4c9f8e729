import type { LongWork } from '../../kernel/long-work.rules.js';

/** Work may go on for so long: pages that are asked meanwhile wait for it. */
const SPELL_MS = 8;

/** Lets the server answer others before the next piece of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work of several steps that only gives way once it has gone on for a while: what is short waits for nobody. */
export class Pace {
  private since = performance.now();

  /** Call it between two steps. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < SPELL_MS) return;
    await breathe();
    this.since = performance.now();
  }
}

/** Does a long work, and lets the server answer others wherever it may stop. */
export async function inPieces<T>(work: LongWork<T>): Promise<T> {
  const pace = new Pace();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pace.breathe();
  }
}
