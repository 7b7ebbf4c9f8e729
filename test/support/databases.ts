import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseLocation } from '../../src/platform/config/configuration.js';
import type { DatabaseConnections, EntityClasses } from '../../src/platform/database/connections.js';
import { migrate } from '../../src/platform/database/migrator.js';
import { PostgresConnections } from '../../src/platform/database/postgres-connections.js';
import { SqliteConnections } from '../../src/platform/database/sqlite-connections.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

/** A migrated, empty database of one engine, erased by `close`. */
export interface TestDatabase {
  location: DatabaseLocation;
  unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

type Open = (entities: EntityClasses) => Promise<TestDatabase>;

/** The engines to test on: SQLite always, PostgreSQL when TEST_DATABASE_URL says where. */
export const ENGINES: [string, Open][] = [['SQLite', openSqlite]];
if (process.env['TEST_DATABASE_URL']) ENGINES.push(['PostgreSQL', openPostgres]);

async function openSqlite(entities: EntityClasses): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'copil-test-'));
  const location: DatabaseLocation = { engine: 'sqlite', file: join(folder, 'copil.sqlite') };
  await migrate(location);
  const connections = await SqliteConnections.open(location.file, entities);
  return opened(location, connections, () => rm(folder, { recursive: true }));
}

async function openPostgres(entities: EntityClasses): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `copil_test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const location: DatabaseLocation = { engine: 'postgres', url: url.href, readUrl: null };
  await migrate(location);
  const connections = await PostgresConnections.open(location.url, entities, null);
  return opened(location, connections, () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`));
}

function opened(
  location: DatabaseLocation,
  connections: DatabaseConnections,
  erase: () => Promise<void>,
): TestDatabase {
  const unitOfWork = new UnitOfWork(connections);
  const close = async (): Promise<void> => {
    await unitOfWork.idle();
    await connections.close();
    await erase();
  };
  return { location, unitOfWork, close };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
