import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from './support/children.mjs';
import { inLanguage, runScript, say, ScriptFailure } from './support/messages.mjs';
import { fromRoot, ROOT } from './support/paths.mjs';

const MINIMUM_NODE = [20, 19];

// `npm install` writes the lock file and its copy in node_modules within the same second, in no fixed order.
const SAME_INSTALL_MS = 2000;

/** Milliseconds of last change, or null when there is no such file. */
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** Refuses a Node too old for the dependencies, which would otherwise fail later with an obscure syntax error. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = MINIMUM_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  const wanted = MINIMUM_NODE.join('.');
  throw new ScriptFailure(
    inLanguage(
      `Copil demande Node ${wanted} ou plus récent ; celui-ci est en version ${version}. Voir https://nodejs.org/fr/download`,
      `Copil needs Node ${wanted} or newer; this one is ${version}. See https://nodejs.org/en/download`,
    ),
  );
}

/** True when node_modules is absent, half installed or older than the lock file. */
export function installIsStale(lockFile, installedLockFile) {
  const locked = changedAt(lockFile);
  const installed = changedAt(installedLockFile);
  if (installed === null) return true;
  return locked !== null && locked > installed + SAME_INSTALL_MS;
}

/** Runs `npm ci` when it is needed, and only then. Everything is said on standard error. */
export async function ensureInstalled() {
  checkNode();
  // npm writes this copy of the lock file last: an interrupted install does not leave one.
  if (!installIsStale(fromRoot('package-lock.json'), fromRoot('node_modules', '.package-lock.json'))) return;
  say('Installation des dépendances (npm ci)…', 'Installing dependencies (npm ci)…');
  // Build tools are needed even where NODE_ENV=production makes npm leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const status = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], options)
    : await run('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  throw new ScriptFailure(
    inLanguage(
      `L’installation des dépendances a échoué (npm ci, code ${status}). Vérifiez l’accès au réseau, puis relancez la commande.`,
      `Installing dependencies failed (npm ci, status ${status}). Check the network, then run the command again.`,
    ),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await runScript(ensureInstalled);
