import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { BodySpool } from './body-spool.js';

describe('the spool of long bodies', () => {
  let folder: string;
  let spool: BodySpool;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-spool-'));
    spool = new BodySpool({ dataDir: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const contents = async (pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> => {
    const all: Buffer[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all).toString();
  };
  const left = (): string[] => {
    const place = join(folder, 'spool');
    return existsSync(place) ? readdirSync(place) : [];
  };

  it.each([
    ['in memory', 1_000],
    ['on the disk', 100],
  ])('gives a body back as it came, %s, as often as asked', async (_, memory) => {
    const text = 'Saint-Céré 🦌\n'.repeat(40);
    const bytes = Buffer.from(text);
    const cut = Array.from({ length: bytes.length }, (_unused, index) => bytes.subarray(index, index + 1));
    const body = await spool.receive(Readable.from(cut, { objectMode: false }), null, { memory });
    expect(body).toMatchObject({ isUtf8: true, bytes: bytes.length });
    expect(body.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect([await contents(body.pieces()), await contents(body.pieces())]).toEqual([text, text]);
    expect(left()).toEqual([]);
    await body.remove();
  });

  it('knows a text that is not in UTF-8, were it by its last byte', async () => {
    for (const bytes of [Buffer.from('é', 'latin1'), Buffer.from('aé').subarray(0, 2)]) {
      const body = await spool.receive(Readable.from([bytes], { objectMode: false }), null);
      expect(body.isUtf8).toBe(false);
    }
  });

  it('gives up a sender that falls silent, one that never ends and one that sends too much', async () => {
    const quiet = new PassThrough();
    quiet.write('a');
    await expect(spool.receive(quiet, null, { idleMs: 30 })).rejects.toMatchObject({ status: 408 });
    const slow = new PassThrough();
    const drops = setInterval(() => slow.write('a'), 5);
    await expect(spool.receive(slow, null, { idleMs: 1_000, totalMs: 60 })).rejects.toMatchObject({
      code: 'request_timeout',
    });
    clearInterval(drops);
    const large = { bytes: 50, memory: 10 };
    await expect(spool.receive(Readable.from([Buffer.alloc(60)]), 51, large)).rejects.toMatchObject({
      status: 413,
    });
    const unannounced = Readable.from([Buffer.alloc(30), Buffer.alloc(30)]);
    await expect(spool.receive(unannounced, null, large)).rejects.toMatchObject({ status: 413 });
    expect(left()).toEqual([]);
  });

  it('keeps nothing of a body that is cut', async () => {
    const source = new PassThrough();
    source.write('a'.repeat(50));
    const received = spool.receive(source, null, { memory: 10 });
    setTimeout(() => source.destroy(new Error('aborted')), 20);
    await expect(received).rejects.toMatchObject({ code: 'interrupted_upload' });
    expect(left()).toEqual([]);
  });

  it('says in words that the disk has no room for what is announced', async () => {
    const announced = Number.MAX_SAFE_INTEGER;
    const limits = { bytes: announced, memory: 1 };
    await expect(spool.receive(Readable.from([Buffer.from('aa')]), announced, limits)).rejects.toMatchObject({
      code: 'disk_full',
      status: 507,
    });
  });

  it('takes so many long bodies at once, and clears what a killed process left', async () => {
    const bodies = [];
    for (let index = 0; index < 8; index += 1)
      bodies.push(await spool.receive(Readable.from([Buffer.from('aa')]), null, { memory: 1 }));
    await expect(
      spool.receive(Readable.from([Buffer.from('aa')]), null, { memory: 1 }),
    ).rejects.toMatchObject({ code: 'too_many_uploads' });
    for (const body of bodies) await body.remove();
    const again = await spool.receive(Readable.from([Buffer.from('aa')]), null, { memory: 1 });
    await again.remove();
    mkdirSync(join(folder, 'spool'), { recursive: true });
    writeFileSync(join(folder, 'spool', 'body-1'), 'a');
    writeFileSync(join(folder, 'spool', 'other'), 'a');
    spool.onModuleInit();
    expect(left()).toEqual(['other']);
  });
});
