import Database from 'better-sqlite3';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startBuiltServer } from '../support/built-server.js';

const ROWS = 5_000;
/** When, of the time that writing takes: in its middle, and about its end. */
const MOMENTS = [0.5, 0.95];
const HEADER =
  'code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire';
const NOTHING = { measurements: 0, batches: 0 };
const ALL = { measurements: ROWS, batches: 1 };

describe('an import that is killed', () => {
  let folder: string;
  let file: string;
  let environment: NodeJS.ProcessEnv;
  /** How long an import writes, in milliseconds. */
  let whole: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copil-killed-import-'));
    file = join(folder, 'jours.csv');
    environment = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn', SEED: 'none' };
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const day = new Date(Date.UTC(1930, 0, 1 + row)).toISOString().slice(0, 10);
      return `OP-2020-SPOTS;SPOTS_PARTAGES;${day};${day};realise;${row};;;;`;
    });
    writeFileSync(file, [HEADER, ...rows, ''].join('\r\n'));
    copil('seed');
    whole = await timeOfWriting();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const copil = (...args: string[]): string =>
    execFileSync(process.execPath, ['dist/cli.js', ...args], {
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const startImport = (...options: string[]): ChildProcess =>
    spawn(process.execPath, ['dist/cli.js', 'import', file, ...options], {
      env: environment,
      stdio: 'ignore',
    });
  const open = (): Database.Database => new Database(join(folder, 'copil.sqlite'), { timeout: 0 });

  /** What the database has of the file. */
  function kept(): unknown {
    const database = open();
    try {
      const measurements = `SELECT count(*) FROM measurements WHERE period_start < '1950'`;
      return database
        .prepare(`SELECT (${measurements}) AS measurements, (SELECT count(*) FROM import_batches) AS batches`)
        .get();
    } finally {
      database.close();
    }
  }

  const isWritten = (database: Database.Database): boolean => {
    try {
      database.exec('BEGIN IMMEDIATE; ROLLBACK');
      return false;
    } catch {
      return true;
    }
  };

  /** Waits until somebody holds the right to write, or nobody does any more; or until the process has ended. */
  async function until(process: ChildProcess, isUnderWay: boolean): Promise<void> {
    const database = open();
    try {
      while (process.exitCode === null && isWritten(database) !== isUnderWay) await setTimeout(2);
    } finally {
      database.close();
    }
  }

  /** A trial does all that an import does, then takes it back. */
  async function timeOfWriting(): Promise<number> {
    const trial = startImport('--dry-run');
    await until(trial, true);
    const began = performance.now();
    await until(trial, false);
    const took = performance.now() - began;
    if (trial.exitCode === null) await once(trial, 'exit');
    return took;
  }

  async function killAt(milliseconds: number, process: ChildProcess): Promise<void> {
    await until(process, true);
    await setTimeout(milliseconds);
    if (process.exitCode !== null) return;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
  }

  it('leaves all of its file or nothing on the server, and does what it answered', async () => {
    const token = copil('token', 'create', '--name', 'Partage', '--scope', 'measurements:write').trim();
    const server = await startBuiltServer({ DATA_DIR: folder, SEED: 'none' });
    const form = new FormData();
    form.set('file', new File([readFileSync(file)], 'jours.csv'));
    const headers = { authorization: `Bearer ${token}` };
    const answered = fetch(`${server.url}/api/v1/imports`, { method: 'POST', headers, body: form }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    await killAt(whole / 2, server.process);
    expect((await answered) === 200 ? [ALL] : [NOTHING, ALL]).toContainEqual(kept());
    expect([200, 'cut off']).toContain(await answered);
  }, 120_000);

  it('leaves all of its file or nothing by the command, and the database whole', async () => {
    for (const moment of MOMENTS) {
      await killAt(whole * moment, startImport());
      expect([NOTHING, ALL]).toContainEqual(kept());
    }
    copil('import', file);
    expect(kept()).toEqual(ALL);
    expect(copil('verify')).toContain('intact');
  }, 120_000);
});
