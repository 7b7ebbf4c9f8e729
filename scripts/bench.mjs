// `npm run bench [-- GROUP...]`: one line a figure, `name<TAB>value<TAB>unit<TAB>min<TAB>max`; comments on standard error.
import { readdir } from 'node:fs/promises';
import { ensureInstalled } from './ensure-installed.mjs';
import { runInForeground } from './support/children.mjs';
import { inLanguage, runScript, ScriptFailure } from './support/messages.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

const SUFFIX = '.bench.mjs';

async function groups() {
  const files = await readdir(fromRoot('bench'));
  return files
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

await runScript(async () => {
  await ensureInstalled();
  const known = await groups();
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const [names, list] = [unknown.join(', '), known.join(', ')];
    throw new ScriptFailure(
      inLanguage(`Inconnu : ${names}. Groupes : ${list}.`, `Unknown: ${names}. Groups: ${list}.`),
      2,
    );
  }
  const { build } = await import('./build.mjs');
  await build();
  // A process each: what one group leaves in memory does not weigh on the next.
  for (const name of asked.length > 0 ? asked : known) {
    const status = await runInForeground(process.execPath, [fromRoot('bench', `${name}${SUFFIX}`)], {
      cwd: ROOT,
    });
    if (status !== 0) process.exitCode = 1;
  }
});
