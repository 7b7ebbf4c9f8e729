// `copil import` of a standard file of a million rows into SQLite, with everything on (validation, versions, roll-ups, audit,
// synchronous=FULL), beside the sqlite3 command line importing the same rows into a table with one index over the same key.
// In date order, as files come, and in random order, the worst an index can meet.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NODE_FLAGS } from '../scripts/support/node-flags.mjs';
import { fromRoot, ROOT } from '../scripts/support/paths.mjs';
import { ratios } from './harness/load.mjs';
import { explainMachine } from './harness/machine.mjs';
import { explain, report } from './harness/report.mjs';
import { writeStandardFile } from './harness/standard-file.mjs';

const ROWS = 1_000_000;
const ROUNDS = 3;
/** Says on standard error how much memory the command took at most, in kilobytes. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`;
const COLUMNS =
  'code_programme, code_operation, code_indicateur, periode_debut, periode_fin, type_valeur, valeur INTEGER, qualificatif, statut, source, commentaire, canal';

if (spawnSync('sqlite3', ['--version']).status !== 0) {
  process.stderr.write(
    'import: the sqlite3 command line is missing, it is the peer of this bench: apt-get install sqlite3 (or brew install sqlite).\n',
  );
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'copil-bench-import-'));
const environment = (dataDir) => ({
  ...process.env,
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  DATABASE_URL: `sqlite:${join(dataDir, 'copil.sqlite')}`,
  SEED: 'none',
});
const copil = (dataDir, args) =>
  spawn(process.execPath, [...NODE_FLAGS, '--import', TELL_PEAK, fromRoot('dist', 'cli.js'), ...args], {
    cwd: ROOT,
    env: environment(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a command to its end: what it printed, how long it took in seconds, its peak memory in megabytes. */
async function run(child) {
  const began = performance.now();
  let [printed, told] = ['', ''];
  child.stdout.on('data', (piece) => (printed += piece));
  child.stderr.on('data', (piece) => (told += piece));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`exit ${status}: ${told}${printed}`);
  return {
    printed,
    seconds: (performance.now() - began) / 1_000,
    peak: Number(/peak (\d+)/.exec(told)?.[1]) / 1_024,
  };
}

let round = 0;
async function ours(file) {
  const dataDir = join(folder, `data-${(round += 1)}`);
  await mkdir(dataDir);
  await copyFile(join(folder, 'seeded.sqlite'), join(dataDir, 'copil.sqlite'));
  const { printed, seconds, peak } = await run(copil(dataDir, ['import', '--json', file]));
  const { created, rejected } = JSON.parse(printed).files[0];
  if (created !== ROWS) throw new Error(`${created} rows created: ${JSON.stringify(rejected).slice(0, 300)}`);
  await rm(dataDir, { recursive: true });
  return { rate: ROWS / seconds, peak };
}

async function peer(file) {
  const database = join(folder, `peer-${(round += 1)}.sqlite`);
  const began = performance.now();
  await promisify(execFile)('sqlite3', [
    database,
    'PRAGMA journal_mode = WAL',
    'PRAGMA synchronous = FULL',
    `CREATE TABLE measurements (${COLUMNS})`,
    'CREATE UNIQUE INDEX by_slice ON measurements (code_indicateur, code_operation, canal, periode_fin, periode_debut, valeur)',
    '.mode csv',
    '.separator ;',
    `.import --skip 1 ${file} measurements`,
  ]);
  const seconds = (performance.now() - began) / 1_000;
  const { stdout } = await promisify(execFile)('sqlite3', [database, 'SELECT count(*) FROM measurements']);
  if (Number(stdout) !== ROWS) throw new Error(`sqlite3 imported ${stdout} rows`);
  await rm(database);
  return ROWS / seconds;
}

try {
  await explainMachine();
  const seeded = join(folder, 'seed');
  await mkdir(seeded);
  await run(copil(seeded, ['seed']));
  await promisify(execFile)('sqlite3', [
    join(seeded, 'copil.sqlite'),
    `VACUUM INTO '${join(folder, 'seeded.sqlite')}'`,
  ]);
  for (const order of ['date', 'random']) {
    const name = order === 'date' ? 'import.csv' : 'import.csv.random';
    explain(`${name}: ${ROWS} rows in ${order} order, beside sqlite3 .import with one covering index`);
    const file = join(folder, `${order}.csv`);
    await writeStandardFile(file, ROWS, order);
    const [imported, bare, peaks] = [[], [], []];
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const { rate, peak } = await ours(file);
      imported.push(rate);
      peaks.push(peak);
      bare.push(await peer(file));
    }
    report(`${name}.rate`, imported, 'rows/s');
    report(`${name}.sqlite3`, bare, 'rows/s');
    report(`${name}.ratio`, ratios(imported, bare), 'ratio');
    report(`${name}.rss`, peaks, 'MB');
    await rm(file);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
