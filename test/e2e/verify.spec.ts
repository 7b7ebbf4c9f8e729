import BetterSqlite3 from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { copilHere, type Outcome, settingsIn, spawnedCopil } from '../support/command-line.js';
import { copiedDatabase, ENGINES, scratchDatabase, type ScratchDatabase } from '../support/databases.js';
import { TEST_SECRET_KEY } from '../support/audit-trail.js';

/** What commands are told of a database. */
const settingsOf = ({ location, folder }: ScratchDatabase) =>
  settingsIn(folder, {
    DATABASE_URL: location.engine === 'sqlite' ? `sqlite:${location.file}` : location.url,
    REPORTS_DIR: join(folder, 'published'),
    SECRET_KEY: TEST_SECRET_KEY,
  });

/** What the tests verify, then damage: a data set and a token that commands made. */
async function makeWhole(empty: ScratchDatabase): Promise<void> {
  expect(await copilHere(settingsOf(empty), 'seed')).toMatchObject({ status: 0 });
  const token = ['token', 'create', '--name', 'Stand', '--scope', 'read'];
  expect(await copilHere(settingsOf(empty), ...token)).toMatchObject({ status: 0 });
}

describe.each(ENGINES)('copil verify on %s', (engine) => {
  let database: ScratchDatabase;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  afterEach(() => database.remove());

  const copil = (...args: string[]): Promise<Outcome> => copilHere(settingsOf(database), ...args);
  /** Somebody's own process: how it ends, and where its words go. */
  const spawned = (...args: string[]): Outcome => spawnedCopil(settingsOf(database), ...args);
  const openWhole = async (): Promise<void> => {
    database = await copiedDatabase(engine, 'made_by_commands', makeWhole);
  };
  const openEmpty = async (): Promise<void> => {
    database = await scratchDatabase(engine);
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
    await openWhole();
    const before = database.location.engine === 'sqlite' ? readFileSync(database.location.file) : null;
    const outcome = spawned('verify');
    expect(outcome).toMatchObject({ status: 0, complained: '' });
    expect(outcome.said).toMatch(
      /^Base\u00a0: intacte · Cumuls\u00a0: justes · Justificatifs\u00a0: présents · Journal\u00a0: \d+ lignes, chaîne intacte\n$/,
    );
    const { ok, database: found, journal } = JSON.parse((await copil('verify', '--json')).said);
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
    await openWhole();
    await sql(unlocked, "UPDATE audit_entries SET after = replace(after, '0', '1') WHERE id = 2");
    const outcome = spawned('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('chaîne rompue')]);
    expect(outcome.complained).toMatch(/^Ligne 2 du journal \(.+\)\s: son contenu ou son empreinte/);
    expect(JSON.parse((await copil('verify', '--json')).said)).toMatchObject({
      ok: false,
      database: { ok: true },
      journal: { ok: false, findings: [expect.stringContaining('Ligne 2')], untold: 0 },
    });
  });

  it('finds a database that does not hold together', async () => {
    await openWhole();
    await sql(
      engine === 'sqlite' ? 'PRAGMA foreign_keys = OFF' : "SET session_replication_role = 'replica'",
      'DELETE FROM indicators WHERE id = 1',
      engine === 'sqlite'
        ? 'SELECT 1'
        : 'ALTER TABLE measurements ADD CONSTRAINT positive_version CHECK (version > 0) NOT VALID',
    );
    const outcome = await copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('abîmée')]);
    expect(outcome.complained).toMatch(
      engine === 'sqlite' ? /elle désigne une ligne de indicators/ : /la contrainte positive_version/,
    );
  });

  it('names the roll-up that differs from its measurements, and makes it anew when asked', async () => {
    await openWhole();
    await sql(
      'UPDATE measurement_months SET total = total + 1000 WHERE month = (SELECT min(month) FROM measurement_months)',
    );
    const outcome = await copil('verify');
    expect([outcome.status, outcome.said]).toEqual([1, expect.stringContaining('Cumuls\u00a0: faux')]);
    expect(outcome.complained).toMatch(
      /^Cumul de «\u00a0\w+\u00a0» en \d{4}-\d\d\u00a0: il compte .+, les mesures disent .+\.$/m,
    );
    expect(spawned('verify', '--rebuild')).toMatchObject({ status: 0, complained: '' });
    expect(JSON.parse((await copil('verify', '--json')).said).rollUps).toEqual({ ok: true, findings: [] });
  });

  it('makes no database where there is none, and says so', async () => {
    await openEmpty();
    const outcome = spawned('verify');
    expect([outcome.status, outcome.said]).toEqual([1, '']);
    expect(outcome.complained).toMatch(/pas de base|pas encore à la version/);
    if (database.location.engine === 'sqlite') expect(existsSync(database.location.file)).toBe(false);
  });

  it('answers 1 to a file that is no database', async () => {
    await openEmpty();
    if (database.location.engine !== 'sqlite') return;
    writeFileSync(
      database.location.file,
      'not a database at all, but long enough to look like a header'.repeat(20),
    );
    const outcome = await copil('verify');
    expect(outcome.status).toBe(1);
    expect(outcome.complained).not.toBe('');
  });

  it('answers 2 to wrong usage', async () => {
    await openEmpty();
    expect(spawned('verify', 'tout').status).toBe(2);
  });
});
