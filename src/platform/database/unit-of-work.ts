import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { DatabaseConnections } from './connections.js';
import { WriteQueue, type Written } from './write-queue.js';

interface Scope {
  manager: EntityManager;
  open: boolean;
  /** Something in it writes what pages and figures are made of. */
  changesData: boolean;
}

/** What a write is about, for whoever keeps what was made of the data. */
export type WriteKind = 'data' | 'bookkeeping';

/**
 * A write that notes what no page for visitors and no figure shows: a token's last use, a session's, a failed sign-in, an
 * entry of the journal. What was made of the data stays good. Forgetting to say so costs time, never truth.
 */
export const BOOKKEEPING: WriteKind = 'bookkeeping';

/**
 * The only way to write. Transactions run one after the other, in the order they were asked for, and everything
 * called inside one (however deep) sees its manager; everything else reads committed rows.
 *
 * TypeORM shares a single SQLite connection between requests: without this queue, ten parallel transactions all
 * fail and rows that were acknowledged disappear (ADR 0003).
 */
export class UnitOfWork {
  private readonly scopes = new AsyncLocalStorage<Scope>();
  private readonly queue: WriteQueue;

  constructor(private readonly connections: DatabaseConnections) {
    this.queue = new WriteQueue(connections);
  }

  /** Runs `work` in one transaction; joins the current one when there is one. Rejections roll everything back. */
  write<T>(work: (manager: EntityManager) => Promise<T>, kind: WriteKind = 'data'): Promise<T> {
    return this.joinOrQueue(work, kind, false);
  }

  /**
   * The same for quick work that many ask for at once: on SQLite its transaction may be that of others beside it. It still
   * fails alone, and still answers once it is on the disk.
   */
  share<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.joinOrQueue(work, 'data', true);
  }

  /** The manager for reading here and now: the transaction's own inside one, committed data elsewhere. */
  get manager(): EntityManager {
    return this.own ?? this.connections.reader.manager;
  }

  /**
   * The same, for what decides who may come in: a session ended, a token or a link revoked must not live on in a replica
   * that is late.
   */
  get primary(): EntityManager {
    return this.own ?? this.connections.primary.manager;
  }

  /**
   * Stands for the committed data that `manager` and `primary` read now. Ask it before reading: what was made of the data
   * of a version is good for as long as it is the answer. Null inside a transaction, which sees its own rows besides.
   */
  dataVersion(): Promise<string | null> {
    return this.own === null ? this.connections.dataVersion() : Promise.resolve(null);
  }

  /** The manager of the transaction under way, or null outside of any. */
  private get own(): EntityManager | null {
    const scope = this.scopes.getStore();
    if (!scope) return null;
    if (!scope.open) throw new Error('A promise outlived its unit of work: something in it was not awaited.');
    return scope.manager;
  }

  /** Resolves when every transaction asked for so far has ended. */
  async idle(): Promise<void> {
    await this.queue.idle();
  }

  /** Waits for what was asked and closes the connections: nothing may be read or written after. */
  async close(): Promise<void> {
    await this.idle();
    await this.connections.close();
    // Node follows a storage through every promise of the process until it is told not to, closed application or not.
    this.scopes.disable();
  }

  private joinOrQueue<T>(
    work: (manager: EntityManager) => Promise<T>,
    kind: WriteKind,
    isShared: boolean,
  ): Promise<T> {
    const scope = this.scopes.getStore();
    if (scope?.open) {
      scope.changesData ||= kind === 'data';
      return work(scope.manager);
    }
    return this.queue.add((manager) => this.inScope(manager, work, kind), isShared);
  }

  private inScope<T>(
    manager: EntityManager,
    work: (manager: EntityManager) => Promise<T>,
    kind: WriteKind,
  ): Promise<Written<T>> {
    const scope: Scope = { manager, open: true, changesData: kind === 'data' };
    return this.scopes.run(scope, async () => {
      const value = await work(manager).finally(() => (scope.open = false));
      return { value, changesData: scope.changesData };
    });
  }
}
