import BetterSqlite3 from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../kernel/error-code.js';

/**
 * An exclusive hold on a side file, released by the operating system however the process ends (`kill -9` included).
 * The file itself may stay behind: it means nothing without the lock.
 */
export class FileLock {
  private constructor(private readonly database: BetterSqlite3.Database) {}

  /** @returns the lock, or null when another process holds it. */
  static acquire(file: string): FileLock | null {
    const database = new BetterSqlite3(file, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
      return new FileLock(database);
    } catch (error) {
      database.close();
      if (errorCode(error).startsWith('SQLITE_BUSY')) return null;
      throw error;
    }
  }

  /** Waits for the lock, at most `patienceMs`. */
  static async wait(file: string, patienceMs: number): Promise<FileLock | null> {
    for (let waited = 0; ; waited += 100) {
      const lock = FileLock.acquire(file);
      if (lock || waited >= patienceMs) return lock;
      await sleep(100);
    }
  }

  release(): void {
    this.database.exec('ROLLBACK');
    this.database.close();
  }
}
