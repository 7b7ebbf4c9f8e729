import { DataSource, type EntityManager } from 'typeorm';
import { SnakeNaming } from './columns.js';
import type { DatabaseConnections, EntityClasses } from './connections.js';

/** Any constant will do: all writers of one database take the same lock, so they never lose each other's updates. */
const WRITER_LOCK = 20_201_216;

/** One pool; write transactions take an advisory lock, which gives PostgreSQL the same serial writes as SQLite. */
export class PostgresConnections implements DatabaseConnections {
  readonly engine = 'postgres';

  private constructor(
    readonly primary: DataSource,
    readonly reader: DataSource,
  ) {}

  /** @param readUrl an optional replica that answers reads outside transactions. */
  static async open(
    url: string,
    entities: EntityClasses,
    readUrl: string | null,
  ): Promise<PostgresConnections> {
    const connect = (address: string): Promise<DataSource> =>
      new DataSource({
        type: 'postgres',
        url: address,
        entities,
        namingStrategy: new SnakeNaming(),
        extra: { max: 10, connectionTimeoutMillis: 5_000 },
        applicationName: 'copil',
      }).initialize();
    const primary = await connect(url);
    return new PostgresConnections(primary, readUrl ? await connect(readUrl) : primary);
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.primary.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [WRITER_LOCK]);
      return work(manager);
    });
  }

  async close(): Promise<void> {
    if (this.reader !== this.primary) await this.reader.destroy();
    await this.primary.destroy();
  }
}
