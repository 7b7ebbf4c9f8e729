import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './source-tree.js';

const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

/** The address that the server prints once it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/\S+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The built server ended without listening: ${said}`);
}

describe('The built server', () => {
  let folder: string;
  let server: ChildProcess;
  let complaints = '';

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), 'copil-built-'));
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: folder,
      DATABASE_URL: `sqlite:${join(folder, 'copil.sqlite')}`,
      REPORTS_DIR: join(folder, 'published'),
      LOG_LEVEL: 'warn',
    };
    server = spawn(process.execPath, [...FLAGS, 'dist/main.js'], { cwd: ROOT, env });
    server.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  });

  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts on an empty folder, answers, and stops cleanly without a complaint', async () => {
    const address = await addressOf(server);
    expect((await fetch(new URL('/healthz', address))).status).toBe(200);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    server.kill('SIGTERM');
    const [status] = (await once(server, 'exit')) as [number | null];
    expect([status, complaints]).toEqual([0, '']);
  });
});
