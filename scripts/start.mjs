// `npm start`: from a fresh clone to a server that listens, in one command.
import { ensureInstalled } from './ensure-installed.mjs';
import { runInForeground } from './support/children.mjs';
import { runScript } from './support/messages.mjs';
import { NODE_FLAGS } from './support/node-flags.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

await runScript(async () => {
  await ensureInstalled();
  const { build } = await import('./build.mjs');
  await build();
  const args = [...NODE_FLAGS, fromRoot('dist', 'main.js'), ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT });
});
