import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { NODE_FLAGS } from '../../scripts/support/node-flags.mjs';
import { fromRoot, ROOT } from '../../scripts/support/paths.mjs';

const START_LIMIT_MS = 180_000;

/** Ends a child with this process, even when it dies of an error that nobody caught. */
function endWithThisProcess(child) {
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** A port of the loopback that nothing listens on. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilReady(url, server) {
  const limit = performance.now() + START_LIMIT_MS;
  while (performance.now() < limit && server.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await wait(20);
  }
  throw new Error('The built server did not become ready');
}

/** What the built program prints on its standard output, run on the data of a server. */
async function output(environment, args) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...NODE_FLAGS, fromRoot('dist', 'cli.js'), ...args],
    { cwd: ROOT, env: environment },
  );
  return stdout;
}

/**
 * Starts the built server on a data set of its own, in a folder of its own, as `npm start` would.
 * @param prepare does its work on the data before the server starts
 * @returns its address, its process, its folder, how to run a command on its data and how to stop it
 */
export async function startServer({
  seed = 'seeds/oh-my-lot-2020',
  environment = {},
  prepare = async () => undefined,
} = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'copil-bench-'));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: `sqlite:${join(folder, 'copil.sqlite')}`,
    REPORTS_DIR: join(folder, 'published'),
    SEED: seed,
    ...environment,
  };
  const command = (...args) => output(env, args);
  await prepare({ folder, command });
  const server = spawn(process.execPath, [...NODE_FLAGS, fromRoot('dist', 'main.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithThisProcess(server);
  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, process: server, folder, command, stop };
}

/** A peer of the harness, in a process of its own like the server: it prints its address once it listens. */
export async function startPeer(script, ...args) {
  const peer = spawn(process.execPath, [fromRoot('bench', 'harness', script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithThisProcess(peer);
  const [line] = await once(peer.stdout, 'data');
  const stop = async () => {
    if (peer.exitCode === null && peer.kill('SIGTERM')) await once(peer, 'exit');
  };
  return { url: String(line).trim(), stop };
}
