import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { copilHere } from '../support/command-line.js';

const REQUESTS = 200;

describe('SIGTERM while requests are under way', () => {
  let server: BuiltServer;
  beforeAll(async () => {
    server = await startBuiltServer();
  });
  afterAll(() => server.remove());

  it('answers every accepted one, ends with 0 in under 6 s, and keeps what it acknowledged', async () => {
    const { url } = server;
    const create = ['token', 'create', '--name', 'Stand', '--scope', 'measurements:write', '--rate', '0'];
    const token = (await copilHere(server.environment, ...create)).said.trim();
    const { hostname, port } = new URL(url);

    const idle = new Agent({ keepAlive: true, maxSockets: 1 });
    await status(request(url, { agent: idle }).end());
    const slow = connect(Number.parseInt(port, 10), hostname);
    slow.on('error', () => undefined);
    slow.write('POST /api/v1/measurements HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{');

    const agent = new Agent({ keepAlive: true, maxSockets: 40 });
    const day = (index: number): string => new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10);
    const underWay = new Set<number>();
    const answers = Array.from({ length: REQUESTS }, async (_, index) => {
      const body = JSON.stringify({
        indicator: 'SPOTS_PARTAGES',
        periodStart: day(index),
        periodEnd: day(index),
        value: 1,
      });
      const sent = request(`${url}/api/v1/measurements`, {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      });
      sent.once('finish', () => underWay.add(index));
      sent.end(body);
      try {
        return { index, status: await status(sent) };
      } catch (error) {
        return { index, status: 0, error: String(error) };
      } finally {
        underWay.delete(index);
      }
    });
    await Promise.race(answers);
    const accepted = new Set(underWay);
    const { status: exit, ms } = await server.stop();
    const results = await Promise.all(answers);

    expect(exit).toBe(0);
    expect(ms).toBeLessThan(6_000);
    expect(accepted.size).toBeGreaterThan(10);
    expect(results.filter(({ index, status: code }) => accepted.has(index) && code !== 200)).toEqual([]);
    // Those that came to the door after the signal were served too, or turned away: never half served.
    expect(results.filter(({ status: code }) => code !== 200 && code !== 0)).toEqual([]);
    const acknowledged = results.filter((result) => result.status === 200).map(({ index }) => day(index));
    expect(acknowledged.length).toBeGreaterThan(0);
    const again = await startBuiltServer({ DATA_DIR: String(server.environment['DATA_DIR']) });
    try {
      const response = await fetch(`${again.url}/api/v1/measurements?indicator=SPOTS_PARTAGES`);
      const { items } = (await response.json()) as { items: { periodStart: string; periodEnd: string }[] };
      const kept = items
        .filter((item) => item.periodStart === item.periodEnd)
        .map((item) => item.periodStart);
      for (const one of acknowledged) expect(kept).toContain(one);
    } finally {
      await again.stop();
      again.remove();
      slow.destroy();
      idle.destroy();
      agent.destroy();
    }
  });
});

async function status(sent: ReturnType<typeof request>): Promise<number> {
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode ?? 0;
}
