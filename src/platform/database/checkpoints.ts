import type BetterSqlite3 from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { WorkerThread } from '../threads/worker-thread.js';

/** Pages of the journal that are worth a copy to the main file: 16 MB. Each copy waits for the disk twice. */
const WORTH_COPYING = 4_000;
/** Where a thread copies and is late, or broke, the commit that goes beyond copies the rest itself: 64 MB. */
const TOO_MANY = 16_000;
const COPY_MS = 60_000;

/** In compiled code the thread's program stands beside this file; run from TypeScript sources, there is none to start. */
const PROGRAM = new URL('./checkpoint-worker.js', import.meta.url);

interface Journal {
  log: number;
  checkpointed: number;
}

/**
 * Copies a journal to its database in a thread of its own. SQLite would do it in the commit that makes the journal long,
 * and a server that waits twice for the disk to take tens of megabytes answers nobody meanwhile.
 */
export class Checkpoints {
  private readonly thread: WorkerThread<string, string> | null;
  private readonly journal: BetterSqlite3.Statement<[], Journal>;
  private copying: Promise<void> | null = null;

  constructor(
    private readonly writer: BetterSqlite3.Database,
    program: URL = PROGRAM,
  ) {
    this.thread = existsSync(program) ? new WorkerThread(program, 32) : null;
    writer.pragma(`wal_autocheckpoint = ${this.thread === null ? WORTH_COPYING : TOO_MANY}`);
    this.journal = writer.prepare('PRAGMA wal_checkpoint(NOOP)');
  }

  /** Call it after a commit: starts a copy when one is worth it and none is under way. */
  afterCommit(): void {
    if (this.thread === null || this.copying !== null) return;
    const { log = 0, checkpointed = 0 } = this.journal.get() ?? {};
    if (log - checkpointed < WORTH_COPYING) return;
    this.copying = this.thread.ask(this.writer.name, COPY_MS).then(
      () => this.end(),
      () => this.end(),
    );
  }

  async stop(): Promise<void> {
    await this.copying;
    await this.thread?.stop();
  }

  private end(): void {
    this.copying = null;
  }
}
