import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { compiledPrograms } from '../../../../test/support/compiled-programs.js';
import { workbookOf } from '../../../../test/support/workbook.js';
import { builtInProfiles } from '../../profiles/profile-files.js';
import { READING_LIMITS } from '../reading-limits.js';
import { FileReader } from './file-reader.js';
import type { FileToRead, InterpretedFile } from './file-reading.types.js';
import { unpackFile } from './packed-file.js';
import { InlineEngine, ThreadEngine, type ReadingEngine } from './reading-engine.js';

const { program, script } = compiledPrograms(['src/imports/reading/thread/reading-worker.ts']);
const WORKER = program('reading-worker');

const context = { programme: 'OML', scales: [], territories: [], channels: [], answers: {} };
const fileOf = (source: FileToRead['source']): FileToRead => ({
  source,
  limits: READING_LIMITS,
  profiles: builtInProfiles(),
  context,
});
const textFile = (text: string): FileToRead => fileOf({ bytes: Buffer.from(text) });
const sample = async (name: string): Promise<FileToRead> =>
  fileOf({ bytes: await readFile(`test/import/samples/${name}`) });

/** An engine that ends a file only when told. */
class HandEngine implements ReadingEngine {
  readonly waiting: ((reading: InterpretedFile) => void)[] = [];
  stopped = 0;

  read(): Promise<InterpretedFile> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.stopped++;
  }
}

const refused: InterpretedFile = { ok: false, refusal: { code: 'empty_file', message: 'Vide.', line: 1 } };
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('FileReader', () => {
  it('reads one file at a time, refuses a queue too long, and the files that wait when it closes', async () => {
    const engine = new HandEngine();
    const reader = new FileReader({ engine, maxWaiting: 1 });
    const first = reader.read(textFile('a;b'));
    const second = reader.read(textFile('a;b')).catch((error: unknown) => error);
    await expect(reader.read(textFile('a;b'))).rejects.toMatchObject({ code: 'reading_busy', status: 503 });
    await settled();
    expect(engine.waiting).toHaveLength(1);
    const closed = reader.onApplicationShutdown();
    engine.waiting.shift()?.(refused);
    await expect(first).resolves.toEqual(refused);
    await expect(second).resolves.toMatchObject({ code: 'reading_busy' });
    await closed;
    expect(engine.stopped).toBe(1);
    await expect(reader.read(textFile('a;b'))).rejects.toMatchObject({ code: 'reading_busy' });
  });

  it('reads in sources without a thread', async () => {
    const reader = new FileReader();
    expect(await reader.read(textFile('bonjour'))).toMatchObject({
      ok: false,
      refusal: { code: 'not_a_table' },
    });
    expect(await reader.read(await sample('01_meta_facebook_publications_fr.csv'))).toMatchObject({
      ok: true,
    });
    await reader.onApplicationShutdown();
  });
});

/** Posts of Instagram: as many rows as are let in, nearly 10 MB of text. */
const POSTS = 49_000;
const HEADER =
  'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,' +
  'Data comment,Date,Views,Likes,Shares,Comments,Saves,Reach';
const post = (index: number): string =>
  `1789${String(index).padStart(13, '0')},178414,ohmylot,Oh my Lot,Les spots du Lot,0,` +
  `0${1 + (index % 9)}/${13 + (index % 15)}/2020 18:32,https://www.instagram.com/p/${index}/,IG image,,` +
  `Lifetime,${index},${index % 90},${index % 7},${index % 11},${index % 13},${index % 900}`;
const posts = (): string[] => [HEADER, ...Array.from({ length: POSTS }, (_, index) => post(index))];

const postsCsv = (): Uint8Array => Buffer.from(posts().join('\n'));

function postsWorkbook(): Uint8Array {
  const cell = (text: string): string =>
    /^\d{1,6}$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="str"><v>${text}</v></c>`;
  const rows = posts().map((line) => `<row>${line.split(',').map(cell).join('')}</row>`);
  return workbookOf({ sheets: { Posts: rows.join('') } });
}

describe('a thread', () => {
  it.each([
    '01_meta_facebook_publications_fr.csv',
    '04b_linkedin_contenu_en.xlsx',
    '08_eventbrite_attendees_en.csv',
  ])('says of %s what the caller’s would, and again of what was kept of it', async (name) => {
    const engine = new ThreadEngine(WORKER);
    const reading = await engine.read(await sample(name));
    const inline = await new InlineEngine().read(await sample(name));
    expect(reading).toEqual(inline);
    if (!reading.ok) throw new Error(reading.refusal.message);
    const again = await engine.read(fileOf({ kept: reading.kept }));
    expect(again).toMatchObject({ ok: true, kept: reading.kept });
    if (again.ok) expect(again.interpretation.observations).toEqual(reading.interpretation.observations);
    await engine.stop();
  });

  it('keeps nothing about people', async () => {
    const engine = new ThreadEngine(WORKER);
    const reading = await engine.read(await sample('08_eventbrite_attendees_en.csv'));
    await engine.stop();
    if (!reading.ok) throw new Error(reading.refusal.message);
    const { file, personalColumns } = unpackFile(reading.kept);
    expect(personalColumns).toEqual(expect.arrayContaining(['First Name', 'Last Name', 'Email']));
    expect(JSON.stringify([file, reading.interpretation])).not.toMatch(/exemple\.invalid|Prénom1/);
  });

  it('refuses a file that takes too long or too much memory, and reads the next', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `2020-04-01;${row};${'x'.repeat(100)}${row}`);
    const large = `Date;Vues;Texte\n${rows.join('\n')}\n`;
    const hurried = new ThreadEngine(WORKER);
    const { limits, ...file } = textFile(large);
    expect(await hurried.read({ ...file, limits: { ...limits, milliseconds: 5 } })).toMatchObject({
      ok: false,
      refusal: { code: 'reading_too_long' },
    });
    expect(await hurried.read(textFile('a;b\n1;2'))).toMatchObject({ ok: true });
    await hurried.stop();
    const small = new ThreadEngine(WORKER, 24);
    expect(await small.read(textFile(large))).toMatchObject({
      ok: false,
      refusal: { code: 'reading_too_heavy' },
    });
    expect(await small.read(textFile('a;b\n1;2'))).toMatchObject({ ok: true });
    await small.stop();
  });

  it.each([
    ['a CSV', postsCsv],
    ['a workbook', postsWorkbook],
  ])('leaves the caller free while it reads the largest of files, %s', async (_, largest) => {
    const engine = new ThreadEngine(WORKER);
    await engine.read(textFile('a;b\n1;2'));
    const file = fileOf({ bytes: largest() });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    const reading = await engine.read(file);
    delay.disable();
    await engine.stop();
    if (!reading.ok) throw new Error(reading.refusal.message);
    expect(reading.interpretation.observations.length).toBeGreaterThan(POSTS);
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
    // 44 ms on a machine whose cores are taken three times over: other programs may take a turn.
    expect(delay.max / 1e6).toBeLessThan((performance.now() - start) / 5);
  });

  it.each([
    ['crashes', `parentPort.on('message', () => { throw new Error('broken'); });`],
    ['exits', `parentPort.on('message', () => process.exit(3));`],
    [
      'answers nonsense',
      `parentPort.on('message', () => parentPort.postMessage({ kind: 'more', observations: [] }));`,
    ],
  ])('that %s is a defect of ours, and another is started', async (name, source) => {
    const program = `import { parentPort } from 'node:worker_threads'; ${source}`;
    const engine = new ThreadEngine(await script(`${name.replaceAll(' ', '-')}.mjs`, program));
    for (const _ of [1, 2]) {
      await expect(engine.read(textFile('a;b'))).rejects.toMatchObject({
        code: 'reading_failed',
        status: 500,
      });
    }
    await engine.stop();
  });
});
