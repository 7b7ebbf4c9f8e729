import type { DataSource, EntityManager } from 'typeorm';

/** What the rest of Copil knows of an engine: where to read, how to run one write transaction, how to stop. */
export interface DatabaseConnections {
  readonly engine: 'sqlite' | 'postgres';
  /** Sees committed rows only. */
  readonly reader: DataSource;
  /** The same, from where writes go: a replica may be late by a moment. */
  readonly primary: DataSource;
  /** One serial write transaction: committed when `work` resolves, rolled back when it rejects. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /**
   * Inside a transaction: work that is undone alone when it rejects. Rejects when the transaction itself is gone. Null
   * where one write is one transaction.
   */
  readonly apart: (<T>(work: () => Promise<T>) => Promise<PromiseSettledResult<T>>) | null;
  /** Inside a transaction: from its commit on, the data bears another version. */
  bumpDataVersion(manager: EntityManager): Promise<void>;
  /** Stands for what `reader` and `primary` show now: two texts that are equal say that nothing was written between. */
  dataVersion(): Promise<string>;
  close(): Promise<void>;
}

/** Every entity class of the features, given by the application: the platform knows none of them. */
export type EntityClasses = (new () => object)[];
