import type { FastifyInstance } from 'fastify';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { CallerName } from '../support/callers.js';
import { databaseState, journalLength } from '../support/database-state.js';
import { ENGINES } from '../support/databases.js';
import { expected, methodOf, nameOf, ROWS } from './access-matrix.js';
import { Asker, EVERYBODY, letterOf } from './asking.js';
import type { Row } from './row.types.js';
import { EXTRA_FIELDS, fieldsOf, variantsOf, withField, withValue, WRONG_TYPES } from './variants.js';
import { openWorld, type World } from './world.js';

const writes = (row: Row): boolean => methodOf(row) !== 'GET';
const leavesTrace = (row: Row): boolean => writes(row) || row.isExport === true;
/** One row a route: what another spelling opens does not hang on whose figure it is about. */
const ONE_OF_EACH = ROWS.filter((row, index) => ROWS.findIndex(({ route }) => route === row.route) === index);
const WRITES = ONE_OF_EACH.filter(writes);
/** The strongest of those who may, to try what nobody may. */
const insider = (row: Row): CallerName =>
  (['admin', 'editor', 'halfSignedIn', 'writeToken', 'visitor'] as const).find(
    (name) => expected(row, name, 'members') === 'o',
  ) ?? 'visitor';

/** Whether the answer to somebody is another one when the programme is open to its members only. */
const hangsOnVisibility = (row: Row): boolean =>
  EVERYBODY.some((name) => expected(row, name, 'public') !== expected(row, name, 'members'));

/**
 * Every row is asked in both visibilities: « public » on the first engine, « members », which refuses more, on the other.
 * The decision reads one flag of the programme and no SQL: the first engine is asked again what hangs on that flag, and
 * all of it where there is no other engine.
 */
const ASKED = ENGINES.map((engine) => ({
  engine,
  askedIn: [
    ...(engine === 'sqlite' ? [{ visibility: 'public' as const, rows: ROWS }] : []),
    {
      visibility: 'members' as const,
      rows: engine === 'sqlite' && ENGINES.length > 1 ? ROWS.filter(hangsOnVisibility) : ROWS,
    },
  ],
}));

describe.each(ASKED)('who may do what, asked of the running server on $engine', ({ engine, askedIn }) => {
  let world: World;
  let asker: Asker;

  beforeAll(async () => {
    world = await openWorld(engine);
    asker = new Asker(world);
  });
  afterAll(async () => {
    process.stdout.write(`access matrix on ${engine}: ${asker.requests} requests\n`);
    await world.server.close();
  });

  it('has a row for every route, and a route for every row', () => {
    const fastify: FastifyInstance = world.server.application.getHttpAdapter().getInstance();
    const served = fastify.routeTable
      .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/assets/'))
      .map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(ROWS.map(({ route }) => route))].toSorted()).toEqual(served.toSorted());
  });

  it.each(askedIn)(
    'answers each reading as the matrix says and writes nothing, in a programme open to: $visibility',
    async ({ visibility, rows }) => {
      await world.show(visibility);
      const prepared: (() => Promise<string | null>)[] = [];
      for (const row of rows.filter((one) => !leavesTrace(one))) {
        for (const name of EVERYBODY) {
          const caller = await asker.caller(name);
          const sent = await asker.lastingSample(row, caller);
          prepared.push(async () => {
            const found = letterOf('GET', await asker.send('GET', sent, caller));
            const letter = expected(row, name, visibility);
            return found === letter ? null : `${nameOf(row)} by ${name}: ${found}, not ${letter}`;
          });
        }
      }
      const before = await databaseState(world.manager);
      const mistakes: (string | null)[] = [];
      for (const read of prepared) mistakes.push(await read());
      await world.get(UnitOfWork).idle();
      expect(await databaseState(world.manager)).toEqual(before);
      expect(mistakes.filter((one) => one !== null)).toEqual([]);
    },
    120_000,
  );

  it.each(askedIn)(
    'answers each write and each export as the matrix says and tells the journal, in a programme open to: $visibility',
    async ({ visibility, rows }) => {
      await world.show(visibility);
      const mistakes: string[] = [];
      for (const row of rows.filter(leavesTrace)) {
        for (const name of EVERYBODY) {
          const letter = expected(row, name, visibility);
          const acts = writes(row) && letter === 'o';
          const before = acts ? await journalLength(world.manager) : 0;
          const found = await asker.ask(row, name, acts);
          if (acts) await world.settle();
          if (found !== letter) mistakes.push(`${nameOf(row)} by ${name}: ${found}, not ${letter}`);
          if (!acts || found !== 'o' || row.unrecorded !== undefined) continue;
          const after = await journalLength(world.manager);
          if (after <= before) mistakes.push(`${nameOf(row)} by ${name} leaves no trace in the journal`);
        }
      }
      expect(mistakes).toEqual([]);
    },
    120_000,
  );
});

describe('what nobody may do, however it is asked', () => {
  let world: World;
  let asker: Asker;

  beforeAll(async () => {
    world = await openWorld('sqlite');
    asker = new Asker(world);
  });
  afterAll(async () => {
    process.stdout.write(`access matrix, other spellings and fields: ${asker.requests} requests\n`);
    await world.server.close();
  });

  it('opens nothing more to another spelling of the address or of the method', async () => {
    await world.show('members');
    const mistakes: string[] = [];
    const outsiders = ['visitor', 'viewer', 'contributor', 'halfSignedIn', 'readToken'] as const;
    for (const row of ONE_OF_EACH) {
      for (const name of outsiders.filter((one) => expected(row, one, 'members') !== 'o')) {
        const caller = await asker.caller(name);
        for (const variant of variantsOf(methodOf(row), await asker.lastingSample(row, caller))) {
          const answer = await asker.send(variant.method, variant.sent, caller);
          const letter = letterOf(variant.method, answer);
          if (letter === 'o' || letter.length > 1) {
            mistakes.push(`${variant.name} of ${nameOf(row)} by ${name}: ${letter}`);
          }
        }
      }
    }
    expect(mistakes).toEqual([]);
  }, 120_000);

  it('refuses a field that the form does not have', async () => {
    const mistakes: string[] = [];
    for (const row of WRITES.filter(({ ignoresBody }) => ignoresBody === undefined)) {
      const caller = await asker.caller(insider(row));
      const sent = await asker.sample(row, caller);
      const before = await databaseState(world.manager);
      for (const field of EXTRA_FIELDS.filter((name) => !Object.hasOwn(fieldsOf(sent), name))) {
        const letter = letterOf(
          methodOf(row),
          await asker.send(methodOf(row), withField(sent, field), caller),
        );
        if (letter !== 'x') mistakes.push(`${nameOf(row)} with ${field}: ${letter}`);
      }
      const after = await databaseState(world.manager);
      if (JSON.stringify(after) !== JSON.stringify(before))
        mistakes.push(`${nameOf(row)} wrote all the same`);
    }
    expect(mistakes).toEqual([]);
  }, 120_000);

  it('takes no object, list, number, boolean or null for a text', async () => {
    const mistakes: string[] = [];
    for (const row of WRITES.filter(({ ignoresBody }) => ignoresBody === undefined)) {
      const caller = await asker.caller(insider(row));
      const sent = await asker.sample(row, caller);
      for (const [field, plain] of Object.entries(fieldsOf(sent))) {
        for (const [type, value] of Object.entries(WRONG_TYPES)) {
          if (typeof plain === type || row.accepts?.includes(`${field}: ${type}`)) continue;
          const asked = withValue(sent, field, value);
          const letter = letterOf(methodOf(row), await asker.send(methodOf(row), asked, caller));
          if (letter !== 'x') mistakes.push(`${nameOf(row)} with ${field}: ${type}: ${letter}`);
        }
      }
    }
    expect(mistakes).toEqual([]);
  }, 120_000);
});
