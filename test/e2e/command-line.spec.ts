import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];
const SAMPLE = resolve('test/import/ok/press-release-figures.csv');
const WRONG = resolve('test/import/not-ok/words-as-number.csv');

interface Outcome {
  status: number | null;
  said: string;
  complained: string;
}

describe('the command line', () => {
  let folder: string;
  let environment: Record<string, string | undefined>;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs']);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-cli-'));
    environment = {
      ...process.env,
      DATABASE_URL: `sqlite:${join(folder, 'copil.sqlite')}`,
      DATA_DIR: folder,
      REPORTS_DIR: join(folder, 'published'),
      PORT: '0',
      LANG: 'fr_FR.UTF-8',
      LC_ALL: undefined,
      NODE_OPTIONS: undefined,
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const copil = (...args: string[]): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...FLAGS, 'dist/cli.js', ...args], {
      env: environment,
      encoding: 'utf8',
    });
    return { status, said: stdout, complained: stderr };
  };

  it('lists its commands, in French or in English', () => {
    const help = copil('--help');
    expect(help).toMatchObject({ status: 0, complained: '' });
    for (const command of ['serve', 'seed', 'import', 'bilan', 'token'])
      expect(help.said).toContain(`copil ${command}`);
    environment = { ...environment, LANG: 'en_GB.UTF-8' };
    expect(copil('--help').said).toContain('Exit status');
    expect(copil('import', '--help').said).toContain('imports files of figures');
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
  ])('answers 2 to wrong usage and opens nothing: %j', (args) => {
    const outcome = copil(...args);
    expect([outcome.status, outcome.said]).toEqual([2, '']);
    expect(outcome.complained).not.toBe('');
    expect(existsSync(join(folder, 'copil.sqlite'))).toBe(false);
  });

  it('adds the communes of a département once', () => {
    const added = copil('territories', '--departement', '46');
    expect(added.said).toBe('322 territoires ajoutés, 0 mis à jour, 0 inchangé.\n');
    const again = copil('territories', '--departement', '46', '--json');
    expect(JSON.parse(again.said)).toEqual({ created: 0, updated: 0, unchanged: 322 });
    const unknown = copil('territories', '--departement', '20');
    expect([unknown.status, unknown.said]).toEqual([1, '']);
  });

  it('loads the data set once, imports the sample over it, and says what it did', () => {
    expect(copil('seed').said).toMatch(
      /^Jeu de données oh-my-lot-2020 : \d+ éléments créés, 0 modifié, 0 inchangé\.\n$/,
    );
    expect(JSON.parse(copil('seed', '--json').said).total).toMatchObject({ created: 0, updated: 0 });
    expect(copil('import', SAMPLE, '--dry-run').said).toContain('rien n’a été enregistré');
    const first = copil('import', SAMPLE, '--json');
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
    expect(copil('import', SAMPLE).said).toContain('0 chiffre créé, 0 modifié, 8 inchangés.');
  });

  it('answers 1 to a refusal, with the reason in French on standard error', () => {
    copil('seed');
    const refused = copil('import', SAMPLE, WRONG, join(folder, 'absent.csv'));
    expect(refused.status).toBe(1);
    expect(refused.complained).toContain(
      'Ligne 2, colonne valeur : «\u00a0treize\u00a0» n’est pas un nombre',
    );
    expect(refused.complained).toContain('il n’existe pas');
    expect(copil('bilan', '2020')).toMatchObject({ status: 1, said: '' });
    expect(copil('seed', join(folder, 'nulle-part'))).toMatchObject({ status: 1, said: '' });
    const scope = copil('token', 'create', '--name', 'A', '--scope', 'tout');
    expect([scope.status, scope.complained]).toEqual([1, expect.stringContaining('La portée')]);
    environment = { ...environment, PORT: 'quatre-vingts' };
    expect(copil('seed').complained).toContain('PORT doit être');
  });

  it('exports what imports again without any change', () => {
    copil('seed');
    const file = join(folder, 'sorties', 'chiffres.csv');
    const exported = copil('export', 'csv', '--out', file);
    expect(exported).toEqual({
      status: 0,
      said: `Écrit dans ${file}\u00a0: 8 chiffres et 0 cible ou référence.\n`,
      complained: '',
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffcode_programme;.*\r\n(OML;.*\r\n){8}$/u);
    expect(copil('import', file).said).toContain('0 chiffre créé, 0 modifié, 8 inchangés.');
    expect(copil('export', 'csv', '--year', '2021', '--out', file).said).toContain('0 chiffre et');
    expect(copil('export', 'csv', '--out', folder)).toMatchObject({ status: 1, said: '' });
    const workbook = join(folder, 'chiffres.xlsx');
    expect(copil('export', 'xlsx', '--out', workbook)).toMatchObject({ status: 0, complained: '' });
    expect(readFileSync(workbook).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  });

  it('creates a token that is told once and kept as a hash', () => {
    const created = copil(
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
    const plain = copil('token', 'create', '--name', 'Stand', '--scope', 'read');
    expect(plain.said).toMatch(/^copil_[0-9A-Za-z]{49}\n$/);
  });

  it('says in one sentence that the port is taken, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    environment = { ...environment, PORT: String(address.port), SEED: 'none', LOG_LEVEL: 'silent' };
    const refused = copil('serve');
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
      expect(copil('import', SAMPLE)).toMatchObject({ status: 0 });
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
