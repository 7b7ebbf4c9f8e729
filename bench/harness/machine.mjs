import Database from 'better-sqlite3';
import { cpus, totalmem } from 'node:os';
import pg from 'pg';
import { explain } from './report.mjs';

/** Says what the figures were taken on. @param postgres an address of a PostgreSQL server, or undefined */
export async function explainMachine(postgres) {
  const database = new Database(':memory:');
  const sqlite = database.prepare('SELECT sqlite_version()').pluck().get();
  database.close();
  const facts = [
    `${cpus()[0].model.trim()}, ${cpus().length} cores`,
    `${Math.round(totalmem() / 1e9)} GB`,
    `Node ${process.version}`,
    `SQLite ${String(sqlite)}`,
  ];
  if (postgres !== undefined) {
    const client = new pg.Client({ connectionString: postgres });
    await client.connect();
    const { rows } = await client.query('SHOW server_version');
    await client.end();
    facts.push(`PostgreSQL ${rows[0].server_version}`);
  }
  explain(`machine: ${facts.join('; ')}`);
}
