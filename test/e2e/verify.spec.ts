import BetterSqlite3 from 'better-sqlite3';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ENGINES, scratchDatabase, type ScratchDatabase } from '../support/databases.js';
import { TEST_SECRET_KEY } from '../support/audit-trail.js';

const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

interface Outcome {
  status: number | null;
  said: string;
  complained: string;
}

describe.each(ENGINES)('copil verify on %s', (engine) => {
  let database: ScratchDatabase;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  beforeEach(async () => {
    database = await scratchDatabase(engine);
  });
  afterEach(() => database.remove());

  const copil = (...args: string[]): Outcome => {
    const { location, folder } = database;
    const environment = {
      ...process.env,
      DATABASE_URL: location.engine === 'sqlite' ? `sqlite:${location.file}` : location.url,
      DATA_DIR: folder,
      REPORTS_DIR: join(folder, 'published'),
      SECRET_KEY: TEST_SECRET_KEY,
      PORT: '0',
      LANG: 'fr_FR.UTF-8',
      LC_ALL: undefined,
      NODE_OPTIONS: undefined,
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...FLAGS, 'dist/cli.js', ...args], {
      env: environment,
      encoding: 'utf8',
    });
    return { status, said: stdout, complained: stderr };
  };

  /** Statements as somebody with the database in their hands would run them. */
  const sql = async (...statements: string[]): Promise<void> => {
    const { location } = database;
    if (location.engine === 'sqlite') {
      const file = new BetterSqlite3(location.file);
      for (const statement of statements) file.exec(statement);
      file.close();
      return;
    }
    const client = new pg.Client({ connectionString: location.url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const unlocked =
    engine === 'sqlite'
      ? 'DROP TRIGGER audit_entries_no_update'
      : 'DROP TRIGGER audit_entries_append_only ON audit_entries';

  it('answers 0 when all is whole, writes nothing, and knows a command that acted', async () => {
    copil('seed');
    copil('token', 'create', '--name', 'Stand', '--scope', 'read');
    const before = database.location.engine === 'sqlite' ? readFileSync(database.location.file) : null;
    const outcome = copil('verify');
    expect(outcome).toMatchObject({ status: 0, complained: '' });
    expect(outcome.said).toMatch(
      /^Base\u00a0: intacte · Cumuls\u00a0: justes · Justificatifs\u00a0: présents · Journal\u00a0: \d+ lignes, chaîne intacte\n$/,
    );
    const { ok, database: found, journal } = JSON.parse(copil('verify', '--json').said);
    expect([ok, found, journal.ok, journal.findings]).toEqual([true, { ok: true, findings: [] }, true, []]);
    expect(journal.entries).toBeGreaterThan(1);
    if (database.location.engine === 'sqlite') {
      const journalled = new BetterSqlite3(database.location.file, { readonly: true });
      expect(journalled.prepare('SELECT DISTINCT actor FROM audit_entries').pluck().all()).toEqual([
        'command',
      ]);
      journalled.close();
      expect(before?.equals(readFileSync(database.location.file))).toBe(true);
    }
  });

  it('answers 1 and names the row of which a byte was changed', async () => {
    copil('seed');
    await sql(unlocked, "UPDATE audit_entries SET after = replace(after, '0', '1') WHERE id = 2");
    const outcome = copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('chaîne rompue')]);
    expect(outcome.complained).toMatch(/^Ligne 2 du journal \(.+\)\s: son contenu ou son empreinte/);
    expect(JSON.parse(copil('verify', '--json').said)).toMatchObject({
      ok: false,
      database: { ok: true },
      journal: { ok: false, findings: [expect.stringContaining('Ligne 2')], untold: 0 },
    });
  });

  it('finds a database that does not hold together', async () => {
    copil('seed');
    await sql(
      engine === 'sqlite' ? 'PRAGMA foreign_keys = OFF' : "SET session_replication_role = 'replica'",
      'DELETE FROM indicators WHERE id = 1',
      engine === 'sqlite'
        ? 'SELECT 1'
        : 'ALTER TABLE measurements ADD CONSTRAINT positive_version CHECK (version > 0) NOT VALID',
    );
    const outcome = copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('abîmée')]);
    expect(outcome.complained).toMatch(
      engine === 'sqlite' ? /elle désigne une ligne de indicators/ : /la contrainte positive_version/,
    );
  });

  it('names the roll-up that differs from its measurements, and makes it anew when asked', async () => {
    copil('seed');
    await sql(
      'UPDATE measurement_months SET total = total + 1000 WHERE month = (SELECT min(month) FROM measurement_months)',
    );
    const outcome = copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('Cumuls\u00a0: faux')]);
    expect(outcome.complained).toMatch(
      /^Cumul de «\u00a0\w+\u00a0» en \d{4}-\d\d\u00a0: il compte .+, les mesures disent .+\.$/m,
    );
    expect(copil('verify', '--rebuild')).toMatchObject({ status: 0, complained: '' });
    expect(JSON.parse(copil('verify', '--json').said).rollUps).toEqual({ ok: true, findings: [] });
  });

  it('makes no database where there is none, and says so', () => {
    const outcome = copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, '']);
    expect(outcome.complained).toMatch(/pas de base|pas encore à la version/);
    if (database.location.engine === 'sqlite') expect(existsSync(database.location.file)).toBe(false);
  });

  it('answers 1 to a file that is no database', () => {
    if (database.location.engine !== 'sqlite') return;
    writeFileSync(
      database.location.file,
      'not a database at all, but long enough to look like a header'.repeat(20),
    );
    const outcome = copil('verify');
    expect(outcome.status).toBe(1);
    expect(outcome.complained).not.toBe('');
  });

  it('answers 2 to wrong usage', () => expect(copil('verify', 'tout').status).toBe(2));
});
