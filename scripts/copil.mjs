#!/usr/bin/env node
// The command line, `npm run copil -- COMMAND` or the `copil` binary. Standard output is the command's alone.
import { ensureInstalled } from './ensure-installed.mjs';
import { runInForeground } from './support/children.mjs';
import { runScript } from './support/messages.mjs';
import { NODE_FLAGS } from './support/node-flags.mjs';
import { fromRoot } from './support/paths.mjs';

await runScript(async () => {
  await ensureInstalled();
  const { build } = await import('./build.mjs');
  await build();
  const args = [...NODE_FLAGS, fromRoot('dist', 'cli.js'), ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args);
});
