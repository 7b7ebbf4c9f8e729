// What ingestion is compared with: Fastify and better-sqlite3 alone, one table, one audit row a measurement, the
// same durability. No validation, no codes, no versions. Run as a process of its own: `node bare-ingest.mjs FOLDER`.
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { join } from 'node:path';

const database = new Database(join(process.argv[2], 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE measurements (id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, campaign TEXT, channel TEXT,
    period_start TEXT NOT NULL, period_end TEXT NOT NULL, value INTEGER NOT NULL, natural_key TEXT NOT NULL UNIQUE);
  CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what INTEGER NOT NULL)`);
const insert = database.prepare(
  `INSERT INTO measurements (indicator, campaign, channel, period_start, period_end, value, natural_key)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const audit = database.prepare('INSERT INTO audit (at, who, what) VALUES (?, ?, ?)');
const record = database.transaction((rows) => {
  const at = new Date().toISOString();
  for (const { indicator, campaign, channel, periodStart, periodEnd, value } of rows) {
    const key = `${indicator}|${campaign}|${channel}|${periodStart}|${periodEnd}`;
    const { lastInsertRowid } = insert.run(indicator, campaign, channel, periodStart, periodEnd, value, key);
    audit.run(at, 'bench', lastInsertRowid);
  }
});

const server = Fastify({ bodyLimit: 16_000_000 });
server.post('/', (request) => {
  const rows = Array.isArray(request.body) ? request.body : [request.body];
  record.immediate(rows);
  return { created: rows.length };
});
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
