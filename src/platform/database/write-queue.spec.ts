import { ENGINES, type Engine } from '../../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../../test/support/opened-database.js';
import { runIn, surrounding } from '../context/request-context.js';
import type { UnitOfWork } from './unit-of-work.js';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe.each<Engine>(ENGINES)('writes that may share a transaction on %s', (engine) => {
  let database: OpenedDatabase;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    database = await openDatabase(engine);
    ({ unitOfWork } = database);
  });
  afterEach(() => database.close());

  const insert = async (code: string): Promise<void> => {
    await unitOfWork.manager.query(`INSERT INTO channels (code, label) VALUES ('${code}', 'x')`);
  };
  const kept = async (): Promise<string[]> => {
    const rows: { code: string }[] = await unitOfWork.manager.query(
      'SELECT code FROM channels ORDER BY code',
    );
    return rows.map(({ code }) => code);
  };
  const named = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => `c-${String(index).padStart(3, '0')}`);

  it('keep exactly what was acknowledged of 300 at once, a fifth of them failing half-way', async () => {
    const codes = named(300);
    const results = await Promise.allSettled(
      codes.map((code, index) =>
        unitOfWork.share(async () => {
          await insert(code);
          if (index % 7 === 0) await pause();
          if (index % 5 === 0) throw new Error(`refused ${code}`);
          return code;
        }),
      ),
    );
    const told = results.map((one) =>
      one.status === 'fulfilled' ? one.value : String((one.reason as Error).message),
    );
    expect(told).toEqual(codes.map((code, index) => (index % 5 === 0 ? `refused ${code}` : code)));
    expect(await kept()).toEqual(codes.filter((_, index) => index % 5 !== 0));
  });

  it('keep their order among the writes that share nothing, and see what came before', async () => {
    const seen: string[][] = [];
    await Promise.all(
      named(12).map((code, index) =>
        unitOfWork[index % 4 === 1 ? 'write' : 'share'](async () => {
          seen.push(await kept());
          await insert(code);
        }),
      ),
    );
    expect(seen).toEqual(named(12).map((_, index) => named(index)));
  });

  it('act each in the surroundings of whoever asked', async () => {
    const actors = await Promise.all(
      named(5).map((actor) =>
        runIn({ requestId: null, address: null, userAgent: null, actor }, () =>
          unitOfWork.share(async () => surrounding().actor),
        ),
      ),
    );
    expect(actors).toEqual(named(5));
  });

  it('give the data another version, unless all of them failed', async () => {
    const before = await unitOfWork.dataVersion();
    const fail = (code: string): Promise<void> =>
      unitOfWork.share(async () => {
        await insert(code);
        throw new Error('given up');
      });
    await Promise.allSettled(named(3).map(fail));
    expect(await unitOfWork.dataVersion()).toBe(before);
    await Promise.allSettled([fail('a'), unitOfWork.share(() => insert('b')), fail('c')]);
    expect(await unitOfWork.dataVersion()).not.toBe(before);
    expect(await kept()).toEqual(['b']);
  });

  if (engine === 'postgres') return;

  it('are told once all of them are committed', async () => {
    const seenWhenTold: string[][] = [];
    await Promise.all(
      named(10).map(async (code) => {
        await unitOfWork.share(() => insert(code));
        seenWhenTold.push(await kept());
      }),
    );
    expect(seenWhenTold).toEqual(named(10).map(() => named(10)));
  });

  it('all fail, and keep nothing, when their commit fails', async () => {
    const orphan = (): Promise<void> =>
      unitOfWork.share(async () => {
        await unitOfWork.manager.query('PRAGMA defer_foreign_keys = ON');
        await unitOfWork.manager.query(
          `INSERT INTO measurement_versions (measurement_id, version, value, qualifier, status, marking, precision,
             recorded_at, recorded_by)
           VALUES (999, 1, 1, 'exact', 'validated', 'final', 'day', '2020-12-17T08:00:00Z', 'test')`,
        );
      });
    const results = await Promise.allSettled([
      unitOfWork.share(() => insert('a')),
      orphan(),
      unitOfWork.share(() => insert('b')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await kept()).toEqual([]);
    await unitOfWork.share(() => insert('after'));
    expect(await kept()).toEqual(['after']);
  });

  it('all fail when one of them takes the transaction away, but not those that come after', async () => {
    const results = await Promise.allSettled([
      unitOfWork.share(() => insert('a')),
      unitOfWork.share(() =>
        unitOfWork.manager.query(`INSERT OR ROLLBACK INTO channels (code, label) VALUES ('a', 'x')`),
      ),
      unitOfWork.share(() => insert('b')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await kept()).toEqual(['b']);
  });
});
