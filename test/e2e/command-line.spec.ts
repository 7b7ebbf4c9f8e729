import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copilHere, FLAGS, type Outcome, settingsIn, spawnedCopil } from '../support/command-line.js';

const SAMPLE = resolve('test/import/ok/press-release-figures.csv');
const WRONG = resolve('test/import/not-ok/words-as-number.csv');

describe('the command line', () => {
  let folder: string;
  let environment: Record<string, string | undefined>;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-cli-'));
    environment = settingsIn(folder, { REPORTS_DIR: join(folder, 'published') });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const spawned = (...args: string[]): Outcome => spawnedCopil(environment, ...args);
  const copil = (...args: string[]): Promise<Outcome> => copilHere(environment, ...args);

  it('lists its commands, in French or in English', async () => {
    const help = spawned('--help');
    expect(help).toMatchObject({ status: 0, complained: '' });
    for (const command of ['serve', 'seed', 'import', 'bilan', 'token'])
      expect(help.said).toContain(`copil ${command}`);
    environment = { ...environment, LANG: 'en_GB.UTF-8' };
    expect((await copil('--help')).said).toContain('Exit status');
    expect((await copil('import', '--help')).said).toContain('imports files of figures');
  });

  it.each([
    [[]],
    [['toto']],
    [['import']],
    [['import', 'a.csv', '--inconnue']],
    [['import', 'a.csv', '--totals', 'autre']],
    [['import', 'a.csv', '--column', 'date=Jour']],
    [['token']],
    [['token', 'create', '--name', 'Stand']],
    [['token', 'create', '--name']],
    [['token', 'create', '--name', 'A', '--scope', 'read', '--rate', 'vite']],
    [['bilan']],
    [['bilan', 'deux-mille-vingt']],
    [['seed', 'a', 'b']],
    [['territories']],
    [['export']],
    [['export', 'pdf', '--out', 'a.pdf']],
    [['export', 'csv']],
    [['export', 'csv', '--out', '-']],
    [['export', 'csv', '--year', 'vingt', '--out', 'a.csv']],
  ])('answers 2 to wrong usage and opens nothing: %j', async (args) => {
    const outcome = await copil(...args);
    expect([outcome.status, outcome.said]).toEqual([2, '']);
    expect(outcome.complained).not.toBe('');
    expect(existsSync(join(folder, 'copil.sqlite'))).toBe(false);
  });

  it('ends with 2 after wrong usage, and says nothing on standard output', () => {
    expect(spawned('toto')).toMatchObject({ status: 2, said: '' });
    expect(spawned('import')).toMatchObject({ status: 2, said: '' });
  });

  it('adds the communes of a département once', async () => {
    const added = spawned('territories', '--departement', '46');
    expect(added.said).toBe('322 territoires ajoutés, 0 mis à jour, 0 inchangé.\n');
    const again = await copil('territories', '--departement', '46', '--json');
    expect(JSON.parse(again.said)).toEqual({ created: 0, updated: 0, unchanged: 322 });
    const unknown = await copil('territories', '--departement', '20');
    expect([unknown.status, unknown.said]).toEqual([1, '']);
  });

  it('loads the data set once, imports the sample over it, and says what it did', async () => {
    expect(spawned('seed').said).toMatch(
      /^Jeu de données oh-my-lot-2020 : \d+ éléments créés, 0 modifié, 0 inchangé\.\n$/,
    );
    expect(JSON.parse((await copil('seed', '--json')).said).total).toMatchObject({ created: 0, updated: 0 });
    expect((await copil('import', SAMPLE, '--dry-run')).said).toContain('rien n’a été enregistré');
    const first = spawned('import', SAMPLE, '--json');
    expect([first.status, first.complained]).toEqual([0, '']);
    const { files } = JSON.parse(first.said);
    expect(Object.keys(files[0]).slice(0, 12)).toEqual([
      'file',
      'sha256',
      'profile',
      'encoding',
      'rowsRead',
      'rowsLeftOut',
      'created',
      'updated',
      'unchanged',
      'rejected',
      'totals',
      'questions',
    ]);
    expect(files[0]).toMatchObject({
      file: 'press-release-figures.csv',
      profile: 'standard-v1',
      rowsRead: 8,
      created: 0,
      rejected: [],
    });
    expect((await copil('import', SAMPLE)).said).toContain('0 chiffre créé, 0 modifié, 8 inchangés.');
  });

  it('answers 1 to a refusal, with the reason in French on standard error', async () => {
    await copil('seed');
    const refused = spawned('import', SAMPLE, WRONG, join(folder, 'absent.csv'));
    expect(refused.status).toBe(1);
    expect(refused.complained).toContain(
      'Ligne 2, colonne valeur : «\u00a0treize\u00a0» n’est pas un nombre',
    );
    expect(refused.complained).toContain('il n’existe pas');
    expect(spawned('bilan', '2020')).toMatchObject({ status: 1, said: '' });
    expect(await copil('seed', join(folder, 'nulle-part'))).toMatchObject({ status: 1, said: '' });
    const scope = await copil('token', 'create', '--name', 'A', '--scope', 'tout');
    expect([scope.status, scope.complained]).toEqual([1, expect.stringContaining('La portée')]);
    environment = { ...environment, PORT: 'quatre-vingts' };
    expect((await copil('seed')).complained).toContain('PORT doit être');
  });

  it('exports what imports again without any change', async () => {
    await copil('seed');
    const file = join(folder, 'sorties', 'chiffres.csv');
    const exported = spawned('export', 'csv', '--out', file);
    expect(exported).toEqual({
      status: 0,
      said: `Écrit dans ${file}\u00a0: 8 chiffres et 0 cible ou référence.\n`,
      complained: '',
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffcode_programme;.*\r\n(OML;.*\r\n){8}$/u);
    expect((await copil('import', file)).said).toContain('0 chiffre créé, 0 modifié, 8 inchangés.');
    expect((await copil('export', 'csv', '--year', '2021', '--out', file)).said).toContain('0 chiffre et');
    expect(await copil('export', 'csv', '--out', folder)).toMatchObject({ status: 1, said: '' });
    const workbook = join(folder, 'chiffres.xlsx');
    expect(spawned('export', 'xlsx', '--out', workbook)).toMatchObject({ status: 0, complained: '' });
    expect(readFileSync(workbook).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  });

  it('creates a token that is told once and kept as a hash', async () => {
    const created = spawned(
      'token',
      'create',
      '--name',
      'Stand',
      '--scope',
      'measurements:write',
      '--rate',
      '0',
      '--json',
    );
    const answer = JSON.parse(created.said);
    expect(Object.keys(answer)).toEqual(['token', 'name', 'scope', 'expires']);
    const kept = readFileSync(join(folder, 'copil.sqlite')).toString('latin1');
    expect(kept).not.toContain(answer.token.slice('copil_'.length));
    const plain = await copil('token', 'create', '--name', 'Stand', '--scope', 'read');
    expect(plain.said).toMatch(/^copil_[0-9A-Za-z]{49}\n$/);
  });

  it('says in one sentence that the port is taken, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    environment = { ...environment, PORT: String(address.port), SEED: 'none', LOG_LEVEL: 'silent' };
    const refused = spawned('serve');
    other.close();
    expect(refused).toMatchObject({ status: 1, said: '' });
    expect(refused.complained).toMatch(/^Un autre programme écoute déjà .*PORT\.\n$/);
  });

  it('works beside a running server, which sees at once what it wrote', async () => {
    const server = spawn(process.execPath, [...FLAGS, 'dist/cli.js', 'serve'], {
      env: { ...environment, LOG_LEVEL: 'silent' },
    });
    try {
      const address = await addressOf(server);
      const stand = async (): Promise<unknown> => {
        const response = await fetch(new URL('/api/v1/measurements?indicator=VISITEURS_STAND', address));
        const page = (await response.json()) as { items: { source?: string }[] };
        return page.items[0]?.source;
      };
      expect(await stand()).not.toBe('Compteur de stand');
      expect(spawned('import', SAMPLE)).toMatchObject({ status: 0 });
      expect(await stand()).toBe('Compteur de stand');
      server.kill('SIGTERM');
      const [status] = (await once(server, 'exit')) as [number | null];
      expect(status).toBe(0);
    } finally {
      server.kill('SIGKILL');
    }
  });
});

/** The address that the server prints once it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/\S+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The server ended without listening: ${said}`);
}
