import { ENTITIES } from '../../app.entities.js';
import {
  ENGINES,
  type Engine,
  migratedDatabase,
  type ScratchDatabase,
} from '../../../test/support/databases.js';
import { requirePostgres } from '../../../test/support/requirements.js';
import { ChannelEntity } from '../../programme/organisation.entity.js';
import type { DatabaseConnections } from './connections.js';
import { PostgresConnections } from './postgres-connections.js';
import { SqliteConnections } from './sqlite-connections.js';
import { BOOKKEEPING, UnitOfWork, type WriteKind } from './unit-of-work.js';

const open = ({ location }: ScratchDatabase, readUrl: string | null = null): Promise<DatabaseConnections> =>
  location.engine === 'sqlite'
    ? SqliteConnections.open(location.file, ENTITIES)
    : PostgresConnections.open(location.url, ENTITIES, readUrl);

/** Writes a channel of its own, inside whatever transaction is open. */
let count = 0;
function insertChannel(unitOfWork: UnitOfWork, kind?: WriteKind): Promise<unknown> {
  count += 1;
  const code = `channel-${count}`;
  return unitOfWork.write((manager) => manager.insert(ChannelEntity, { code, label: code }), kind);
}

describe.each<Engine>(ENGINES)('version of the data on %s', (engine) => {
  let database: ScratchDatabase;
  let here: DatabaseConnections;
  let there: DatabaseConnections;
  let unitOfWork: UnitOfWork;
  let elsewhere: UnitOfWork;

  beforeAll(async () => {
    database = await migratedDatabase(engine);
    here = await open(database);
    there = await open(database);
    unitOfWork = new UnitOfWork(here);
    elsewhere = new UnitOfWork(there);
  });

  afterAll(async () => {
    await here.close();
    await there.close();
    await database.remove();
  });

  /** Whether some work gave the data another version, for the connection that wrote and for another one. */
  async function changes(work: () => Promise<unknown>): Promise<boolean> {
    const before = await unitOfWork.dataVersion();
    expect(await elsewhere.dataVersion()).toBe(before);
    await work();
    const after = await unitOfWork.dataVersion();
    expect(await elsewhere.dataVersion()).toBe(after);
    return after !== before;
  }

  it('is another one after each write, from here or from elsewhere, and the same while nobody writes', async () => {
    const seen = new Set<string | null>();
    for (let round = 0; round < 50; round += 1) {
      await insertChannel(round % 2 === 0 ? unitOfWork : elsewhere);
      seen.add(await unitOfWork.dataVersion());
    }
    expect(seen.size).toBe(50);
    expect(await changes(async () => undefined)).toBe(false);
  });

  it('stays after what is rolled back', async () => {
    const failing = (): Promise<unknown> =>
      unitOfWork.write(async () => {
        await insertChannel(unitOfWork);
        throw new Error('given up');
      });
    expect(await changes(() => expect(failing()).rejects.toThrow('given up'))).toBe(false);
  });

  it('stays after bookkeeping, unless something in it or around it was more', async () => {
    const within = (kind: WriteKind | undefined, inner: WriteKind | undefined) => (): Promise<unknown> =>
      unitOfWork.write(() => insertChannel(unitOfWork, inner), kind);
    expect(await changes(() => insertChannel(unitOfWork, BOOKKEEPING))).toBe(false);
    expect(await changes(within(BOOKKEEPING, BOOKKEEPING))).toBe(false);
    expect(await changes(within(BOOKKEEPING, undefined))).toBe(true);
    expect(await changes(within(undefined, BOOKKEEPING))).toBe(true);
  });

  it('is unknown inside a transaction, and unchanged outside until it ends', async () => {
    const before = await unitOfWork.dataVersion();
    await unitOfWork.write(async () => {
      await insertChannel(unitOfWork);
      expect(await unitOfWork.dataVersion()).toBeNull();
      expect(await elsewhere.dataVersion()).toBe(before);
    });
    expect(await elsewhere.dataVersion()).not.toBe(before);
  });

  it('never comes back after a copy was put back', async () => {
    const numberThen = String(await unitOfWork.dataVersion());
    await insertChannel(unitOfWork);
    const numberLost = Number(await unitOfWork.dataVersion());
    await unitOfWork.write(
      (manager) => manager.query(`UPDATE data_version SET number = ${numberThen}`),
      BOOKKEEPING,
    );
    // Several writes within a millisecond run ahead of the clock: a copy is put back later than that.
    while (Date.now() <= numberLost) await new Promise((resolve) => setTimeout(resolve, 5));
    await insertChannel(unitOfWork);
    expect(Number(await unitOfWork.dataVersion())).toBeGreaterThan(numberLost);
  });
});

const withPostgres = requirePostgres() === null ? it.skip : it;

withPostgres('counts the rows of a late replica as they are there, and the primary’s beside', async () => {
  const [primary, replica] = [await migratedDatabase('postgres'), await migratedDatabase('postgres')];
  const replicaUrl = replica.location.engine === 'postgres' ? replica.location.url : '';
  const connections = await open(primary, replicaUrl);
  const arriving = await open(replica);
  const unitOfWork = new UnitOfWork(connections);
  try {
    const seen = [await unitOfWork.dataVersion()];
    await insertChannel(unitOfWork);
    seen.push(await unitOfWork.dataVersion());
    // The replica receives what was written: a page made of its older rows is not one of its present rows.
    await insertChannel(new UnitOfWork(arriving));
    seen.push(await unitOfWork.dataVersion());
    expect(new Set(seen).size).toBe(3);
  } finally {
    await connections.close();
    await arriving.close();
    await primary.remove();
    await replica.remove();
  }
});
