import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBuiltServer, type BuiltServer } from '../support/built-server.js';
import { copilHere } from '../support/command-line.js';
import { ENGINES, scratchDatabase, type ScratchDatabase } from '../support/databases.js';

/** Memory is the server's, the same on both engines: the slower one is shown fewer lines. */
const ROWS = { sqlite: 150_000, postgres: 60_000 };
/** Less than the body itself and what it says would take. */
const GROWTH_MB = 80;
const CHANNELS = ['site_web', 'salon', 'stand', 'reseaux_sociaux', 'facebook', 'linkedin', 'restaurateurs'];

function* lines(rows: number): Generator<Buffer> {
  let text = '';
  for (let index = 0; index < rows; index += 1) {
    const day = new Date(Date.UTC(1900, 0, 1 + Math.floor(index / 7))).toISOString().slice(0, 10);
    const channel = CHANNELS[index % 7];
    text += `${JSON.stringify({ indicator: 'SPOTS_PARTAGES', channel, periodStart: day, periodEnd: day, value: index, note: 'comptés à la main par l’équipe' })}\n`;
    if (text.length < 60_000) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

describe.each(ENGINES)('a body of very many lines on %s', (engine) => {
  const rows = ROWS[engine];
  let database: ScratchDatabase;
  let server: BuiltServer;
  let token: string;

  const start = async (seed: string): Promise<BuiltServer> =>
    startBuiltServer({
      DATA_DIR: database.folder,
      SEED: seed,
      NODE_OPTIONS: '--max-old-space-size=160',
      ...(database.location.engine === 'postgres'
        ? { DATABASE_URL: database.location.url, SECRET_KEY: 'test-secret-key-of-more-than-32-characters' }
        : {}),
    });
  const post = (rows: number): Promise<Response> =>
    fetch(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body: Readable.from(lines(rows)) as unknown as string,
      duplex: 'half',
    } as RequestInit);
  const firstOnes = async (): Promise<number> => {
    const query = '?indicator=SPOTS_PARTAGES&from=1900&to=1990&limit=10';
    const response = await fetch(`${server.url}/api/v1/measurements${query}`);
    return ((await response.json()) as { items: unknown[] }).items.length;
  };
  /** The body is here and its first chunks are written, not the last. */
  const writingHasBegun = async (): Promise<void> => {
    const journal = join(database.folder, 'copil.sqlite-wal');
    const size = (): number => (existsSync(journal) ? statSync(journal).size : 0);
    const before = size();
    // PostgreSQL shows nothing of it.
    if (engine === 'postgres') await sleep(2_500);
    else while (size() < before + 2_000_000) await sleep(20);
  };
  /** Peak and present memory of the server, in megabytes; null where the system does not tell. */
  const memory = (): { peak: number; now: number } | null => {
    const file = `/proc/${server.process.pid}/status`;
    if (!existsSync(file)) return null;
    const text = readFileSync(file, 'utf8');
    const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1_024;
    return { peak: read('VmHWM'), now: read('VmRSS') };
  };

  beforeAll(async () => {
    database = await scratchDatabase(engine);
    server = await start('seeds/oh-my-lot-2020');
    const create = ['token', 'create', '--name', 'Flux', '--scope', 'measurements:write', '--rate', '0'];
    token = (await copilHere(server.environment, ...create)).said.trim();
  }, 60_000);
  afterAll(async () => {
    server.remove();
    await database.remove();
  });

  it('leaves nothing when the server is killed in the middle of it', async () => {
    const sent = post(rows).catch((error: unknown) => error);
    const ended = once(server.process, 'exit');
    await writingHasBegun();
    server.process.kill('SIGKILL');
    await ended;
    expect(await sent).toMatchObject({ message: 'fetch failed' });
    server = await start('none');
    expect(await firstOnes()).toBe(0);
    const spool = join(database.folder, 'spool');
    expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([]);
  }, 60_000);

  it('is recorded whole without taking more memory than a short one', async () => {
    // What a server takes once, it takes before.
    expect((await post(1_500)).status).toBe(200);
    const before = memory();
    const answer = await post(rows);
    expect(await answer.json()).toEqual({
      created: rows - 1_500,
      updated: 0,
      unchanged: 1_500,
      rejected: [],
    });
    expect(await firstOnes()).toBe(10);
    const after = memory();
    if (before !== null && after !== null) expect(after.peak - before.now).toBeLessThan(GROWTH_MB);
  }, 180_000);
});
