// The dashboard and the figures of an exercice with a thousand, a million and ten million measurements: the time that the
// server takes when something was just written, and when nothing was. The servers of all sizes take turns.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadPostgres, loadSqlite } from './harness/growth-load.mjs';
import {
  campaignCode,
  channelCode,
  indicatorCode,
  SIZES,
  territoryCode,
  writeProgramme,
  YEAR,
} from './harness/growth-programme.mjs';
import { ratios } from './harness/load.mjs';
import { explainMachine } from './harness/machine.mjs';
import { explain, report } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';

const WARM_UPS = 8;
const ROUNDS = 25;
/** A size that answers slowly has fewer rounds, three at least. */
const MEASURED_MS = 75_000;
const LEAST_ROUNDS = 3;
/** Beyond it a size is said not to be measured. */
const LONGEST_MS = 60_000;
const DASHBOARD = `/tableau-de-bord/${YEAR}`;
const FIGURES = `/api/v1/figures?year=${YEAR}`;
const WRITTEN = {
  indicator: indicatorCode(1),
  campaign: campaignCode(YEAR, 1),
  territory: territoryCode(1),
  channel: channelCode(1),
  periodStart: `${YEAR}-06-15`,
  periodEnd: `${YEAR}-06-15`,
};

/** Milliseconds until the whole answer is there, and its text: not compressed, which takes the same at each size. */
async function timed(server, path) {
  const startedAt = performance.now();
  const answer = await fetch(`${server.url}${path}`, {
    headers: { 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const text = await answer.text();
  const took = performance.now() - startedAt;
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
  return { took, text };
}

async function write(server, value) {
  const answer = await fetch(`${server.url}/api/v1/measurements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
    body: JSON.stringify({ ...WRITTEN, value }),
  });
  if (!answer.ok) throw new Error(`A write was refused: ${answer.status} ${await answer.text()}`);
}

/** The figure that the writes change, as an answer of the API tells it. */
const writtenFigure = (text) =>
  JSON.parse(text).items.find((figure) => figure.indicator === WRITTEN.indicator).value;

/** One turn of one server: pages after a write and without, figures after a write and without. */
async function turn(server, value) {
  await write(server, value);
  const dashboard = await timed(server, DASHBOARD);
  const again = await timed(server, DASHBOARD);
  if (again.text !== dashboard.text) throw new Error('The dashboard changed although nothing was written');
  const before = writtenFigure((await timed(server, FIGURES)).text);
  await write(server, value + 1);
  const figures = await timed(server, FIGURES);
  const after = writtenFigure(figures.text);
  if (after !== before + 1) throw new Error(`A write is not visible: ${before}, then ${after}`);
  return { dashboard: dashboard.took, 'dashboard.again': again.took, figures: figures.took };
}

/** Starts a server on a size, loaded before it opens its database. */
async function startSize(size, dataset, database) {
  const startedAt = performance.now();
  const server = await startServer({
    environment: { SEED: 'none', ...database?.environment },
    prepare: async ({ folder, command }) => {
      await command('seed', dataset);
      if (database === undefined) loadSqlite(join(folder, 'copil.sqlite'), size);
      else await loadPostgres(database.environment.DATABASE_URL, size);
    },
  });
  const created = await server.command(
    'token',
    'create',
    '--json',
    '--name',
    'Bench',
    '--scope',
    'measurements:write',
    '--rate',
    '0',
  );
  server.token = JSON.parse(created).token;
  explain(
    `${size.name}: ${size.rows} measurements loaded in ${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
  return server;
}

/** All sizes on one engine. @param prefix what its lines begin with */
async function measure(prefix, dataset, databaseOf) {
  const servers = [];
  try {
    for (const size of SIZES) servers.push(await startSize(size, dataset, await databaseOf(size)));
    const turns = SIZES.map(() => []);
    const startedAt = performance.now();
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      for (const [index, server] of servers.entries()) {
        if (server === null) continue;
        try {
          turns[index].push(await turn(server, 1_000 + 2 * round));
        } catch (error) {
          if (error.name !== 'TimeoutError') throw error;
          explain(`${prefix}, ${SIZES[index].name}: not measured, no answer within ${LONGEST_MS / 1_000} s`);
          server.process.kill('SIGKILL');
          await server.stop();
          servers[index] = null;
          turns[index] = [];
        }
      }
      if (performance.now() - startedAt > MEASURED_MS && round >= LEAST_ROUNDS) break;
    }
    // The first rounds warm up what the later ones measure.
    for (const ofSize of turns)
      ofSize.splice(0, Math.max(0, Math.min(WARM_UPS, ofSize.length - LEAST_ROUNDS)));
    for (const name of ['dashboard', 'figures', 'dashboard.again']) {
      const times = turns.map((ofSize) => ofSize.map((figures) => figures[name]));
      const measured = [...SIZES.entries()].filter(([index]) => times[index].length > 0);
      for (const [index, { name: size }] of measured) report(`${prefix}.${name}.${size}`, times[index], 'ms');
      for (const [index, { name: size }] of measured.slice(1))
        report(`${prefix}.${name}.${size}.ratio`, ratios(times[index], times[0]), 'ratio');
    }
  } finally {
    for (const server of servers) await server?.stop();
  }
}

async function onPostgres(server, work) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'copil-growth-'));
try {
  const dataset = await writeProgramme(folder);
  await explainMachine(process.env.TEST_DATABASE_URL);
  explain(
    `growth: server time of ${DASHBOARD} and of ${FIGURES}, one request at a time, one POST of a measurement before each; « again » without; ratios to 1k, round by round`,
  );
  explain(
    `every size: the same page of 10 indicators, each measured in 6 operations, 20 territories and 10 channels; 14 exercices of 6 operations, 10 targets each`,
  );
  for (const { name, rows, days, oneIn } of SIZES)
    explain(
      oneIn === 1
        ? `${name}: ${rows} measurements = 2000 slices x ${days} days back from ${YEAR}-12-31`
        : `${name}: ${rows} measurements = one of ${oneIn} slices on the 15th of the ${days} months of ${YEAR - 1} and ${YEAR}`,
    );
  await measure('growth', dataset, () => undefined);
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) {
    explain('growth.postgres: not measured, TEST_DATABASE_URL is not set');
  } else {
    const made = [];
    try {
      await measure('growth.postgres', dataset, async ({ name }) => {
        const database = `copil_bench_${name}_${randomBytes(4).toString('hex')}`;
        await onPostgres(url, (client) => client.query(`CREATE DATABASE ${database}`));
        made.push(database);
        const address = Object.assign(new URL(url), { pathname: `/${database}` });
        const secret = 'bench-secret-key-of-more-than-32-characters';
        return { environment: { DATABASE_URL: String(address), SECRET_KEY: secret } };
      });
    } finally {
      await onPostgres(url, async (client) => {
        for (const database of made) await client.query(`DROP DATABASE ${database} WITH (FORCE)`);
      });
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
