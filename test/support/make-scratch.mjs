import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM_NEEDED = 2 ** 31;

/**
 * Before the first test: one folder for all that a run writes, which workers, browsers and commands take for the machine's
 * temporary one. What tests write is thrown away, and waiting for a disk proves nothing: it is in memory where there is room.
 */
export default function makeScratch() {
  const scratch = mkdtempSync(join(roomInMemory() >= ROOM_NEEDED ? MEMORY : tmpdir(), 'copil-tests-'));
  Object.assign(process.env, { TMPDIR: scratch, COPIL_TEST_SCRATCH: scratch });
  // A run that is interrupted has no end where drop-scratch.mjs would give the memory back.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
      process.kill(process.pid, signal);
    });
  }
  // The same of PostgreSQL: no test stops its server, so that none needs each commit on the disk.
  process.env.PGOPTIONS ??= '-c synchronous_commit=off';
}

/** Bytes; none where the system keeps no folder in memory. */
function roomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
