// `npm test [-- JEST ARGUMENTS]`: installs and builds what is missing, says what cannot run here, then runs Jest.
import { ensureInstalled } from './ensure-installed.mjs';
import { runInForeground } from './support/children.mjs';
import { inLanguage, runScript, say, ScriptFailure } from './support/messages.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';
import { missingRequirements } from './support/requirements.mjs';

const JEST_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** Says one line for each part of the suite that cannot run; where CI=true nothing may be skipped. */
function announceSkips() {
  const missing = missingRequirements();
  for (const { french, english } of missing) say(french, english);
  if (missing.length === 0 || process.env.CI !== 'true') return;
  throw new ScriptFailure(
    inLanguage('CI=true : aucun test ne peut être sauté.', 'CI=true: no test may be skipped.'),
  );
}

await runScript(async () => {
  await ensureInstalled();
  announceSkips();
  // Some tests start the built server and command line.
  const { build } = await import('./build.mjs');
  await build();
  const jest = fromRoot('node_modules', 'jest', 'bin', 'jest.js');
  const args = [...JEST_FLAGS, jest, ...process.argv.slice(2)];
  process.exitCode = await runInForeground(process.execPath, args, { cwd: ROOT });
});
