import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

type Row = Record<string, unknown>;

/** What reading may note: when somebody was last seen, when a token last served, how often a shared page was opened. */
const NOTED_BY_READING: Readonly<Record<string, readonly string[]>> = {
  sessions: ['last_seen_at'],
  api_tokens: ['last_used_at'],
  share_links: ['openings', 'last_opened_at'],
  coupons: ['openings', 'last_opened_at'],
};

/** Names of all the tables of a database. */
export async function tableNames(manager: EntityManager): Promise<string[]> {
  const isSqlite = manager.connection.options.type === 'better-sqlite3';
  const rows: { name: string }[] = await manager.query(
    isSqlite
      ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table, as text. */
export async function databaseText(manager: EntityManager): Promise<string> {
  const texts: string[] = [];
  for (const table of await tableNames(manager)) {
    const rows: Row[] = await manager.query(`SELECT * FROM ${table}`);
    texts.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return texts.join('\n');
}

/** A digest of each table, without what reading may note: what differs was written. */
export async function databaseState(manager: EntityManager): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const table of await tableNames(manager)) {
    const rows: Row[] = await manager.query(`SELECT * FROM ${table}`);
    const noted = NOTED_BY_READING[table] ?? [];
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !noted.includes(column)))),
    );
    state[table] = createHash('sha256').update(lines.toSorted().join('\n')).digest('hex').slice(0, 16);
  }
  return state;
}

/** How many rows the journal holds. */
export async function journalLength(manager: EntityManager): Promise<number> {
  const [row]: { length: number | string }[] = await manager.query(
    'SELECT count(*) AS length FROM audit_entries',
  );
  return Number(row?.length ?? 0);
}
