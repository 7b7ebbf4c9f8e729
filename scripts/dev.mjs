// `npm run dev`: rebuilds and restarts the server whenever a source, a view or a data set changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runScript, say, ScriptFailure } from './support/messages.mjs';
import { NODE_FLAGS } from './support/node-flags.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

const WATCHED = ['src', 'views', 'seeds', 'reports'];

// An editor saves in several steps; a branch change touches hundreds of files.
const QUIET_MS = 150;

let server = null;
let restarting = Promise.resolve();

async function stop() {
  const running = server;
  server = null;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  running.kill('SIGTERM');
  await once(running, 'exit');
}

async function restart(build) {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof ScriptFailure)) throw error;
    // The server keeps the last good version until the source is mended.
    process.stderr.write(`${error.message}\n`);
    return;
  }
  await stop();
  server = spawn(process.execPath, [...NODE_FLAGS, '--enable-source-maps', fromRoot('dist', 'main.js')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

await runScript(async () => {
  await ensureInstalled();
  const { build } = await import('./build.mjs');
  let timer;
  const changed = (_event, file) => {
    if (file?.endsWith('.spec.ts') || file?.startsWith('published')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      say('Changement : le serveur redémarre…', 'Change: restarting the server…');
      restarting = restarting.then(() => restart(build));
    }, QUIET_MS);
  };
  const folders = WATCHED.map((folder) => fromRoot(folder)).filter((folder) => existsSync(folder));
  for (const folder of folders) watch(folder, { recursive: true }, changed);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      clearTimeout(timer);
      void stop().then(() => process.exit(0));
    });
  }
  restarting = restart(build);
  await restarting;
});
