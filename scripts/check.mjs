// `npm run check [-- NAME...]`: format, lint, types, architecture, dead code. All run, one line each; 1 if one fails.
import { ensureInstalled } from './ensure-installed.mjs';
import { inspectArchitecture } from './support/architecture.mjs';
import { capture } from './support/children.mjs';
import { inLanguage, runScript, ScriptFailure } from './support/messages.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

/** A check made by a Node program of the dependencies, run once with each list of arguments. */
const program =
  (path, ...runs) =>
  async () => {
    const options = { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } };
    const bin = fromRoot('node_modules', ...path.split('/'));
    const results = [];
    for (const args of runs) results.push(await capture(process.execPath, [bin, ...args], options));
    return {
      failed: results.some(({ status }) => status !== 0),
      report: results.map(({ stdout, stderr }) => `${stdout}${stderr}`).join(''),
    };
  };

const CHECKS = {
  format: program('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  lint: program('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  // The browser's scripts know the DOM, the server does not.
  types: program('typescript/bin/tsc', ['--noEmit', '-p', '.'], ['--noEmit', '-p', 'views/assets/scripts']),
  architecture: () => inspectArchitecture(ROOT),
  'dead-code': program('knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']),
};

await runScript(async () => {
  await ensureInstalled();
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in CHECKS));
  if (unknown.length > 0) {
    const known = Object.keys(CHECKS).join(', ');
    const names = unknown.join(', ');
    throw new ScriptFailure(
      inLanguage(`Inconnu : ${names}. Contrôles : ${known}.`, `Unknown: ${names}. Checks: ${known}.`),
      2,
    );
  }
  const names = asked.length > 0 ? asked : Object.keys(CHECKS);
  let failures = 0;
  for (const name of names) {
    const startedAt = performance.now();
    const { failed, report } = await CHECKS[name]();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (failed) failures += 1;
    if (failed) process.stdout.write(`${report.trim()}\n`);
    process.stdout.write(`${failed ? 'FAIL' : 'ok  '} ${name} (${seconds} s)\n`);
  }
  if (failures > 0) process.exitCode = 1;
});
