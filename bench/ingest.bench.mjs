// Measurements posted in batches of 1 000 and one by one, with everything on (tokens, validation, versions with author
// and date, synchronous=FULL), against a bare Fastify and better-sqlite3 server.
import { alternate, postThroughput, ratios } from './harness/load.mjs';
import { newMeasurements, nextBody } from './harness/measurements.mjs';
import { explain, report } from './harness/report.mjs';
import { startPeer, startServer } from './harness/server.mjs';

const BATCH = 1_000;
const BATCH_CLIENTS = 8;
const SINGLE_CLIENTS = 8;
const ROUNDS = 5;

/** Posts once and reads the answer: a fast refusal must not pass for a fast write. */
async function expectCreated(url, headers, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await answer.text();
  if (!answer.ok || JSON.parse(text).created !== BATCH)
    throw new Error(`${url} did not create ${BATCH} rows: ${answer.status} ${text.slice(0, 300)}`);
}

const server = await startServer();
try {
  const asked = ['--name', 'Bench', '--scope', 'measurements:write', '--rate', '0'];
  const created = await server.command('token', 'create', '--json', ...asked);
  const headers = { authorization: `Bearer ${JSON.parse(created).token}` };
  const address = `${server.url}/api/v1/measurements`;
  const [ours, theirs] = [newMeasurements(), newMeasurements()];
  await expectCreated(address, headers, nextBody(ours, BATCH));
  const peer = await startPeer('bare-ingest.mjs', server.folder);
  try {
    await expectCreated(peer.url, {}, nextBody(theirs, BATCH));
    explain(
      `ingest.batch: batches of ${BATCH} new measurements, ${BATCH_CLIENTS} clients, against bare Fastify and better-sqlite3 with an audit row`,
    );
    const rows = async (url, options) => {
      const { rate } = await postThroughput(url, { connections: BATCH_CLIENTS, ...options });
      return rate * BATCH;
    };
    const [recorded, bare] = await alternate(
      [
        (seconds) => rows(address, { headers, seconds, nextBody: () => nextBody(ours, BATCH) }),
        (seconds) => rows(peer.url, { seconds, nextBody: () => nextBody(theirs, BATCH) }),
      ],
      ROUNDS,
    );
    report('ingest.batch.rate', recorded, 'rows/s');
    report('ingest.batch.bare', bare, 'rows/s');
    report('ingest.batch.ratio', ratios(recorded, bare), 'ratio');

    explain(
      `ingest.single: one measurement a request, ${SINGLE_CLIENTS} clients, beside the same bare server`,
    );
    const latencies = [];
    const [singles, bareSingles] = await alternate(
      [
        async (seconds) => {
          const next = () => nextBody(ours, 1);
          const round = { connections: SINGLE_CLIENTS, headers, seconds, nextBody: next };
          const { rate, p99 } = await postThroughput(address, round);
          latencies.push(p99);
          return rate;
        },
        async (seconds) => {
          const round = { connections: SINGLE_CLIENTS, seconds, nextBody: () => nextBody(theirs, 1) };
          return (await postThroughput(peer.url, round)).rate;
        },
      ],
      ROUNDS,
    );
    report('ingest.single.rate', singles, 'requests/s');
    report('ingest.single.bare', bareSingles, 'requests/s');
    report('ingest.single.p99', latencies.slice(-ROUNDS), 'ms');
  } finally {
    await peer.stop();
  }
} finally {
  await server.stop();
}
