import pg from 'pg';

/** After the last test: the database that tests were copied from (databases.ts) goes with them. */
export default async function dropTemplate() {
  const { TEST_DATABASE_URL: server, COPIL_TEST_TEMPLATE: template } = process.env;
  if (!server || !template) return;
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
