import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileLock } from './instance-lock.js';

const HOLDER = `
  const Database = require('better-sqlite3');
  const lock = new Database(process.argv[1], { timeout: 0 });
  lock.exec('BEGIN EXCLUSIVE');
  console.log('held');
  setInterval(() => {}, 1000);
`;

describe('instance lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copil-lock-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused while another process holds it, and free once that process is killed', async () => {
    const file = join(folder, 'copil.sqlite.lock');
    const holder = spawn(process.execPath, ['-e', HOLDER, file], { stdio: ['ignore', 'pipe', 'ignore'] });
    // Whatever fails, no process is left behind: it would keep the runner's pipes open.
    try {
      await once(holder.stdout, 'data');
      expect(FileLock.acquire(file)).toBeNull();
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'close');
    }
    const lock = await FileLock.wait(file, 2_000);
    expect(lock).not.toBeNull();
    lock?.release();
  });
});
