import type { lookup as systemLookup } from 'node:dns';
import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { MatomoClient } from './matomo-client.js';
import { isPublicAddress } from './public-addresses.js';

const TOKEN = '0123456789abcdef0123456789abcdef';
const settings = (url: string, privateNetwork: boolean) => ({
  url,
  siteId: '1',
  token: TOKEN,
  campaign: null,
  privateNetwork,
});
const portOf = (server: TcpServer): number => (server.address() as AddressInfo).port;

describe('asking Matomo', () => {
  let listener: TcpServer;
  let connections: number;
  let server: Server;
  let answer: RequestListener;

  beforeAll(async () => {
    listener = createTcpServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '::');
    server = createHttpServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await Promise.all([once(listener, 'listening'), once(server, 'listening')]);
  });
  afterAll(() => {
    listener.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => (connections = 0));

  const here = (path = '/'): string => `http://127.0.0.1:${portOf(server)}${path}`;
  const askHere = (path?: string, limits = {}) =>
    new MatomoClient(settings(here(path), true), limits).ask({ method: 'VisitsSummary.get', idSite: '1' });

  it('sends the token in the body only, to index.php', async () => {
    let seen: { url?: string; method?: string; body: string; headers: string } | undefined;
    answer = (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const { url, method, headers } = request;
        seen = { url, method, body: Buffer.concat(pieces).toString(), headers: JSON.stringify(headers) };
        response.end('{"nb_visits":3}');
      });
    };
    expect(await askHere('/matomo')).toEqual({ kind: 'text', text: '{"nb_visits":3}' });
    expect(seen).toMatchObject({ url: '/matomo/index.php', method: 'POST' });
    expect(new URLSearchParams(seen?.body).get('token_auth')).toBe(TOKEN);
    expect(`${seen?.url}${seen?.headers}`).not.toContain(TOKEN);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirection (%i)', async (status) => {
    const location = `http://127.0.0.1:${portOf(listener)}/`;
    answer = (_request, response) => void response.writeHead(status, { location }).end();
    expect(await askHere()).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('autre adresse'),
    });
    expect(connections).toBe(0);
  });

  it.each([429, 500, 503])('says that it is busy or broken (%i), and never the token', async (status) => {
    answer = (_request, response) => void response.writeHead(status).end(TOKEN);
    const reply = await askHere();
    expect(reply).toMatchObject({ kind: 'failed', reason: expect.stringContaining(String(status)) });
    expect(JSON.stringify(reply)).not.toContain(TOKEN);
  });

  it('gives up an answer that is endless, silent, slow or cut', async () => {
    answer = (_request, response) => void response.end('x'.repeat(300_000));
    expect(await askHere()).toMatchObject({ reason: 'sa réponse est trop longue' });
    answer = () => undefined;
    expect(await askHere('/', { silentMs: 50 })).toMatchObject({ reason: 'il ne répond pas à temps' });
    answer = (_request, response) => {
      const drops = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drops));
    };
    expect(await askHere('/', { totalMs: 100 })).toMatchObject({ reason: 'il ne répond pas à temps' });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await askHere()).toMatchObject({ kind: 'failed' });
  });

  /** S7 of the reliability goals: none of these opens a connection. */
  const HOSTS = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    '017700000001',
    '0177.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '127。0。0。1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fd00::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    'localhost',
    'localhost.',
    'LOCALHOST',
  ];
  it.each(HOSTS)('opens no connection to %s', async (host) => {
    const url = `https://${host}:${portOf(listener)}/`;
    expect(await new MatomoClient(settings(url, false)).ask({})).toMatchObject({
      kind: 'failed',
      // Not every system knows the name with its dot.
      reason: expect.stringMatching(
        host === 'localhost.' ? /réseau privé|ENOTFOUND|EAI_AGAIN/ : /réseau privé/,
      ),
    });
    expect(connections).toBe(0);
  });

  it.each(['http', 'gopher', 'file', 'ftp'])('speaks no %s', async (scheme) => {
    const url = `${scheme}://127.0.0.1:${portOf(listener)}/`;
    expect(await new MatomoClient(settings(url, false)).ask({})).toMatchObject({ kind: 'failed' });
    expect(connections).toBe(0);
  });

  it('looks at the very address that it connects to, whatever a name says next time', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    let asked = 0;
    const rebinding = ((_name: string, _options: unknown, callback: (...found: unknown[]) => void) => {
      // Public for whoever looks first, of this machine for whoever connects then: both at once here.
      asked += 1;
      callback(
        null,
        answers.map((address) => ({ address, family: 4 })),
      );
    }) as typeof systemLookup;
    const url = `https://statistiques.exemple.fr:${portOf(listener)}/`;
    const client = new MatomoClient(settings(url, false), { lookup: rebinding });
    expect(await client.ask({})).toMatchObject({ reason: expect.stringContaining('réseau privé') });
    expect([asked, connections]).toEqual([1, 0]);
  });

  it('lets the internet be asked', () => {
    const all = ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '2001:4860:4860::8888'];
    expect(all.filter((address) => !isPublicAddress(address))).toEqual([]);
    expect(isPublicAddress('statistiques.exemple.fr')).toBe(false);
  });
});
