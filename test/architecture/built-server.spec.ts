import { type BuiltServer, startBuiltServer } from '../support/built-server.js';

describe('The built server', () => {
  let server: BuiltServer;

  beforeAll(async () => {
    server = await startBuiltServer({ NODE_ENV: 'production' });
  });
  afterAll(() => server.remove());

  it('starts on an empty folder, answers, refuses a second one beside it, and stops cleanly without a complaint', async () => {
    expect((await fetch(new URL('/healthz', server.url))).status).toBe(200);
    const page = await fetch(server.url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await expect(startBuiltServer({ DATA_DIR: String(server.environment['DATA_DIR']) })).rejects.toThrow(
      /Copil tourne déjà/,
    );
    const { status } = await server.stop();
    expect([status, server.complaints()]).toEqual([0, '']);
  });
});
