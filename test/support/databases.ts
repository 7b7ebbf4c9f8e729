import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
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
 * The same with today's tables: a copy of the database that this run migrated once. Migrating a new one for each test took
 * most of the suite's time.
 */
export const migratedDatabase = (engine: Engine): Promise<ScratchDatabase> =>
  copiedDatabase(engine, 'migrated', ({ location }) => migrate(location));

/**
 * A copy of a database that is prepared once a run, whatever the workers.
 * @param name what it was prepared for, in lower case letters
 * @param prepare fills it and leaves no connection open
 */
export async function copiedDatabase(
  engine: Engine,
  name: string,
  prepare: (database: ScratchDatabase) => Promise<unknown>,
): Promise<ScratchDatabase> {
  const key = `${engine} ${name}`;
  const template = templates.get(key) ?? makeTemplate(engine, name, prepare);
  templates.set(key, template);
  if (engine === 'postgres') return newDatabase(engine, await template);
  const database = await newDatabase(engine, null);
  if (database.location.engine === 'sqlite') copyFileSync(await template, database.location.file);
  return database;
}

const templates = new Map<string, Promise<string>>();

/** Any constant: the workers of a run wait for the one that makes their template. */
const TEMPLATE_LOCK = 20_201_218;

/** Removed by `drop-scratch.mjs` once every test has run. @returns a file of SQLite, or the name of a PostgreSQL database. */
function makeTemplate(
  engine: Engine,
  kind: string,
  prepare: (database: ScratchDatabase) => Promise<unknown>,
): Promise<string> {
  const name = `${runName()}_template_${kind}`;
  return engine === 'sqlite' ? sqliteTemplate(name, prepare) : postgresTemplate(name, prepare);
}

function runName(): string {
  const run = process.env.COPIL_TEST_RUN;
  if (run === undefined) throw new Error('COPIL_TEST_RUN is not set.');
  return run;
}

async function sqliteTemplate(
  name: string,
  prepare: (database: ScratchDatabase) => Promise<unknown>,
): Promise<string> {
  const file = join(tmpdir(), `${name}.sqlite`);
  if (existsSync(file)) return file;
  const database = await newDatabase('sqlite', null);
  await prepare(database);
  if (database.location.engine !== 'sqlite') throw new Error('Not SQLite.');
  // Two workers may come here at once: each file is complete, and the last one named stays.
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  copyFileSync(database.location.file, unfinished);
  renameSync(unfinished, file);
  await database.remove();
  return file;
}

async function postgresTemplate(
  name: string,
  prepare: (database: ScratchDatabase) => Promise<unknown>,
): Promise<string> {
  const server = requirePostgres();
  if (server === null) throw new Error('TEST_DATABASE_URL is not set.');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      // Named when it is complete: a worker that is stopped half-way leaves nothing to copy.
      const unfinished = `${name}_${randomBytes(4).toString('hex')}`;
      await client.query(`CREATE DATABASE ${unfinished}`);
      const folder = mkdtempSync(join(tmpdir(), 'copil-test-'));
      const location = { engine: 'postgres', url: urlOf(server, unfinished), readUrl: null } as const;
      await prepare({ location, folder, remove: async () => undefined });
      rmSync(folder, { recursive: true, force: true });
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
  const name = `${runName()}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}${copied === null ? '' : ` TEMPLATE ${copied}`}`);
  return {
    location: { engine, url: urlOf(server, name), readUrl: null },
    folder,
    remove: async () => {
      removeFolder();
      useless.push(name);
      if (useless.length >= DROPPED_AT_ONCE) await dropUseless(server);
    },
  };
}

/** Dropping one makes the server write all that it holds: several at once share that, and the last go with the run. */
const DROPPED_AT_ONCE = 8;
const useless: string[] = [];

async function dropUseless(server: string): Promise<void> {
  await Promise.all(useless.splice(0).map((name) => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)));
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
