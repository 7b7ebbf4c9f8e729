import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FileReading } from '../../src/imports/reading/reading.types.js';
import { compiledPrograms } from '../support/compiled-programs.js';
import { HOSTILE_WORKBOOKS, OTHER_HOSTILE_FILES } from './hostile-files.js';

const { program } = compiledPrograms(
  ['read-file', 'reading-limits'].map((name) => `src/imports/reading/${name}.ts`),
);
const run = promisify(execFile);
/** Where the reader works: an archive that stepped out of it would be seen. */
let spool: string;
let work: string;

beforeAll(async () => {
  spool = await mkdtemp(join(tmpdir(), 'copil-hostile-'));
  work = join(spool, 'one', 'two');
  await mkdir(work, { recursive: true });
});

afterAll(() => rm(spool, { recursive: true, force: true }));

interface Measured {
  reading: FileReading;
  /** Of the processor: the machine may have other work. */
  milliseconds: number;
  /** That the process grew by, at most. */
  megabytes: number;
  polluted: string[];
}

/** Reads one file in a process of its own, warmed by a small one, in the memory that the server's thread has. */
async function measure(bytes: Buffer): Promise<Measured> {
  const path = join(spool, 'file');
  await writeFile(path, bytes);
  const from = (name: string): string => JSON.stringify(program(name).href);
  const script = `
    import { readFileSync } from 'node:fs';
    import { readFile } from ${from('read-file')};
    import { READING_LIMITS } from ${from('reading-limits')};
    const before = Reflect.ownKeys(Object.prototype).map(String);
    const bytes = new Uint8Array(readFileSync(process.argv[1]));
    for (const text of ['a;b\\n1;2', '[{"a":1}]']) await readFile(Buffer.from(text), READING_LIMITS);
    const cpu = process.cpuUsage();
    const rss = process.resourceUsage().maxRSS;
    const reading = await readFile(bytes, READING_LIMITS);
    const { user, system } = process.cpuUsage(cpu);
    const megabytes = (process.resourceUsage().maxRSS - rss) / 1024;
    const polluted = Reflect.ownKeys(Object.prototype).map(String).filter((key) => !before.includes(key));
    process.stdout.write(JSON.stringify({ reading, milliseconds: (user + system) / 1000, megabytes, polluted }));`;
  const options = ['--max-old-space-size=256', '--input-type=module', '--eval', script, '--', path];
  const { stdout } = await run(process.execPath, options, { maxBuffer: 2 ** 26, cwd: work });
  return JSON.parse(stdout) as Measured;
}

describe.each([
  ['workbooks of the security review', HOSTILE_WORKBOOKS],
  ['other files', OTHER_HOSTILE_FILES],
])('hostile %s', (_, files) => {
  it.each(files)('$name: $code, in a second and 200 MB', async ({ make, code }) => {
    const { reading, milliseconds, megabytes, polluted } = await measure(make());
    expect(reading.ok ? null : reading.refusal.code).toBe(code);
    if (!reading.ok) expect(reading.refusal.message).toMatch(/^(Ce|Cette|Une|La|Ligne) .{20,}\.$/);
    expect(milliseconds).toBeLessThan(1_000);
    expect(megabytes).toBeLessThan(200);
    expect(polluted).toEqual([]);
    expect((await readdir(spool, { recursive: true })).sort()).toEqual(['file', 'one', join('one', 'two')]);
  });
});
