import fastify, { type FastifyInstance } from 'fastify';
import { createServer, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientErrorHandler } from './client-errors.js';
import { takeStreams } from './streamed-bodies.js';

/** What the whole of a request may take here, and how often Node looks. */
const REQUEST_MS = 150;

describe('bodies that their route takes in itself', () => {
  let server: FastifyInstance;
  let url: string;

  beforeEach(async () => {
    server = fastify({
      serverFactory: (handler) =>
        createServer(
          { requestTimeout: REQUEST_MS, headersTimeout: 100, connectionsCheckingInterval: 30 },
          handler,
        ),
      clientErrorHandler: clientErrorHandler({}),
    });
    takeStreams(server, ['text/csv']);
    server.post('/stream', { config: { takesStream: true } }, async ({ body }) => {
      let length = 0;
      for await (const piece of body as AsyncIterable<Buffer>) length += piece.length;
      return { length };
    });
    server.post('/refused', { config: { takesStream: true } }, async (_request, reply) =>
      reply.code(403).send(),
    );
    server.post('/other', async () => ({}));
    url = await server.listen({ port: 0 });
  });
  afterEach(() => server.close());

  /** Sends the pieces of a body so long after each other. */
  const drip = (path: string, type: string, pieces: string[], pauseMs: number) =>
    new Promise<{ status: number; cutAfterMs: number | null }>((resolve, reject) => {
      const outgoing = request(`${url}${path}`, { method: 'POST', headers: { 'content-type': type } });
      let status = 0;
      const began = performance.now();
      outgoing.on('error', (error) => (status === 0 ? reject(error) : undefined));
      outgoing.on('response', (incoming) => {
        status = incoming.statusCode ?? 0;
        incoming.resume();
      });
      outgoing.on('close', () => {
        const cutAfterMs = outgoing.writableFinished ? null : performance.now() - began;
        resolve({ status, cutAfterMs });
      });
      void (async () => {
        for (const piece of pieces) {
          outgoing.write(piece);
          await sleep(pauseMs);
        }
        if (pieces.length > 0) outgoing.end();
      })();
      if (pieces.length === 0) outgoing.flushHeaders();
    });

  it('outlast what other requests may take', async () => {
    const pieces = ['a;b\n', 'c;d\n', 'e;f\n', 'g;h\n'];
    expect(await drip('/stream', 'text/csv', pieces, 120)).toEqual({ status: 200, cutAfterMs: null });
    expect((await drip('/other', 'application/json', ['{', ' ', ' ', '}'], 120)).status).toBe(408);
  });

  it('are handed over to no other route', async () => {
    expect((await drip('/other', 'text/csv', ['a'], 1)).status).toBe(415);
  });

  it('are cut soon after an answer that did not wait for them', async () => {
    const { status, cutAfterMs } = await drip('/refused', 'text/csv', [], 0);
    expect(status).toBe(403);
    expect(cutAfterMs).toBeGreaterThan(1_500);
  });
});
