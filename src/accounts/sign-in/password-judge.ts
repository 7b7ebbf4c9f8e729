import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Strength } from './password-strength.js';

/** Fifty times an ordinary judgement. */
const DEADLINE_MS = 10_000;
const MEMORY_MB = 256;

/** In compiled code the thread's program stands beside this file; run from TypeScript sources, there is none. */
const SCRIPT = new URL('./password-judge.worker.js', import.meta.url);

/** Judges passwords one at a time, in a thread that ends with its answer. */
export class PasswordJudge {
  private last: Promise<unknown> = Promise.resolve();

  /** @returns null when the judgement could not be made in time: a length that is enough must then do. */
  judge(password: string, ownWords: string[]): Promise<Strength | null> {
    const turn = this.last.then(() =>
      existsSync(SCRIPT) ? inThread(password, ownWords) : here(password, ownWords),
    );
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

async function here(password: string, ownWords: string[]): Promise<Strength> {
  const { strengthOf } = await import('./password-strength.js');
  return strengthOf(password, ownWords);
}

function inThread(password: string, ownWords: string[]): Promise<Strength | null> {
  const worker = new Worker(SCRIPT, {
    workerData: { password, ownWords },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), DEADLINE_MS);
    worker.once('message', resolve);
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}
