// The dashboard asked again while nothing changed, against the same bytes kept ready in a bare Fastify; and the weight
// of a first visit, compressed.
import { get } from 'node:http';
import Fastify from 'fastify';
import { alternate, ratios, throughput } from './harness/load.mjs';
import { explain, report } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';

const BROWSER_HEADERS = { accept: 'text/html', 'accept-encoding': 'gzip, br' };
const RESOURCE = /(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg|png|ico|webmanifest)[^"]*)"/g;

/** A server that has nothing to do but answer these bytes. */
async function servePrepared(page) {
  const peer = Fastify();
  peer.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  return { url: await peer.listen({ port: 0, host: '127.0.0.1' }), stop: () => peer.close() };
}

/** Bytes of an answer as they travel; a file that is missing stops the bench: its absence weighs little. */
function transferred(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: BROWSER_HEADERS }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      let bytes = 0;
      answer.on('data', (chunk) => (bytes += chunk.length));
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Files that a browser fetches with the page: those it names, and the fonts that its styles name. */
async function resourcesOf(url, page) {
  const named = new Set([...page.matchAll(RESOURCE)].map(([, path]) => path));
  for (const path of [...named].filter((candidate) => candidate.includes('.css'))) {
    const answer = await fetch(new URL(path, url));
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const styles = await answer.text();
    for (const [, font] of styles.matchAll(/url\(["']?([^"')]+\.woff2[^"')]*)/g)) {
      named.add(new URL(font, new URL(path, url)).pathname);
    }
  }
  for (const kind of ['.css', '.js', '.woff2']) {
    if (![...named].some((path) => path.includes(kind))) throw new Error(`The page names no ${kind} file`);
  }
  return [...named];
}

const server = await startServer();
try {
  const address = `${server.url}/`;
  const page = await (await fetch(address)).text();
  const peer = await servePrepared(page);
  try {
    explain(
      'page.again: the dashboard of 2020 asked again, against a prepared page in a bare Fastify, 10 clients',
    );
    const [ours, prepared] = await alternate([
      (seconds) => throughput(address, { seconds }),
      (seconds) => throughput(peer.url, { seconds }),
    ]);
    report('page.again.rate', ours, 'requests/s');
    report('page.prepared.rate', prepared, 'requests/s');
    report('page.again.ratio', ratios(ours, prepared), 'ratio');
  } finally {
    await peer.stop();
  }
  explain(
    'page.bytes: the page and every file it names, compressed; all fonts counted, even those not shown',
  );
  const resources = await resourcesOf(server.url, page);
  const sizes = await Promise.all(
    [address, ...resources.map((path) => `${server.url}${path}`)].map(transferred),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  report('page.bytes', [total / 1000], 'kB');
  report('page.requests', [sizes.length], 'requests');
} finally {
  await server.stop();
}
