import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DatabaseLocation } from '../../src/platform/config/configuration.js';
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
export async function scratchDatabase(engine: Engine): Promise<ScratchDatabase> {
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
  await runOn(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    location: { engine, url: url.toString(), readUrl: null },
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
