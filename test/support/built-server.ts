import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface BuiltServer {
  url: string;
  process: ChildProcess;
  /** Everything it wrote on standard error so far. */
  complaints(): string;
  /** Environment that makes a command speak of the same installation. */
  environment: NodeJS.ProcessEnv;
  /** Sends the signal and waits: the exit status and how long it took. */
  stop(signal?: NodeJS.Signals): Promise<{ status: number | null; ms: number }>;
  remove(): void;
}

/** Those of scripts/support/node-flags.mjs. */
const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

/** The compiled server in a process and a folder of its own, as a new user starts it (`npm test` builds it before). */
export async function startBuiltServer(settings: Record<string, string> = {}): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copil-built-'));
  const environment = { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn', ...settings };
  const server = spawn(process.execPath, [...FLAGS, resolve('dist/main.js')], { env: environment });
  let said = '';
  let complaints = '';
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const url = await new Promise<string>((found, failed) => {
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) found(address);
    });
    server.once('exit', (status) =>
      failed(new Error(`The server ended with ${status}: ${said}${complaints}`)),
    );
  });
  return {
    url: url.replace('localhost', '127.0.0.1'),
    process: server,
    complaints: () => complaints,
    environment,
    stop: async (signal = 'SIGTERM') => {
      const began = performance.now();
      const ended = once(server, 'exit');
      server.kill(signal);
      const [status] = (await ended) as [number | null];
      return { status, ms: performance.now() - began };
    },
    remove: () => {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
