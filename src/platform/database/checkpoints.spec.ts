import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledPrograms } from '../../../test/support/compiled-programs.js';
import { Checkpoints } from './checkpoints.js';

const { folder: FOLDER, program } = compiledPrograms(['src/platform/database/checkpoint-worker.ts']);
const PROGRAM = program('checkpoint-worker');
const MEGABYTE = 1 << 20;

function opened(name: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(join(FOLDER, name));
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE texts (text TEXT)');
  return database;
}

const write = (database: BetterSqlite3.Database, megabytes: number): void => {
  const text = 'x'.repeat(MEGABYTE);
  for (let done = 0; done < megabytes; done += 1) database.prepare('INSERT INTO texts VALUES (?)').run(text);
};

/** Pages of the journal that the main file does not hold yet. */
function waiting(database: BetterSqlite3.Database): number {
  const [journal] = database.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  return (journal?.log ?? 0) - (journal?.checkpointed ?? 0);
}

describe('a long journal', () => {
  it('is copied by a thread, and not by the commit that makes it long', async () => {
    const database = opened('thread.sqlite');
    const checkpoints = new Checkpoints(database, PROGRAM);
    write(database, 4);
    checkpoints.afterCommit();
    await checkpoints.stop();
    expect(waiting(database)).toBeGreaterThan(1_000);
    write(database, 16);
    expect(waiting(database)).toBeGreaterThan(4_000);
    checkpoints.afterCommit();
    await checkpoints.stop();
    expect(waiting(database)).toBe(0);
    database.close();
  });

  it('is copied by the commit where no thread does it, or where the thread breaks', async () => {
    const database = opened('commit.sqlite');
    const alone = new Checkpoints(database, new URL('nowhere.mjs', PROGRAM));
    write(database, 20);
    expect(waiting(database)).toBeLessThan(4_300);
    alone.afterCommit();
    await alone.stop();
    database.close();

    const other = opened('broken.sqlite');
    const broken = new Checkpoints(other, pathToFileURL(join(process.cwd(), 'package.json')));
    write(other, 20);
    broken.afterCommit();
    await broken.stop();
    expect(waiting(other)).toBeGreaterThan(4_000);
    write(other, 50);
    expect(waiting(other)).toBeLessThan(4_000);
    other.close();
  });
});
