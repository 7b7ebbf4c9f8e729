import fc from 'fast-check';
import type { CellAnswer, SendingResult, TypedCell } from '../../views/assets/scripts/grid/cell.types.js';
import { KeptCells, type TextStore } from '../../views/assets/scripts/grid/kept-cells.js';
import { Outbox } from '../../views/assets/scripts/grid/outbox.js';
import { Sender } from '../../views/assets/scripts/grid/sender.js';

/** The storage of a browser. */
class Texts implements TextStore {
  private readonly texts = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.texts.size;
  }

  key(index: number): string | null {
    return [...this.texts.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    return this.texts.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    if (this.isFull) throw new Error('QuotaExceededError');
    this.texts.set(name, text);
  }

  removeItem(name: string): void {
    this.texts.delete(name);
  }
}

/** What the outbox does not look at. */
const SAID = { message: '', warnings: [], theirs: null, shown: 'draft', note: '', tone: 'calm', total: '' };

/** What happens to one request: it arrives, its answer is lost, it never arrives, the session is over, one cell poisons it. */
type Fate = 'arrives' | 'answer-lost' | 'lost' | 'signed-out' | 'partial';

/** A server that keeps every version that it was made to write, and answers as ours does. */
class Figures {
  readonly versions = new Map<string, string[]>();
  poison: string | null = null;

  receive(cells: readonly TypedCell[]): SendingResult {
    if (cells.some(({ key }) => key === this.poison)) return { kind: 'rejected', message: 'Introuvable.' };
    return { kind: 'answered', cells: cells.map((cell) => this.write(cell)), progress: null };
  }

  last(key: string): string {
    return this.versions.get(key)?.at(-1) ?? '';
  }

  write({ key, typed, version }: Pick<TypedCell, 'key' | 'typed' | 'version'>): CellAnswer {
    const versions = this.versions.get(key) ?? [];
    const answer = { key, typed, words: typed, ...SAID };
    if (typed === 'oups')
      return { ...answer, state: 'refused', version: versions.length, message: 'Pas un nombre.' };
    if (this.last(key) === typed) return { ...answer, state: 'unchanged', version: versions.length };
    if (version !== versions.length) {
      const theirs = {
        typed: this.last(key),
        words: '',
        author: 'Marie',
        when: '10 h 12',
        version: versions.length,
      };
      return { ...answer, state: 'conflict', version: versions.length, theirs };
    }
    this.versions.set(key, [...versions, typed]);
    return { ...answer, state: 'saved', version: versions.length + 1 };
  }
}

/** A page of the grid without its cells: what it types goes to the server through what fate decides. */
class Page {
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly known = new Map<string, number>();
  readonly told: string[] = [];
  fates: Fate[] = [];
  private timers: (() => void)[] = [];

  constructor(figures: Figures, texts: Texts, author = '12') {
    this.outbox = new Outbox(new KeptCells(texts, author));
    this.sender = new Sender(this.outbox, {
      post: async (_period, cells) => {
        await Promise.resolve();
        const fate = this.fates.shift() ?? 'arrives';
        if (fate === 'lost') return { kind: 'unreachable' };
        if (fate === 'signed-out') return { kind: 'signed-out' };
        const result = figures.receive(fate === 'partial' ? cells.slice(0, 1) : cells);
        return fate === 'answer-lost' ? { kind: 'unreachable' } : result;
      },
      renew: () => Promise.resolve(true),
      settled: (cells) => {
        for (const { id, answer, isLatest } of cells) {
          if (!isLatest && answer.state === 'conflict') continue;
          this.told.push(`${id.key} ${answer.state}`);
          if (answer.state !== 'refused' && answer.state !== 'conflict')
            this.known.set(id.key, answer.version);
        }
      },
      rejected: ({ key }) => void this.told.push(`${key} rejected`),
      changed: () => undefined,
      later: (_milliseconds, task) => {
        this.timers = [task];
        return () => (this.timers = this.timers.filter((one) => one !== task));
      },
    });
    for (const cell of this.outbox.kept()) this.outbox.put(cell);
  }

  type(key: string, typed: string): void {
    this.outbox.put({ period: '2020-09', key, typed, version: this.known.get(key) ?? 0 });
    this.sender.soon();
  }

  /** Whatever waited for its time goes now, until nothing waits. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 50 && this.outbox.count > 0; turn += 1) await this.sender.wake();
  }
}

describe('what was typed, on its way to the server', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const fate = fc.constantFrom<Fate>('arrives', 'answer-lost', 'lost', 'signed-out', 'partial');
  const act = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), key, typed: fc.integer({ min: 1, max: 9 }).map(String) }),
    fc.record({ kind: fc.constant('send' as const), fates: fc.array(fate, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('wait' as const) }),
    fc.record({ kind: fc.constant('reload' as const) }),
  );

  it('arrives once, whatever fails and whenever the page is opened again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const figures = new Figures();
        const texts = new Texts();
        let page = new Page(figures, texts);
        const typed = new Map<string, string[]>();
        for (const one of acts) {
          if (one.kind === 'type') {
            page.type(one.key, one.typed);
            typed.set(one.key, [...(typed.get(one.key) ?? []), one.typed]);
          } else if (one.kind === 'send') {
            page.fates = one.fates;
            void page.sender.wake();
          } else if (one.kind === 'wait') await new Promise(setImmediate);
          else {
            // The server's page says which version each cell is at.
            await new Promise(setImmediate);
            page.fates = [];
            page = new Page(figures, texts);
            for (const [name, versions] of figures.versions) page.known.set(name, versions.length);
          }
        }
        page.fates = [];
        await page.settle();
        expect(page.outbox.count).toBe(0);
        for (const [name, texts] of typed) {
          const versions = figures.versions.get(name) ?? [];
          expect([name, versions.at(-1)]).toEqual([name, texts.at(-1)]);
          // Nothing twice in a row, nothing that nobody typed, in the order of typing.
          expect(versions.filter((text, index) => text === versions[index - 1])).toEqual([]);
          expect(isWithin(versions, texts)).toBe(true);
        }
      }),
    );
  });

  it('keeps its order in a batch, and one request at a time', async () => {
    const outbox = new Outbox(new KeptCells(new Texts(), '12'));
    for (const name of ['c', 'a', 'b']) outbox.put({ period: '2020-09', key: name, typed: '1', version: 0 });
    outbox.put({ period: '2020-09', key: 'c', typed: '2', version: 0 });
    expect(outbox.next().map(({ key: name, typed }) => name + typed)).toEqual(['c2', 'a1', 'b1']);
    expect(outbox.next()).toEqual([]);
    outbox.fail();
    expect(outbox.next()).toHaveLength(3);
  });

  it('shows a conflict once, holds it, and writes nothing over the other', async () => {
    const figures = new Figures();
    figures.write({ key: 'a', typed: '41', version: 0 });
    const page = new Page(figures, new Texts());
    page.type('a', '35');
    await page.settle();
    expect(page.told).toEqual(['a conflict']);
    expect(figures.last('a')).toBe('41');
    page.known.set('a', 1);
    page.type('a', '35');
    await page.settle();
    expect(figures.versions.get('a')).toEqual(['41', '35']);
  });

  it('does not let one cell that the server will not take hold the others back', async () => {
    const figures = new Figures();
    figures.poison = 'b';
    const page = new Page(figures, new Texts());
    for (const name of ['a', 'b', 'c']) page.type(name, '7');
    await page.settle();
    expect(page.told.sort()).toEqual(['a saved', 'b rejected', 'c saved']);
    expect([figures.last('a'), figures.last('c')]).toEqual(['7', '7']);
  });

  it('waits for a refused text to be corrected, across a reload', async () => {
    const figures = new Figures();
    const texts = new Texts();
    const page = new Page(figures, texts);
    page.type('a', 'oups');
    await page.settle();
    const again = new Page(figures, texts);
    await again.settle();
    expect(again.told).toEqual(['a refused']);
    again.type('a', '12');
    await again.settle();
    expect([figures.last('a'), texts.length]).toEqual(['12', 0]);
  });

  it('sends what was typed while a wrong text was on its way', async () => {
    const figures = new Figures();
    const page = new Page(figures, new Texts());
    page.type('a', 'oups');
    void page.sender.wake();
    page.type('a', '12');
    await page.settle();
    expect(figures.versions.get('a')).toEqual(['12']);
  });

  it('says when it could not be kept', () => {
    const texts = new Texts();
    texts.isFull = true;
    const { outbox } = new Page(new Figures(), texts);
    outbox.put({ period: '2020-09', key: 'a', typed: '1', version: 0 });
    expect(outbox.unkept).toBe(1);
  });
});

describe('what is kept on a device', () => {
  const cell = { period: '2020-09', key: 'spots~op', typed: 'plus de 13 000', version: 3 };

  it('belongs to its author', () => {
    const texts = new Texts();
    new KeptCells(texts, '12').keep(cell);
    expect(new KeptCells(texts, '12').all()).toEqual([cell]);
    expect(new KeptCells(texts, '1').all()).toEqual([]);
  });

  it('is not forgotten for another tab that typed something else since', () => {
    const texts = new Texts();
    const [one, other] = [new KeptCells(texts, '12'), new KeptCells(texts, '12')];
    one.keep(cell);
    other.keep({ ...cell, typed: '14 000' });
    one.drop(cell, cell.typed);
    expect(one.all()).toEqual([{ ...cell, typed: '14 000' }]);
  });

  it('is read with care: others may have written there', () => {
    const texts = new Texts();
    for (const [index, text] of [
      '',
      '{',
      'null',
      '[]',
      '{"typed":3,"version":0}',
      '{"typed":"3"}',
    ].entries()) {
      texts.setItem(`copil.saisie/12/2020-09/${index}`, text);
    }
    expect(new KeptCells(texts, '12').all()).toEqual([]);
    expect(new KeptCells(null, '12').keep(cell)).toBe(false);
  });
});

/** Whether a list is another one from which some were taken away. */
function isWithin(parts: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const one of whole) if (one === parts[at]) at += 1;
  return at === parts.length;
}
