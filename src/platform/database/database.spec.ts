import BetterSqlite3 from 'better-sqlite3';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ENTITIES } from '../../app.entities.js';
import { ChannelEntity } from '../../programme/organisation.entity.js';
import { ENGINES, type ScratchDatabase, scratchDatabase } from '../../../test/support/databases.js';
import type { DatabaseConnections } from './connections.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { migrate } from './migrator.js';
import { PostgresConnections } from './postgres-connections.js';
import { SqliteConnections } from './sqlite-connections.js';
import { UnitOfWork } from './unit-of-work.js';

const open = ({ location }: ScratchDatabase): Promise<DatabaseConnections> =>
  location.engine === 'sqlite'
    ? SqliteConnections.open(location.file, ENTITIES)
    : PostgresConnections.open(location.url, ENTITIES, null);

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe.each(ENGINES)('database on %s', (engine) => {
  let database: ScratchDatabase;
  let connections: DatabaseConnections;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await scratchDatabase(engine);
    await migrate(database.location);
    connections = await open(database);
    unitOfWork = new UnitOfWork(connections);
  });

  afterAll(async () => {
    await connections.close();
    await database.remove();
  });

  const insertChannel = (code: string): Promise<unknown> =>
    unitOfWork.write((manager) => manager.insert(ChannelEntity, { code, label: code }));

  it('keeps exactly the acknowledged rows of 500 concurrent transactions, a fifth of them failing', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 500 }, (_, index) =>
        unitOfWork.write(async (manager) => {
          await manager.insert(ChannelEntity, { code: `a-${index}`, label: 'a' });
          await pause();
          if (index % 5 === 4) throw new Error('refused on purpose');
          await manager.save(ChannelEntity, { code: `b-${index}`, label: 'b' });
        }),
      ),
    );
    const failures = results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason.message)] : [],
    );
    expect(failures).toHaveLength(100);
    expect(new Set(failures)).toEqual(new Set(['refused on purpose']));
    expect(await unitOfWork.manager.count(ChannelEntity)).toBe(800);
  });

  it('shows readers committed rows only, and a transaction its own', async () => {
    let seenInside: boolean | undefined;
    const exists = (): Promise<boolean> => unitOfWork.manager.existsBy(ChannelEntity, { code: 'draft' });
    const readOutside = exists.bind(null);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const writing = unitOfWork.write(async (manager) => {
      await manager.insert(ChannelEntity, { code: 'draft', label: 'x' });
      seenInside = await exists();
      release();
      await pause();
      throw new Error('given up');
    });
    const outside = gate.then(() => connections.reader.manager.existsBy(ChannelEntity, { code: 'draft' }));
    await expect(writing).rejects.toThrow('given up');
    const seenOutside = await outside;
    expect(seenInside).toBe(true);
    expect(seenOutside).toBe(false);
    expect(await readOutside()).toBe(false);
  });

  it('joins an open unit of work instead of waiting for itself', async () => {
    await unitOfWork.write(async () => {
      await insertChannel('inner-1');
      await insertChannel('inner-2');
    });
    expect(await unitOfWork.manager.countBy(ChannelEntity, { label: 'inner-1' })).toBe(1);
  });

  it('refuses a manager to work that outlived its transaction', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await unitOfWork.write(async () => {
      late = pause()
        .then(pause)
        .then(() => unitOfWork.manager.count(ChannelEntity));
      late.catch(() => undefined);
    });
    await expect(late).rejects.toThrow(/not awaited/);
  });

  it.each([
    ['a day that does not exist', `'2020-02-30'`],
    ['a day written the French way', `'31/12/2020'`],
  ])('refuses %s', async (_, day) => {
    const statement = `INSERT INTO exercices (year, state, closing_date, questioned_list_is_partial, updated_at)
      VALUES (2020, 'open', ${day}, ${engine === 'sqlite' ? '0' : 'false'}, '2020-12-17T08:00:00Z')`;
    await expect(unitOfWork.write((manager) => manager.query(statement))).rejects.toThrow(/check|date/i);
  });

  it('has the columns that the entities say, and no others', async () => {
    for (const { tableName, columns } of connections.reader.entityMetadatas) {
      const found: { name: string }[] = await connections.reader.query(
        engine === 'sqlite'
          ? `SELECT name FROM pragma_table_info('${tableName}')`
          : `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${tableName}'`,
      );
      expect([tableName, found.map(({ name }) => name).toSorted()]).toEqual([
        tableName,
        columns.map(({ databaseName }) => databaseName).toSorted(),
      ]);
    }
  });

  it('has nothing left to migrate the second time', async () => {
    expect(await migrate(database.location)).toEqual({ applied: [], backup: null });
  });
});

/** What makes a file one of ours, before its first migration is noted in it. */
const NO_MIGRATION =
  'CREATE TABLE migrations (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, timestamp bigint NOT NULL, name varchar NOT NULL);';

describe('SQLite file', () => {
  let database: ScratchDatabase;
  const file = (): string => (database.location.engine === 'sqlite' ? database.location.file : '');

  beforeEach(async () => {
    database = await scratchDatabase('sqlite');
  });
  afterEach(() => database.remove());

  it('commits durably: WAL, FULL, foreign keys', async () => {
    await migrate(database.location);
    const connections = await SqliteConnections.open(file(), ENTITIES);
    const settings = await connections.transaction(async (manager) => [
      ...(await manager.query('PRAGMA journal_mode')),
      ...(await manager.query('PRAGMA synchronous')),
      ...(await manager.query('PRAGMA foreign_keys')),
    ]);
    expect(settings).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
    await connections.close();
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['another kind of file', Buffer.from('not a database, whatever its name says'.repeat(40))],
  ])('refuses %s without touching it', async (_, content) => {
    writeFileSync(file(), content);
    await expect(migrate(database.location)).rejects.toMatchObject({ code: 'database_damaged' });
    expect(readdirSync(dirname(file()))).not.toContain('copil.sqlite-wal');
  });

  it('is copied before a migration when it already holds something', async () => {
    const older = new BetterSqlite3(file());
    older.exec(`${NO_MIGRATION} CREATE TABLE keepsake (word text); INSERT INTO keepsake VALUES (1)`);
    older.close();
    const report = await migrate(database.location);
    expect(report.applied).toHaveLength(MIGRATIONS.length);
    const copy = new BetterSqlite3(String(report.backup), { readonly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM keepsake').get()).toEqual({ n: 1 });
    copy.close();
  });

  it('says which copy is intact when a migration fails', async () => {
    const conflicting = new BetterSqlite3(file());
    conflicting.exec(`${NO_MIGRATION} CREATE TABLE programmes (word text)`);
    conflicting.close();
    await expect(migrate(database.location)).rejects.toMatchObject({
      code: 'migration_failed',
      title: expect.stringContaining('before-migration'),
    });
  });

  it('never lets a version be changed or removed', async () => {
    await migrate(database.location);
    const raw = new BetterSqlite3(file());
    raw.pragma('foreign_keys = OFF');
    raw.exec(`INSERT INTO measurement_versions (measurement_id, version, value, qualifier, status, marking, precision, recorded_at, recorded_by)
      VALUES (1, 1, 450, 'exact', 'validated', 'final', 'month', '2020-12-17T08:00:00Z', 'test')`);
    expect(() => raw.exec('UPDATE measurement_versions SET value = 1')).toThrow(/append-only/);
    expect(() => raw.exec('DELETE FROM measurement_versions')).toThrow(/append-only/);
    for (const wrong of [`'abc'`, '1.5']) {
      expect(() =>
        raw.exec(`INSERT INTO measurement_versions (measurement_id, version, value, qualifier, status, marking, precision, recorded_at, recorded_by)
        VALUES (1, 2, ${wrong}, 'exact', 'validated', 'final', 'month', '2020-12-17T08:00:00Z', 'test')`),
      ).toThrow(/CHECK/);
    }
    raw.close();
  });
});

it('leaves the SQLite file of another program alone, in words', async () => {
  const database = await scratchDatabase('sqlite');
  if (database.location.engine !== 'sqlite') throw new Error('Not SQLite.');
  const { file } = database.location;
  const other = new BetterSqlite3(file);
  other.exec('CREATE TABLE contacts (name text)');
  other.close();
  await expect(migrate(database.location)).rejects.toMatchObject({ code: 'foreign_database' });
  const tables = new BetterSqlite3(file, { readonly: true });
  expect(tables.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['contacts']);
  tables.close();
  await database.remove();
});

it('says in words that nobody answers for PostgreSQL', async () => {
  const location = { engine: 'postgres', url: 'postgres://copil@127.0.0.1:1/copil', readUrl: null } as const;
  await expect(migrate(location)).rejects.toMatchObject({
    code: 'database_unavailable',
    title: expect.stringContaining('DATABASE_URL'),
  });
});
