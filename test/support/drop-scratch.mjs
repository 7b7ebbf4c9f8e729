import { rmSync } from 'node:fs';
import pg from 'pg';

/** After the last test: the run's folder (make-scratch.mjs), and its databases on PostgreSQL (databases.ts). */
export default async function dropScratch() {
  const { COPIL_TEST_SCRATCH: scratch, TEST_DATABASE_URL: server, COPIL_TEST_RUN: run } = process.env;
  if (scratch) rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  if (!server || !run) return;
  const onServer = async (statement, values) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      return await client.query(statement, values);
    } finally {
      await client.end();
    }
  };
  const names = await onServer('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [
    `${run}_`,
  ]);
  const drops = names.rows.map(({ name }) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  // Together, several at a time: each makes the server write all that it holds.
  while (drops.length > 0) await Promise.all(drops.splice(0, 16).map((drop) => onServer(drop)));
}
