// Memory of the built server: once started on the press release, then after a minute of readers.
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { throughput } from './harness/load.mjs';
import { explain, report } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';

const STARTS = 3;
const SETTLE_MS = 2_000;
const LOAD_SECONDS = 60;
const SLICE_SECONDS = 5;

/** Resident memory of a process, in megabytes (Linux). */
async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  return (kilobytes * 1024) / 1e6;
}

explain('memory.idle: resident memory two seconds after each of three starts');
const idle = [];
for (let start = 1; start <= STARTS; start += 1) {
  const server = await startServer();
  try {
    await wait(SETTLE_MS);
    idle.push(await residentMegabytes(server.process.pid));
    if (start < STARTS) continue;
    report('memory.idle', idle, 'MB');
    explain('memory.load: resident memory while ten readers ask for the dashboard during a minute');
    const samples = [];
    for (let slice = 0; slice < LOAD_SECONDS / SLICE_SECONDS; slice += 1) {
      await throughput(`${server.url}/`, { seconds: SLICE_SECONDS });
      samples.push(await residentMegabytes(server.process.pid));
    }
    report('memory.load', samples, 'MB');
  } finally {
    await server.stop();
  }
}
