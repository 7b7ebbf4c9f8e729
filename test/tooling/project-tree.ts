import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = process.cwd();

/** Scripts that the tree gets; the asset builder is not one of them. */
const SCRIPTS = ['ensure-installed', 'build', 'start', 'copil', 'dev', 'test'];

/** What a command gave. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * A small project in a temporary folder, with the real scripts and a source of a few lines. Its npm is a witness that
 * writes its arguments instead of installing.
 */
export class ProjectTree {
  private readonly children: ChildProcess[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'copil-tooling-'));

  constructor(sources: Record<string, string>) {
    for (const name of ['support', ...SCRIPTS.map((script) => `${script}.mjs`)]) {
      cpSync(join(ROOT, 'scripts', name), this.path(join('scripts', name)), { recursive: true });
    }
    for (const name of ['.swcrc', 'package.json', 'package-lock.json'])
      cpSync(join(ROOT, name), this.path(name));
    mkdirSync(this.path('node_modules'));
    symlinkSync(join(ROOT, 'node_modules', '@swc'), this.path('node_modules/@swc'));
    this.write('node_modules/.package-lock.json', '{}');
    this.write(
      'npm.js',
      `import { writeFileSync } from 'node:fs';
       writeFileSync('npm-arguments.txt', process.argv.slice(2).join(' '));
       console.log('added 1 package');`,
    );
    for (const [path, content] of Object.entries(sources)) this.write(path, content);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  delete(path: string): void {
    rmSync(this.path(path), { recursive: true });
  }

  has(path: string): boolean {
    return existsSync(this.path(path));
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Makes a file as old as the number of seconds says. */
  age(path: string, seconds: number): void {
    const time = Date.now() / 1000 - seconds;
    utimesSync(this.path(path), time, time);
  }

  /** Starts a program of the tree. */
  spawn(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    const env = { ...process.env, npm_execpath: this.path('npm.js'), LANG: '', LC_ALL: '', ...environment };
    const child = spawn(command, args, { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.children.push(child);
    return child;
  }

  /** Runs a script of the tree to its end. */
  run(script: string, args: string[] = [], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return outcomeOf(this.spawn(process.execPath, [this.path(script), ...args], environment));
  }

  /** Stops what still runs and removes the folder. */
  remove(): void {
    for (const child of this.children) child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for the end of a program. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const outcome: Outcome = { status: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (outcome.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (outcome.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ ...outcome, status }));
  });
}

/** Waits until a program has written something, on its standard output or on the other one. */
export function written(
  child: ChildProcess,
  text: string,
  where: 'stdout' | 'stderr' = 'stdout',
): Promise<void> {
  let seen = '';
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`Ended without writing « ${text} »: ${seen}`)));
    child[where]?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (seen.includes(text)) resolve();
    });
  });
}
