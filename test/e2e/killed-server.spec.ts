import { once } from 'node:events';
import { startBuiltServer, type BuiltServer } from '../support/built-server.js';
import { copilHere } from '../support/command-line.js';

const CLIENTS = 16;
const ENOUGH = 400;

describe('a server that is killed', () => {
  let server: BuiltServer;
  let again: BuiltServer | undefined;

  beforeAll(async () => {
    server = await startBuiltServer({ SEED: 'seeds/oh-my-lot-2020' });
  });
  afterAll(() => {
    server.remove();
    again?.remove();
  });

  it('has every measurement that it acknowledged, though many were written together', async () => {
    const create = ['token', 'create', '--name', 'Stand', '--scope', 'measurements:write', '--rate', '0'];
    const token = (await copilHere(server.environment, ...create)).said.trim();
    const acknowledged: string[] = [];
    let next = 0;
    const post = async (): Promise<void> => {
      for (;;) {
        const day = new Date(Date.UTC(1950, 0, 1 + next++)).toISOString().slice(0, 10);
        const response = await fetch(`${server.url}/api/v1/measurements`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ indicator: 'SPOTS_PARTAGES', periodStart: day, periodEnd: day, value: 1 }),
        });
        const { created } = (await response.json()) as { created: number };
        if (created === 1) acknowledged.push(day);
        if (acknowledged.length === ENOUGH) server.process.kill('SIGKILL');
      }
    };
    const ended = once(server.process, 'exit');
    const clients = await Promise.allSettled(Array.from({ length: CLIENTS }, post));
    // Each of them was cut off: the server was at work when it was killed.
    expect(clients.every(({ status }) => status === 'rejected')).toBe(true);
    await ended;

    again = await startBuiltServer({ DATA_DIR: String(server.environment['DATA_DIR']), SEED: 'none' });
    const response = await fetch(
      `${again.url}/api/v1/measurements?indicator=SPOTS_PARTAGES&from=1950&to=1959&limit=1000`,
    );
    const { items } = (await response.json()) as { items: { periodStart: string }[] };
    const kept = new Set(items.map(({ periodStart }) => periodStart));
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
    expect(acknowledged.filter((day) => !kept.has(day))).toEqual([]);
  });
});
