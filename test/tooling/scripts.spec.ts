import { outcomeOf, ProjectTree, written } from './project-tree.js';

/** A server that stops gracefully, with a status of its own, and says how many signals reached it. */
const SERVER = `
let signals = 0;
const stop = (name: string): void => {
  signals += 1;
  if (signals === 1) setTimeout(() => { console.log(name + ' x' + signals); process.exit(7); }, 200);
};
process.on('SIGTERM', () => stop('SIGTERM'));
process.on('SIGINT', () => stop('SIGINT'));
setInterval(() => undefined, 1000);
console.log('listening');
`;

const COMMAND = `
console.log(JSON.stringify({ args: process.argv.slice(2), folder: process.cwd(), proto: '__proto__' in {} }));
process.exit(process.argv.includes('fail') ? 2 : 0);
`;

describe('Scripts', () => {
  let tree: ProjectTree;

  beforeEach(() => {
    tree = new ProjectTree({
      'src/main.ts': SERVER,
      'src/cli.ts': COMMAND,
      'src/kernel/old.ts': 'export {};',
    });
  });

  afterEach(() => tree.remove());

  describe('copil', () => {
    it('prints what the command prints and nothing else, even when it builds first', async () => {
      const { status, stdout, stderr } = await tree.run('scripts/copil.mjs', [
        'bilan',
        '2020',
        '--out',
        'été à.pdf',
      ]);
      expect(JSON.parse(stdout)).toEqual({
        args: ['bilan', '2020', '--out', 'été à.pdf'],
        folder: tree.folder,
        proto: false,
      });
      expect([status, stderr]).toEqual([0, '']);
    });

    it('passes the exit status on', async () => {
      expect(await tree.run('scripts/copil.mjs', ['fail'])).toMatchObject({ status: 2 });
    });
  });

  describe('start', () => {
    it.each(['SIGTERM', 'SIGINT'] as const)(
      'hands %s over once and gives the status of the server',
      async (signal) => {
        const child = tree.spawn(process.execPath, [tree.path('scripts/start.mjs')]);
        const outcome = outcomeOf(child);
        await written(child, 'listening');
        child.kill(signal);
        child.kill(signal);
        expect(await outcome).toMatchObject({ status: 7, stdout: `listening\n${signal} x1\n` });
      },
    );

    it('stops gracefully through npm start', async () => {
      const child = tree.spawn('npm', ['start', '--silent'], { npm_execpath: undefined });
      const outcome = outcomeOf(child);
      await written(child, 'listening');
      child.kill('SIGTERM');
      expect(await outcome).toMatchObject({ status: 7, stdout: 'listening\nSIGTERM x1\n' });
    });

    it('stops the server when the shell that npm put between them dies of the signal', async () => {
      tree.write('src/cli.ts', SERVER);
      const child = tree.spawn('npm', ['run', 'copil', '--silent', '--', 'serve'], {
        npm_execpath: undefined,
      });
      const outcome = outcomeOf(child);
      await written(child, 'listening');
      child.kill('SIGTERM');
      expect(await outcome).toMatchObject({ stdout: 'listening\nSIGTERM x1\n' });
    });
  });

  describe('ensure-installed', () => {
    it('installs nothing when node_modules is as fresh as the lock file', async () => {
      expect(await tree.run('scripts/ensure-installed.mjs')).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(tree.has('npm-arguments.txt')).toBe(false);
    });

    it.each([
      ['absent', (): void => tree.delete('node_modules')],
      ['half installed', (): void => tree.delete('node_modules/.package-lock.json')],
      ['older than the lock file', (): void => tree.age('node_modules/.package-lock.json', 60)],
    ])('runs npm ci when node_modules is %s, speaking on standard error only', async (_state, spoil) => {
      spoil();
      const { status, stdout, stderr } = await tree.run('scripts/ensure-installed.mjs');
      expect(tree.read('npm-arguments.txt')).toMatch(/^ci --include=dev/);
      expect([status, stdout]).toEqual([0, '']);
      expect(stderr).toBe('Installation des dépendances (npm ci)…\nadded 1 package\n');
    });

    it('says why it failed, in the language asked', async () => {
      tree.delete('node_modules');
      tree.write('npm.js', 'process.exit(3);');
      const french = await tree.run('scripts/ensure-installed.mjs');
      expect(french).toMatchObject({ status: 1, stdout: '' });
      expect(french.stderr).toContain('a échoué (npm ci, code 3)');
      const english = await tree.run('scripts/ensure-installed.mjs', [], { LANG: 'en' });
      expect(english.stderr).toContain('failed (npm ci, status 3)');
    });

    it.each([
      ['20.18.3', 1],
      ['18.20.0', 1],
      ['20.19.0', 0],
      ['24.0.1', 0],
    ])('Node %s gives status %i', async (version, status) => {
      tree.write(
        'node-version.mjs',
        `import { checkNode } from './scripts/ensure-installed.mjs';
         import { runScript } from './scripts/support/messages.mjs';
         await runScript(() => checkNode('${version}'));`,
      );
      const outcome = await tree.run('node-version.mjs');
      expect(outcome.status).toBe(status);
      expect(outcome.stderr.includes('Copil demande Node 20.19')).toBe(status === 1);
    });
  });

  describe('build', () => {
    const said = (stdout: string): string => stdout.replace(/ \(.*\n$/, '');

    it('builds what changed, keeps the rest, removes what has no source any more', async () => {
      const first = await tree.run('scripts/build.mjs');
      expect(said(first.stdout)).toBe(
        '3 module(s) construit(s) sur 3, 0 retiré(s), styles et scripts inchangés',
      );
      expect(tree.read('dist/main.js')).toContain('sourceMappingURL=main.js.map');
      expect(JSON.parse(tree.read('dist/main.js.map'))).toMatchObject({ sources: ['../src/main.ts'] });

      tree.delete('src/kernel/old.ts');
      tree.write('src/cli.ts', 'export const changed: number = 1;');
      const second = await tree.run('scripts/build.mjs');
      expect(said(second.stdout)).toBe(
        '1 module(s) construit(s) sur 2, 1 retiré(s), styles et scripts inchangés',
      );
      expect(tree.has('dist/kernel/old.js') || tree.has('dist/kernel/old.js.map')).toBe(false);
      expect(tree.read('dist/cli.js')).toContain('changed = 1');
    });

    it('names the source that does not parse', async () => {
      tree.write('src/kernel/wrong.ts', 'export const = 1;');
      const { status, stderr } = await tree.run('scripts/build.mjs');
      expect(status).toBe(1);
      expect(stderr).toContain('src/kernel/wrong.ts');
    });
  });

  describe('dev', () => {
    it('restarts the server with what changed, and keeps it while a source does not parse', async () => {
      const server = (name: string): string => `${SERVER}\nconsole.log('${name}');`;
      tree.write('src/main.ts', server('first'));
      const child = tree.spawn(process.execPath, [tree.path('scripts/dev.mjs')]);
      const outcome = outcomeOf(child);
      await written(child, 'first');
      tree.write('src/main.ts', 'export const = 1;');
      await written(child, 'src/main.ts', 'stderr');
      expect(child.exitCode).toBeNull();
      tree.write('src/main.ts', server('second'));
      await written(child, 'second');
      child.kill('SIGTERM');
      const { status, stdout } = await outcome;
      expect(status).toBe(0);
      expect(stdout).toBe('listening\nfirst\nSIGTERM x1\nlistening\nsecond\nSIGTERM x1\n');
    });
  });

  describe('test', () => {
    const nothing = { PATH: '/nowhere', CHROMIUM_PATH: '', TEST_DATABASE_URL: '' };

    beforeEach(() => {
      tree.write('node_modules/jest/bin/jest.js', "console.log('jest', ...process.argv.slice(2));");
    });

    it('says in one line each what is skipped, then runs Jest with the arguments given', async () => {
      const { status, stdout, stderr } = await tree.run('scripts/test.mjs', ['src/kernel'], {
        ...nothing,
        CI: '',
      });
      expect(stdout).toBe('jest src/kernel\n');
      expect(
        stderr
          .trim()
          .split('\n')
          .map((line) => line.split(' :')[0]),
      ).toEqual(['PostgreSQL', 'Chromium', 'Poppler', 'qpdf']);
      expect(status).toBe(0);
    });

    it('fails where CI=true forbids a skip, without running Jest', async () => {
      const { status, stdout, stderr } = await tree.run('scripts/test.mjs', [], { ...nothing, CI: 'true' });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain('CI=true : aucun test ne peut être sauté.');
    });
  });
});
