// The dashboard asked again while nothing changed, against the same bytes kept ready in a bare Fastify; and the weight
// of a first visit, compressed.
import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { alternate, ratios, throughput } from './harness/load.mjs';
import { explain, report } from './harness/report.mjs';
import { startPeer, startServer } from './harness/server.mjs';

const BROWSER_HEADERS = { accept: 'text/html', 'accept-encoding': 'gzip, br' };
const RESOURCE = /(?:href|src)="(\/[^"]+\.(?:css|js|woff2|svg|png|ico|webmanifest)[^"]*)"/g;

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
  const prepared = join(server.folder, 'prepared.html');
  await writeFile(prepared, page);
  const peer = await startPeer('bare-page.mjs', prepared);
  try {
    explain(
      'page.again: the dashboard of 2020 asked again, against a prepared page in a bare Fastify, 10 clients; known: answered 304',
    );
    const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
    const tag = plain.headers.get('etag');
    const [ours, theirs, known] = await alternate([
      (seconds) => throughput(address, { seconds }),
      (seconds) => throughput(peer.url, { seconds }),
      (seconds) => throughput(address, { seconds, headers: { 'if-none-match': tag }, status: 304 }),
    ]);
    report('page.again.rate', ours, 'requests/s');
    report('page.prepared.rate', theirs, 'requests/s');
    report('page.again.ratio', ratios(ours, theirs), 'ratio');
    report('page.known.rate', known, 'requests/s');
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
