import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseLocation } from '../../src/platform/config/configuration.js';
import { migrate } from '../../src/platform/database/migrator.js';
import { requirePostgres } from './requirements.js';

export type Engine = DatabaseLocation['engine'];

/** The engines that this machine can test: SQLite always, PostgreSQL where TEST_DATABASE_URL says. */
export const ENGINES: Engine[] = requirePostgres() === null ? ['sqlite'] : ['sqlite', 'postgres'];

export interface ScratchDatabase {
  location: DatabaseLocation;
  /** A folder of its own, for data and reports. */
  folder: string;
  remove(): Promise<void>;
}

/** An empty database of its own, removed at the end. */
export const scratchDatabase = (engine: Engine): Promise<ScratchDatabase> => newDatabase(engine, null);

/**
 * The same with today's tables. PostgreSQL copies the database that this run migrated once: migrating a new one for
 * each test took most of the suite's time.
 */
export async function migratedDatabase(engine: Engine): Promise<ScratchDatabase> {
  if (engine === 'sqlite') {
    const database = await newDatabase(engine, null);
    await migrate(database.location);
    return database;
  }
  template ??= makeTemplate();
  return newDatabase(engine, await template);
}

let template: Promise<string> | null = null;

/** Any constant: the workers of a run wait for the one that makes their template. */
const TEMPLATE_LOCK = 20_201_218;

/** Dropped by `drop-template.mjs` once every test has run. @returns its name. */
async function makeTemplate(): Promise<string> {
  const [server, name] = [requirePostgres(), process.env.COPIL_TEST_TEMPLATE];
  if (server === null || name === undefined) throw new Error('TEST_DATABASE_URL is not set.');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      // Named when it is complete: a worker that is stopped half-way leaves nothing to copy.
      const unfinished = `${name}_${randomBytes(4).toString('hex')}`;
      await client.query(`CREATE DATABASE ${unfinished}`);
      await migrate({ engine: 'postgres', url: urlOf(server, unfinished), readUrl: null });
      await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function newDatabase(engine: Engine, copied: string | null): Promise<ScratchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'copil-test-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  if (engine === 'sqlite') {
    return {
      location: { engine, file: join(folder, 'copil.sqlite') },
      folder,
      remove: async () => removeFolder(),
    };
  }
  const server = requirePostgres();
  if (server === null) throw new Error('TEST_DATABASE_URL is not set.');
  const name = `copil_test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${name}${copied === null ? '' : ` TEMPLATE ${copied}`}`);
  return {
    location: { engine, url: urlOf(server, name), readUrl: null },
    folder,
    remove: async () => {
      await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
      removeFolder();
    },
  };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
