import type { Readable } from 'node:stream';
import type { SpooledBody } from './spooled-body.js';
import { interrupted, silent, tooLarge } from './upload-refusals.js';

/** Reads a source to its end; stops as soon as it is silent, too long or cut. */
export function takeIn(
  source: Readable,
  body: SpooledBody,
  limits: { bytes: number; idleMs: number; totalMs: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timers = [
      setTimeout(() => end(silent()), limits.idleMs),
      setTimeout(() => end(silent()), limits.totalMs),
    ];
    const take = (piece: Buffer): void => {
      timers[0]?.refresh();
      if (body.bytes + piece.length > limits.bytes) return end(tooLarge());
      const kept = body.add(piece);
      if (kept === null) return;
      source.pause();
      // The source may tell its end before its last piece is kept.
      keeping = kept.then(() => {
        timers[0]?.refresh();
        source.resume();
      });
      keeping.catch(end);
    };
    let keeping = Promise.resolve();
    let isWhole = false;
    const finish = (): void => {
      isWhole = true;
      keeping.then(() => end(null), end);
    };
    const fail = (): void => (isWhole ? undefined : end(interrupted()));
    const listeners = [
      ['data', take],
      ['end', finish],
      ['error', fail],
      ['close', fail],
    ] as const;
    let isOver = false;
    const end = (error: unknown): void => {
      if (isOver) return;
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      for (const [event, listener] of listeners) source.off(event, listener);
      // A connection that breaks now is nobody's business any more.
      source.on('error', () => undefined);
      if (error === null) resolve();
      else reject(error as Error);
    };
    for (const [event, listener] of listeners) source.on(event, listener);
    if (source.destroyed && !source.readableEnded) fail();
  });
}
