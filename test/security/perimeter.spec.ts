import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PRESS_RELEASE, startTestServer, type TestServer } from '../support/application.js';
import { type CallerName, CALLERS } from '../support/callers.js';
import { databaseState } from '../support/database-state.js';
import { headerOf, send, type RawAnswer } from '../support/raw-http.js';
import { expected, methodOf, nameOf, ROWS } from './access-matrix.js';
import { Asker, letterOf } from './asking.js';
import { openWorld, type World } from './world.js';

const PUBLIC_ADDRESS = 'https://copil.exemple.fr';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

/** A proof is handed back to be saved: nothing of it may run, load or send, were it opened in place. */
const INERT_POLICY = ["default-src 'none'", 'sandbox', "frame-ancestors 'none'"];
/** Where an address is itself a secret, not even this site is told more than its own origin. */
const REFERRERS = ['same-origin', 'strict-origin'];

/** What an answer lacks of the headers promised on every one. */
function missing(answer: RawAnswer): string[] {
  const has = (name: string): string => headerOf(answer, name);
  const policy = has('content-security-policy');
  const isSaved = has('content-disposition').startsWith('attachment') && policy.includes('sandbox');
  return [
    ...(isSaved ? INERT_POLICY : POLICY).filter((part) => !policy.includes(part)),
    ...(/unsafe|\*|https?:/.test(policy) ? [`loose policy: ${policy}`] : []),
    ...(has('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(REFERRERS.includes(has('referrer-policy')) ? [] : ['referrer-policy']),
    ...(has('cross-origin-opener-policy') === 'same-origin' ? [] : ['coop']),
    ...(has('cross-origin-resource-policy') === 'same-origin' ? [] : ['corp']),
    ...(has('strict-transport-security') === 'max-age=31536000; includeSubDomains' ? [] : ['hsts']),
    ...(has('x-powered-by') + has('server') === '' ? [] : ['says what it is made of']),
    ...(has('cache-control') === '' ? ['cache-control'] : []),
  ];
}

/** Bytes over a socket, and the head of what came back. */
async function raw(url: string, bytes: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await Promise.race([ended, sleep(5_000)]);
  socket.destroy();
  const [head = '', text = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(first.split(' ')[1]), headers, text };
}

describe('every answer of an installation on https', () => {
  let world: World;
  let asker: Asker;

  beforeAll(async () => {
    world = await openWorld('sqlite', PUBLIC_ADDRESS);
    asker = new Asker(world);
  });
  afterAll(() => world.server.close());

  it('carries the headers of the policy, whatever is asked by whomever', async () => {
    const mistakes: string[] = [];
    for (const row of ROWS) {
      for (const name of ['visitor', 'admin'] as const) {
        const caller = await asker.caller(name, true);
        const answer = await asker.send(methodOf(row), await asker.sample(row, caller), caller);
        for (const lack of missing(answer))
          mistakes.push(`${nameOf(row)} by ${name} (${answer.status}): ${lack}`);
        // The programme's own stylesheet and logo: the same for everybody, under a name that changes with them.
        const isPersonal = name === 'admin' && !row.route.includes('/identite/');
        if (isPersonal && answer.status !== 404 && headerOf(answer, 'cache-control') !== 'no-store') {
          mistakes.push(`${nameOf(row)} may be kept: ${headerOf(answer, 'cache-control')}`);
        }
      }
    }
    expect(mistakes).toEqual([]);
  }, 60_000);

  it.each([
    ['a page that does not exist', 'GET', '/rien', {}],
    ['an address of the API that does not exist', 'GET', '/api/v1/rien', {}],
    ['an address that cannot be decoded', 'GET', '/%', {}],
    ['a method that nothing takes', 'PUT', '/', {}],
    ['an asset that does not exist', 'GET', '/assets/rien.css', {}],
    ['a wrong query', 'GET', '/api/v1/figures?year=x&autre=1', {}],
    ['a body that is no JSON', 'POST', '/api/v1/measurements', { 'content-type': 'application/json' }],
    ['a content that nothing takes', 'POST', '/api/v1/measurements', { 'content-type': 'text/plain' }],
    ['a foreign host', 'GET', '/', { host: 'ailleurs.exemple' }],
    ['a page in place of a form', 'GET', '/bilans/2020/brouillon', {}],
    ['a very long address', 'GET', `/operations/${'a'.repeat(500)}`, {}],
    ['a preflight from elsewhere', 'OPTIONS', '/', { origin: 'https://ailleurs.exemple' }],
  ] as const)('refuses %s with them too', async (_about, method, path, headers) => {
    const body = method === 'POST' ? '{' : undefined;
    const answer = await send(world.server.url, { method, path, headers, ...(body ? { body } : {}) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(missing(answer)).toEqual([]);
    expect(headerOf(answer, 'access-control-allow-origin')).toBe('');
  });

  it('lets no cache keep what a token reads, nor what hands a cookie over', async () => {
    const { headers } = await asker.caller('readToken');
    const read = await send(world.server.url, { path: '/api/v1/measurements', headers });
    expect([read.status, headerOf(read, 'cache-control')]).toEqual([200, 'no-store']);
    const link = await send(world.server.url, { path: `/premiere-connexion?code=${'A'.repeat(43)}` });
    expect([link.status, headerOf(link, 'cache-control')]).toEqual([303, 'no-store']);
    expect(headerOf(link, 'set-cookie')).not.toBe('');
  });

  it.each([
    [
      'cut short',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx',
    ],
    ['without a boundary', 'multipart/form-data', 'x'],
  ])('takes a form %s for a mistake of whoever sent it', async (_about, type, body) => {
    const headers = { 'content-type': type };
    const answer = await send(world.server.url, { method: 'POST', path: '/connexion', headers, body });
    expect([answer.status, missing(answer)]).toEqual([400, []]);
  });

  it('serves files and a body that is too large with them', async () => {
    const home = await send(world.server.url, { path: '/' });
    const files = [...home.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const path of new Set(files)) {
      const file = await send(world.server.url, { path });
      expect([path, file.status, missing(file)]).toEqual([path, 200, []]);
      expect(headerOf(file, 'cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const { headers } = await asker.caller('writeToken');
    const body = Buffer.alloc(1_200_000, ' ');
    const answer = await send(world.server.url, {
      method: 'POST',
      path: '/api/v1/measurements',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    expect([answer.status, missing(answer)]).toEqual([413, []]);
  });

  it.each([
    ['no HTTP at all', 'BONJOUR\r\n\r\n', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: vide\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    ['no name of host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['too many headers', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ])('answers %s with them', async (_about, bytes, status) => {
    const answer = await raw(world.server.url, bytes);
    expect([answer.status, missing(answer)]).toEqual([status, []]);
  });

  it.each([
    ['ailleurs.exemple', 400],
    ['copil.exemple.fr.ailleurs.exemple', 400],
    ['copil.exemple.fr@ailleurs.exemple', 400],
    ['ailleurs.exemple:443', 400],
    ['copil.exemple.fr', 200],
    ['COPIL.exemple.fr:443', 200],
    ['localhost:3000', 200],
  ])('knows its own name: Host « %s » answers %d', async (host, status) => {
    expect((await send(world.server.url, { path: '/', headers: { host } })).status).toBe(status);
  });

  it('believes no header that a proxy did not add', async () => {
    const forwarded = {
      'x-forwarded-host': 'ailleurs.exemple',
      forwarded: 'host=ailleurs.exemple',
      'x-forwarded-proto': 'http',
    };
    const home = await send(world.server.url, { path: '/', headers: forwarded });
    expect(home.status).toBe(200);
    expect(home.text).not.toContain('ailleurs.exemple');
  });
});

describe('writes that our own pages did not send', () => {
  let world: World;
  let asker: Asker;

  beforeAll(async () => {
    world = await openWorld('sqlite');
    asker = new Asker(world);
  });
  afterAll(async () => {
    process.stdout.write(`forged writes: ${asker.requests} requests\n`);
    await world.server.close();
  });

  /** Somebody with a session who may; whoever may otherwise: a form to sign in must not be sent by others either. */
  const victimOf = (row: (typeof ROWS)[number]): CallerName | undefined =>
    (['admin', 'halfSignedIn', 'enrolling', ...CALLERS] as const).find(
      (name) => expected(row, name, 'public') === 'o',
    );

  it('are all refused, and change nothing', async () => {
    const stranger = await asker.caller('viewer');
    const accepted: string[] = [];
    for (const row of ROWS.filter((one) => methodOf(one) !== 'GET')) {
      const name = victimOf(row);
      if (name === undefined) continue;
      const { headers, personId } = await asker.caller(name, true);
      const sent = await asker.sample(row, { name, headers, personId });
      const { 'x-csrf-token': own = '', ...bare } = headers;
      const forgeries: Record<string, Record<string, string>> = {
        'cross-site': { ...headers, 'sec-fetch-site': 'cross-site' },
        'same-site': { ...headers, 'sec-fetch-site': 'same-site' },
        'foreign origin': { ...headers, origin: 'https://ailleurs.exemple' },
        'null origin': { ...headers, origin: 'null' },
        'own name, other port': { ...headers, origin: 'http://127.0.0.1:1' },
        'plain text': { ...headers, 'content-type': 'text/plain' },
        ...(personId === null
          ? {}
          : {
              'no token': bare,
              'empty token': { ...bare, 'x-csrf-token': '' },
              'token of another session': { ...bare, 'x-csrf-token': stranger.headers['x-csrf-token'] ?? '' },
              'half of the token': { ...bare, 'x-csrf-token': own.slice(0, own.length / 2) },
            }),
      };
      const before = await databaseState(world.manager);
      for (const [forgery, forged] of Object.entries(forgeries)) {
        const isText = forgery === 'plain text';
        const asked = isText ? { path: sent.path, body: JSON.stringify(sent.form ?? sent.body ?? {}) } : sent;
        const letter = letterOf(methodOf(row), await asker.send(methodOf(row), asked, { headers: forged }));
        if (letter === 'o' || letter.length > 1) accepted.push(`${nameOf(row)} with ${forgery}: ${letter}`);
      }
      if (JSON.stringify(await databaseState(world.manager)) !== JSON.stringify(before)) {
        accepted.push(`${nameOf(row)} changed something`);
      }
    }
    expect(accepted).toEqual([]);
  }, 60_000);
});

describe('an installation that was given no address', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ seed: PRESS_RELEASE });
  });
  afterAll(() => server.close());

  it('answers to the loopback alone, and promises no https', async () => {
    expect((await send(server.url, { path: '/', headers: { host: 'copil.exemple.fr' } })).status).toBe(400);
    const home = await send(server.url, { path: '/', headers: { host: 'localhost:3000' } });
    expect(home.status).toBe(200);
    expect(missing(home)).toEqual(['hsts']);
  });
});
