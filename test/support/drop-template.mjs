import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** After the last test: the databases that tests were copied from (databases.ts) go with them. */
export default async function dropTemplate() {
  const { TEST_DATABASE_URL: server, COPIL_TEST_TEMPLATE: template } = process.env;
  if (!template) return;
  for (const name of readdirSync(tmpdir()).filter((file) => file.startsWith(`${template}_`)))
    rmSync(join(tmpdir(), name), { force: true });
  if (!server) return;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `${template}%`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
