import type { DatabaseConnections, EntityClasses } from '../../src/platform/database/connections.js';
import { PostgresConnections } from '../../src/platform/database/postgres-connections.js';
import { SqliteConnections } from '../../src/platform/database/sqlite-connections.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { migratedDatabase, type Engine } from './databases.js';

/** A migrated database with its unit of work, for tests of services without an application around them. */
export interface OpenedDatabase {
  unitOfWork: UnitOfWork;
  /** Closes the connections and erases the database. */
  close(): Promise<void>;
}

export async function openDatabase(engine: Engine, entities: EntityClasses = []): Promise<OpenedDatabase> {
  const { location, remove } = await migratedDatabase(engine);
  const connections: DatabaseConnections =
    location.engine === 'sqlite'
      ? await SqliteConnections.open(location.file, entities)
      : await PostgresConnections.open(location.url, entities, null);
  const unitOfWork = new UnitOfWork(connections);
  const close = async (): Promise<void> => {
    await unitOfWork.close();
    await remove();
  };
  return { unitOfWork, close };
}
