import { AsyncResource } from 'node:async_hooks';
import { setImmediate as nextRound } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { DatabaseConnections } from './connections.js';

/** How long a shared transaction takes more writes in, and how many: whoever came first waits for the last. */
const JOINING_MS = 10;
const MOST_TOGETHER = 32;

/** What a write answers, and whether it changed the data. */
export interface Written<T> {
  value: T;
  changesData: boolean;
}

/** A write that was asked for, until whoever asked is told. */
interface Turn {
  isShared: boolean;
  work(manager: EntityManager): Promise<Written<unknown>>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/**
 * Writes one after the other, in the order they were asked for. Those that share follow each other in one transaction,
 * so that the disk is waited for once: each is undone alone when it fails, and none is told before all are committed.
 */
export class WriteQueue {
  private readonly turns: Turn[] = [];
  private draining: Promise<void> | null = null;

  constructor(
    private readonly connections: Pick<DatabaseConnections, 'transaction' | 'apart' | 'bumpDataVersion'>,
  ) {}

  add<T>(work: (manager: EntityManager) => Promise<Written<T>>, isShared: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.turns.push({
        isShared,
        // In the surroundings of whoever asked: the journal tells who acts, not whose turn came before.
        work: AsyncResource.bind(work),
        resolve: (value) => resolve(value as T),
        reject,
      });
      this.draining ??= this.drain();
    });
  }

  /** Resolves when every write asked for so far has ended. */
  async idle(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    for (let first = this.turns.shift(); first !== undefined; first = this.turns.shift()) {
      await this.commit(first);
    }
    this.draining = null;
  }

  /** One transaction, of a turn and of those that may join it. */
  private async commit(first: Turn): Promise<void> {
    const begun = [first];
    try {
      const tell = await this.connections.transaction((manager) => this.run(first, begun, manager));
      for (const one of tell) one();
    } catch (error) {
      for (const turn of begun) turn.reject(error);
    }
  }

  /** @returns how to tell each turn what became of it, once everything is committed */
  private async run(first: Turn, begun: Turn[], manager: EntityManager): Promise<(() => void)[]> {
    const { value, changesData } = await first.work(manager);
    const tell = [(): void => first.resolve(value)];
    let isChanged = changesData;
    const { apart } = this.connections;
    if (first.isShared && apart !== null) {
      for await (const turn of this.joining(begun)) {
        const outcome = await apart(() => turn.work(manager));
        if (outcome.status === 'rejected') tell.push(() => turn.reject(outcome.reason));
        else {
          tell.push(() => turn.resolve(outcome.value.value));
          isChanged ||= outcome.value.changesData;
        }
      }
    }
    if (isChanged) await this.connections.bumpDataVersion(manager);
    return tell;
  }

  /** The turns that wait, or come meanwhile, up to the first that wants a transaction of its own. */
  private async *joining(begun: Turn[]): AsyncGenerator<Turn> {
    const limit = performance.now() + JOINING_MS;
    for (;;) {
      // Requests that came together are read one after the other: those not read yet have their turn, too.
      if (this.turns.length === 0) await nextRound();
      const [next] = this.turns;
      if (!next?.isShared || begun.length >= MOST_TOGETHER || performance.now() > limit) return;
      this.turns.shift();
      begun.push(next);
      yield next;
    }
  }
}
