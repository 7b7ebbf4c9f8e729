import { DataSource, type EntityManager } from 'typeorm';
import { SnakeNaming } from './columns.js';
import type { DatabaseConnections, EntityClasses } from './connections.js';
import { bumpDataVersion, READ_DATA_VERSION } from './data-version.js';

/** Any constant will do: all writers of one database take the same lock, so they never lose each other's updates. */
const WRITER_LOCK = 20_201_216;

/** One pool; write transactions take an advisory lock, which gives PostgreSQL the same serial writes as SQLite. */
export class PostgresConnections implements DatabaseConnections {
  readonly engine = 'postgres';
  /** The server waits for its disk while the next write is read: sharing would gain little. */
  readonly apart = null;

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

  async bumpDataVersion(manager: EntityManager): Promise<void> {
    await manager.query(bumpDataVersion(this.engine));
  }

  /** A replica has the version of its own rows, the later ones being on their way; who may come in is the primary's. */
  async dataVersion(): Promise<string> {
    const sources = this.reader === this.primary ? [this.primary] : [this.primary, this.reader];
    const versions = await Promise.all(
      sources.map(async (source) => {
        const [row]: { number: string }[] = await source.query(READ_DATA_VERSION);
        return row?.number;
      }),
    );
    return versions.join(' ');
  }

  async close(): Promise<void> {
    if (this.reader !== this.primary) await this.reader.destroy();
    await this.primary.destroy();
  }
}
