import type { LongWork } from '../../kernel/long-work.rules.js';

/** Work may go on for so long: pages that are asked meanwhile wait for it. */
const SPELL_MS = 8;

/** Lets the server answer others before the next piece of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** When the present turn of the event loop began to work for long; null when nobody has, since the last one. */
let spell: number | null = null;

function spellStart(): number {
  if (spell === null) {
    spell = performance.now();
    setImmediate(() => (spell = null));
  }
  return spell;
}

/**
 * Work of several steps that only gives way once it has gone on for a while: what is short waits for nobody. Works that
 * follow each other in one turn of the event loop count together: several short ones would be a long one.
 */
export class Pace {
  constructor() {
    spellStart();
  }

  /** Call it between two steps. */
  async breathe(): Promise<void> {
    if (performance.now() - spellStart() < SPELL_MS) return;
    await breathe();
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
