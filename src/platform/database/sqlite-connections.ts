import type BetterSqlite3 from 'better-sqlite3';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { SnakeNaming } from './columns.js';
import { Checkpoints } from './checkpoints.js';
import type { DatabaseConnections, EntityClasses } from './connections.js';
import { bumpDataVersion, READ_DATA_VERSION } from './data-version.js';
import { errorCode } from '../../kernel/error-code.js';

/** better-sqlite3 waits synchronously for locks: keep each wait short and come back later instead. */
const BUSY_TIMEOUT_MS = 50;
const LOCK_PATIENCE_MS = 30_000;

/**
 * A writer and a reader on one WAL file. The writer's transactions begin IMMEDIATE, so that two processes (the server
 * and a command) queue for the lock instead of failing half-way with a stale snapshot.
 */
export class SqliteConnections implements DatabaseConnections {
  readonly engine = 'sqlite';

  private readonly bump: BetterSqlite3.Statement;
  private readonly version: BetterSqlite3.Statement;
  private readonly checkpoints: Checkpoints;

  private constructor(
    private readonly writer: DataSource,
    private readonly handle: BetterSqlite3.Database,
    readonly reader: DataSource,
    readingHandle: BetterSqlite3.Database,
  ) {
    this.checkpoints = new Checkpoints(handle);
    this.bump = handle.prepare(bumpDataVersion(this.engine));
    this.version = readingHandle.prepare(READ_DATA_VERSION).pluck();
  }

  /** One file: its reader sees every commit at once. */
  get primary(): DataSource {
    return this.reader;
  }

  static async open(file: string, entities: EntityClasses): Promise<SqliteConnections> {
    let handle: BetterSqlite3.Database | undefined;
    let readingHandle: BetterSqlite3.Database | undefined;
    const common = {
      type: 'better-sqlite3',
      database: file,
      entities,
      namingStrategy: new SnakeNaming(),
    } as const;
    const writer = new DataSource({
      ...common,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
      prepareDatabase: (database: BetterSqlite3.Database) => {
        applyPragmas(database);
        handle = database;
      },
    });
    await writer.initialize();
    assertPragmas(opened(handle));
    // Transactions are this class's own: TypeORM must neither begin one inside save() nor believe none is open.
    const runner = writer.createQueryRunner();
    Object.assign(runner, { isTransactionActive: true });
    const reader = new DataSource({
      ...common,
      readonly: true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MS,
      prepareDatabase: (database: BetterSqlite3.Database) => {
        readingHandle = database;
      },
    });
    await reader.initialize();
    return new SqliteConnections(writer, opened(handle), reader, opened(readingHandle));
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    await this.begin();
    try {
      const result = await work(this.writer.createQueryRunner().manager);
      this.handle.exec('COMMIT');
      this.checkpoints.afterCommit();
      return result;
    } catch (error) {
      if (this.handle.inTransaction) this.handle.exec('ROLLBACK');
      throw explain(error);
    }
  }

  readonly apart = async <T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> => {
    this.handle.exec('SAVEPOINT apart');
    try {
      const value = await work();
      this.handle.exec('RELEASE apart');
      return { status: 'fulfilled', value };
    } catch (error) {
      // A full disk may take the whole transaction away, with what came before.
      if (!this.handle.inTransaction) throw error;
      this.handle.exec('ROLLBACK TO apart; RELEASE apart');
      return { status: 'rejected', reason: explain(error) };
    }
  };

  /** Once for every write of one measurement: without TypeORM's machinery. */
  async bumpDataVersion(): Promise<void> {
    this.bump.run();
  }

  /** Once for every page: a prepared statement answers in microseconds. */
  async dataVersion(): Promise<string> {
    return String(this.version.get());
  }

  async close(): Promise<void> {
    await this.checkpoints.stop();
    await this.reader.destroy();
    this.handle.pragma('wal_checkpoint(TRUNCATE)');
    await this.writer.destroy();
  }

  private async begin(): Promise<void> {
    for (let waited = 0; ;) {
      try {
        this.handle.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error)) throw explain(error);
        if (waited >= LOCK_PATIENCE_MS) {
          throw new DomainError(
            'database_busy',
            'La base est occupée par une autre commande depuis 30 secondes. Réessayez dans un instant.',
            503,
          );
        }
      }
      const pause = 5 + Math.min(waited / 10, 100);
      await sleep(pause);
      waited += pause + BUSY_TIMEOUT_MS;
    }
  }
}

function opened(handle: BetterSqlite3.Database | undefined): BetterSqlite3.Database {
  if (handle === undefined) throw new Error('TypeORM opened no SQLite database.');
  return handle;
}

/** FULL makes an acknowledged row survive a power cut; better-sqlite3 would default to NORMAL in WAL. */
export function applyPragmas(database: BetterSqlite3.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

/** Reads the settings back: a network disk or another build may have refused them without a word. */
function assertPragmas(database: BetterSqlite3.Database): void {
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
  for (const [name, value] of Object.entries(expected)) {
    const found = database.pragma(name, { simple: true });
    if (found !== value) {
      throw new DomainError(
        'database_settings',
        `SQLite a refusé le réglage ${name} (trouvé « ${String(found)} », attendu « ${value} »). ` +
          'Placez la base sur un disque local, pas sur un partage réseau.',
        500,
      );
    }
  }
}

function isBusy(error: unknown): boolean {
  return errorCode(error).startsWith('SQLITE_BUSY');
}

function explain(error: unknown): unknown {
  if (errorCode(error).startsWith('SQLITE_FULL')) {
    return new DomainError(
      'disk_full',
      'Le disque est plein : rien n’a été enregistré. Libérez de la place, puis recommencez.',
      507,
    );
  }
  return error;
}
