import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROWS = 5_000;
const KILLS = 5;
const HEADER =
  'code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire';

describe('an import that is killed', () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-killed-import-'));
    environment = { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn' };
    const rows = Array.from({ length: ROWS }, (_, row) => {
      const day = new Date(Date.UTC(1930, 0, 1 + row)).toISOString().slice(0, 10);
      return `OP-2020-SPOTS;SPOTS_PARTAGES;${day};${day};realise;${row};;;;`;
    });
    writeFileSync(join(folder, 'jours.csv'), [HEADER, ...rows, ''].join('\r\n'));
    copil('seed');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const copil = (...args: string[]): string =>
    execFileSync(process.execPath, ['dist/cli.js', ...args], {
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const tried = (): { created: number; unchanged: number } =>
    JSON.parse(copil('import', join(folder, 'jours.csv'), '--dry-run', '--json')).files[0];

  it(`leaves all of its file or nothing, ${KILLS} times, and the database whole`, async () => {
    const began = performance.now();
    expect(tried()).toMatchObject({ created: ROWS, unchanged: 0 });
    const whole = performance.now() - began;
    let kept = 0;
    for (let turn = 1; turn <= KILLS && kept === 0; turn += 1) {
      const child = spawn(process.execPath, ['dist/cli.js', 'import', join(folder, 'jours.csv')], {
        env: environment,
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      // Spread over the whole of an import, its end included.
      await setTimeout((whole * (turn + 1)) / (KILLS + 1));
      child.kill('SIGKILL');
      await ended;
      const { created, unchanged } = tried();
      expect([ROWS, 0]).toContain(created);
      expect(created + unchanged).toBe(ROWS);
      kept = unchanged;
    }
    copil('import', join(folder, 'jours.csv'));
    expect(tried()).toMatchObject({ created: 0, unchanged: ROWS });
    expect(copil('verify')).toContain('intact');
  }, 120_000);
});
