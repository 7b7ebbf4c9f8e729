import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { compiledPrograms } from '../../../test/support/compiled-programs.js';
import { bilan2020 } from '../../../test/support/pdf/bilan-2020.fixture.js';
import { DocumentRenderer } from './document-renderer.js';
import { renderDocument, type RenderedDocument } from './render-document.js';
import type { RenderEngine } from './render-engine.js';
import { ThreadEngine } from './thread-engine.js';

const { program, script } = compiledPrograms(
  ['render-worker', 'render-document'].map((name) => `src/platform/documents/${name}.ts`),
);

const answer: RenderedDocument = { bytes: Buffer.from('%PDF'), pages: 1, warnings: [] };

/** An engine that ends a document only when told. */
class HandEngine implements RenderEngine {
  readonly waiting: ((result: RenderedDocument) => void)[] = [];
  stopped = 0;

  render(): Promise<RenderedDocument> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.stopped++;
  }

  finishOne(): void {
    this.waiting.shift()?.(answer);
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('DocumentRenderer', () => {
  it('renders in sources without a thread, with the same bytes', async () => {
    const renderer = new DocumentRenderer();
    const { bytes } = await renderer.render(bilan2020(), { compress: false });
    await renderer.close();
    expect(bytes.equals((await renderDocument(bilan2020(), { compress: false })).bytes)).toBe(true);
  });

  it('makes one document at a time and refuses a queue too long', async () => {
    const engine = new HandEngine();
    const renderer = new DocumentRenderer({ engine, maxWaiting: 1 });
    const first = renderer.render(bilan2020());
    const second = renderer.render(bilan2020());
    await expect(renderer.render(bilan2020())).rejects.toMatchObject({
      code: 'document_queue_full',
      status: 503,
    });
    await settled();
    expect(engine.waiting).toHaveLength(1);
    engine.finishOne();
    await first;
    await settled();
    engine.finishOne();
    await expect(second).resolves.toEqual(answer);
  });

  it('goes on after a failure', async () => {
    const renderer = new DocumentRenderer();
    await expect(renderer.render({ ...bilan2020(), date: 'hier' })).rejects.toThrow('hier');
    await expect(renderer.render(bilan2020())).resolves.toMatchObject({ pages: 6 });
  });

  it('lets the present document finish when it closes, and refuses the others', async () => {
    const engine = new HandEngine();
    const renderer = new DocumentRenderer({ engine });
    const present = renderer.render(bilan2020());
    const waiting = renderer.render(bilan2020());
    const refused = waiting.catch((error: unknown) => error);
    await settled();
    const closed = renderer.close();
    engine.finishOne();
    await expect(present).resolves.toEqual(answer);
    expect(await refused).toMatchObject({ code: 'document_renderer_stopped' });
    await closed;
    expect(engine.stopped).toBe(1);
    await expect(renderer.render(bilan2020())).rejects.toMatchObject({ code: 'document_renderer_stopped' });
  });
});

describe('ThreadEngine', () => {
  it('renders compiled code in a thread, twice, with the bytes of another process', async () => {
    const engine = new ThreadEngine(program('render-worker'));
    const first = await engine.render(bilan2020(), { compress: false }, 20_000);
    const second = await engine.render(bilan2020(), { compress: false }, 20_000);
    await engine.stop();
    expect(first.pages).toBe(6);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    const standalone = `
      import { renderDocument } from ${JSON.stringify(program('render-document').href)};
      const { bytes } = await renderDocument(${JSON.stringify(bilan2020())}, { compress: false });
      process.stdout.write(bytes);`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', standalone],
      { encoding: 'buffer', maxBuffer: 2 ** 26 },
    );
    expect(stdout.equals(first.bytes)).toBe(true);
  });

  it('says why a document could not be made, and keeps its thread', async () => {
    const engine = new ThreadEngine(program('render-worker'));
    await expect(engine.render({ ...bilan2020(), date: 'hier' }, {}, 20_000)).rejects.toMatchObject({
      code: 'document_failed',
      details: { reason: expect.stringContaining('hier') },
    });
    await expect(engine.render(bilan2020(), {}, 20_000)).resolves.toMatchObject({ pages: 6 });
    await engine.stop();
  });

  it.each([
    [
      'crashes',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken'); });`,
      'document_failed',
    ],
    [
      'exits',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));`,
      'document_failed',
    ],
    [
      'hangs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); });`,
      'document_timeout',
    ],
    ['does not load', `import './absent.mjs';`, 'document_failed'],
  ])('answers an error when the thread %s, and starts another', async (name, source, code) => {
    const engine = new ThreadEngine(await script(`${name.replaceAll(' ', '-')}.mjs`, source));
    await expect(engine.render(bilan2020(), {}, 300)).rejects.toMatchObject({ code });
    await expect(engine.render(bilan2020(), {}, 300)).rejects.toMatchObject({ code });
    await engine.stop();
  });
});
