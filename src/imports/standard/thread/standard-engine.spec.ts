import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledPrograms } from '../../../../test/support/compiled-programs.js';
import type { IndicatorTerm } from '../../../measurements/measurement.types.js';
import { BlockOpener } from '../../../measurements/packed-rows.rules.js';
import { standardBlocks } from './standard-blocks.js';
import { blockReader, threadReader } from './standard-engine.js';
import type { FileToCheck, StandardBlock } from './standard-reading.types.js';

const { program, script } = compiledPrograms(['src/imports/standard/thread/standard-worker.ts']);

const VIEWS: IndicatorTerm = { id: 7, code: 'VUES', decimals: 0, subsetOfId: null, retiredOn: null };
const HEADER = 'code_indicateur;periode_debut;periode_fin;type_valeur;valeur;commentaire';
const day = (index: number): string => new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
const rowOf = (index: number): string => `VUES;${day(index)};${day(index)};realise;${index};Relevé d’été`;

/** A thread that takes all the memory it is given. */
const HEAVY = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => { for (const all = []; ; ) all.push(new Array(1e5).fill(all.length)); });`;

/** What a file says, whatever its blocks. */
interface Said {
  measurements: unknown[];
  rejected: unknown[];
  leftOut: Map<string, number>;
  targets: number;
  rows: number;
  totals: unknown[];
  isUnknown: boolean;
  blocks: number;
}

async function said(blocks: AsyncIterable<StandardBlock>): Promise<Said> {
  const opener = new BlockOpener();
  const all: Said = {
    measurements: [],
    rejected: [],
    leftOut: new Map(),
    targets: 0,
    rows: 0,
    totals: [],
    isUnknown: false,
    blocks: 0,
  };
  for await (const block of blocks) {
    const rows = opener.open(block.measurements);
    all.measurements.push(...rows.items(0, rows.count, new Map([[VIEWS.id, VIEWS]])));
    all.rejected.push(...block.rejected);
    for (const [why, count] of block.leftOut) all.leftOut.set(why, (all.leftOut.get(why) ?? 0) + count);
    all.targets += block.targets.length;
    all.rows += block.rowsRead;
    all.totals.push(...block.totals);
    all.isUnknown ||= block.isUnknown;
    all.blocks += 1;
  }
  return all;
}

describe('standard files read in a thread', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copil-blocks-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(text: string): Promise<FileToCheck> {
    const path = join(folder, 'fichier.csv');
    await writeFile(path, text);
    return {
      path,
      encoding: 'utf-8',
      programme: 'OML',
      indicators: [
        { code: 'VUES', slug: 'vues', decimals: 0, symbol: null, nature: 'flow', aggregationTime: 'sum' },
      ],
      vocabulary: {
        indicators: new Map([['VUES', VIEWS]]),
        campaigns: new Map(),
        territories: new Map(),
        channels: new Map(),
        organisations: new Map(),
      },
      sealed: [],
      limits: { indicators: null, campaigns: null, organisations: null },
      defaultStatus: 'validated',
    };
  }

  it('say block after block what the same file says when it is read here', async () => {
    const rows = Array.from({ length: 25_000 }, (_, index) => rowOf(index));
    rows[3] = `VUES;${day(3)};${day(3)};cible;12;`;
    rows[12_000] = `VUES;${day(4)};${day(4)};realise;;`;
    rows[20_000] = 'VEUS;2020-01-01;2020-01-01;realise;12;';
    const file = await fileOf([HEADER, ...rows].join('\n'));
    const here = await said(standardBlocks(file));
    expect(await said(threadReader(program('standard-worker'))(file))).toEqual(here);
    expect(here).toMatchObject({ rows: 25_000, blocks: 3, targets: 1, isUnknown: false });
    expect(here.measurements).toHaveLength(24_997);
    expect(here.rejected).toEqual([
      expect.objectContaining({ line: 20_002, column: 'code_indicateur', code: 'unknown_indicator' }),
    ]);
    expect([...here.leftOut]).toEqual([['ni valeur ni absence', 1]]);
    expect(here.totals.length).toBeGreaterThan(800);
  });

  it('tell the first thousand mistakes of a million', async () => {
    const wrong = Array.from({ length: 11_000 }, () => 'VEUS;2020-01-01;2020-01-01;realise;12;');
    const { rejected, rows } = await said(standardBlocks(await fileOf([HEADER, ...wrong].join('\n'))));
    expect([rows, rejected.length]).toEqual([11_000, 1_000]);
  });

  it('hold no more of a file whose every row says something else', async () => {
    const note = 'é'.repeat(1_900);
    const rows = Array.from(
      { length: 40_000 },
      (_, index) => `VUES;${day(index)};${day(index)};realise;1;${index} ${note}`,
    );
    const file = await fileOf([HEADER, ...rows].join('\n'));
    let [blocks, read] = [0, 0];
    for await (const { rowsRead, measurements } of threadReader(program('standard-worker'))(file)) {
      blocks += 1;
      read += rowsRead;
      expect(measurements.texts.join('').length).toBeLessThan(1_500_000);
    }
    expect(read).toBe(40_000);
    expect(blocks).toBeGreaterThan(60);
  });

  it('stop their thread when nobody reads on', async () => {
    const file = await fileOf(
      [HEADER, ...Array.from({ length: 25_000 }, (_, index) => rowOf(index))].join('\n'),
    );
    const ports = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const before = ports();
    for await (const { rowsRead } of threadReader(program('standard-worker'))(file)) {
      expect(rowsRead).toBeLessThan(25_000);
      expect(ports()).toBeGreaterThan(before);
      break;
    }
    expect(ports()).toBe(before);
  });

  it('are refused with what went wrong, in the file or in the thread', async () => {
    const gone = { ...(await fileOf(HEADER)), path: join(folder, 'absent.csv') };
    const failed = { code: 'reading_failed', status: 500 };
    await expect(said(threadReader(program('standard-worker'))(gone))).rejects.toMatchObject(failed);
    const dying = await script('dying-blocks.mjs', `process.exit(3);`);
    await expect(said(threadReader(dying)(gone))).rejects.toMatchObject({
      ...failed,
      details: { reason: 'the thread ended with status 3' },
    });
  });

  it('are told to be too heavy when their thread has no memory left', async () => {
    const heavy = await script('heavy-blocks.mjs', HEAVY);
    await expect(said(threadReader(heavy)(await fileOf(HEADER)))).rejects.toMatchObject({
      code: 'reading_too_heavy',
      status: 422,
      title: expect.stringContaining('demande trop de mémoire'),
    });
  });

  it('hold few at a time of quoted notes as long as are let in', async () => {
    const note = `"${'Un mot. '.repeat(25_000)}\n"`;
    const rows = Array.from(
      { length: 400 },
      (_, index) => `VUES;${day(index)};${day(index)};realise;1;${note}`,
    );
    const { rejected, rows: read } = await said(
      threadReader(program('standard-worker'))(await fileOf([HEADER, ...rows].join('\n'))),
    );
    expect([read, rejected.length]).toEqual([400, 400]);
    expect(rejected[1]).toMatchObject({ line: 4, column: 'commentaire', code: 'text_too_long' });
  });

  it('are read here when they are small, or run from sources', () => {
    expect(blockReader(1_000)).toBe(standardBlocks);
    expect(blockReader(10_000_000)).toBe(standardBlocks);
  });
});
