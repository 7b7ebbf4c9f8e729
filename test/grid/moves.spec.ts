import fc from 'fast-check';
import { type CellChange, History } from '../../views/assets/scripts/grid/history.js';
import { destination, type Place, type PressedKey } from '../../views/assets/scripts/grid/movement.js';

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const EVERYTHING = { start: 0, end: 3, length: 3 };
const MIDDLE = { start: 1, end: 1, length: 3 };
/** Three rows of two columns; the second row's second cell is only shown. */
const PLACES: Place[] = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 1, column: 0 },
  { row: 2, column: 0 },
  { row: 2, column: 1 },
];

describe('moving between cells', () => {
  it.each([
    ['ArrowDown', {}, [0, 1], [2, 1]],
    ['ArrowUp', {}, [2, 1], [0, 1]],
    ['ArrowUp', {}, [0, 0], null],
    ['Enter', {}, [0, 0], [1, 0]],
    ['Enter', {}, [2, 0], null],
    ['Enter', { shiftKey: true }, [2, 1], [0, 1]],
    ['Tab', {}, [0, 1], [1, 0]],
    ['Tab', {}, [2, 1], null],
    ['Tab', { shiftKey: true }, [1, 0], [0, 1]],
    ['Tab', { ctrlKey: true }, [1, 0], null],
    ['ArrowDown', { altKey: true }, [0, 0], null],
    ['ArrowDown', { shiftKey: true }, [0, 0], null],
    ['ArrowRight', {}, [0, 0], [0, 1]],
    ['ArrowRight', {}, [1, 0], null],
    ['a', {}, [0, 0], null],
  ])('%s %j from %j leads to %j', (key, more, [row = 0, column = 0], to) => {
    const found = destination(press(key, more), { row, column }, EVERYTHING, PLACES);
    expect(found).toEqual(to === null ? null : { row: to[0], column: to[1] });
  });

  it('leaves sideways arrows to the text until its end', () => {
    const from = { row: 0, column: 0 };
    expect(destination(press('ArrowRight'), from, MIDDLE, PLACES)).toBeNull();
    expect(destination(press('ArrowRight'), from, { start: 1, end: 3, length: 3 }, PLACES)).toBeNull();
    expect(destination(press('ArrowRight'), from, { start: 3, end: 3, length: 3 }, PLACES)).toEqual(
      PLACES[1],
    );
    expect(destination(press('ArrowLeft'), { row: 0, column: 1 }, MIDDLE, PLACES)).toBeNull();
    expect(
      destination(press('ArrowLeft'), { row: 0, column: 1 }, { start: 0, end: 0, length: 3 }, PLACES),
    ).toEqual(from);
  });

  it('comes back by the opposite key', () => {
    const pairs = fc.constantFrom(
      [press('ArrowDown'), press('ArrowUp')] as const,
      [press('Tab'), press('Tab', { shiftKey: true })] as const,
      [press('Enter'), press('Enter', { shiftKey: true })] as const,
    );
    fc.assert(
      fc.property(pairs, fc.constantFrom(...PLACES), ([there, back], from) => {
        const to = destination(there, from, EVERYTHING, PLACES);
        fc.pre(to !== null);
        expect(to === null ? null : destination(back, to, EVERYTHING, PLACES)).toEqual(from);
      }),
    );
  });
});

/** A grid that only holds texts. */
class Texts {
  readonly texts = new Map<string, string>();

  at(key: string): string {
    return this.texts.get(key) ?? '';
  }

  apply(changes: readonly CellChange[]): void {
    for (const { key, after } of changes) this.texts.set(key, after);
  }

  get all(): string {
    return JSON.stringify(['a', 'b', 'c'].map((key) => this.at(key)));
  }
}

describe('taking back', () => {
  const step = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), after: fc.constantFrom('', '1', '2') }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );

  it('goes back to each state in turn, then forth again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const history = new History();
        const grid = new Texts();
        const states = [grid.all];
        for (const one of steps) {
          const changes = one.map(({ key, after }) => {
            const change = { period: '2020-09', key, before: grid.at(key), after };
            grid.apply([change]);
            return change;
          });
          history.record(changes);
          if (changes.some(({ before, after }) => before !== after)) states.push(grid.all);
        }
        for (const state of states.slice(0, -1).toReversed()) {
          grid.apply(history.undo());
          expect(grid.all).toBe(state);
        }
        expect(history.undo()).toEqual([]);
        for (const state of states.slice(1)) {
          grid.apply(history.redo());
          expect(grid.all).toBe(state);
        }
        expect(history.redo()).toEqual([]);
      }),
    );
  });

  it('forgets what was undone as soon as something else is typed', () => {
    const history = new History();
    const change = (before: string, after: string) => ({ period: '2020-09', key: 'a', before, after });
    history.record([change('', '1')]);
    history.undo();
    history.record([change('', '2')]);
    expect(history.redo()).toEqual([]);
    expect(history.undo()).toEqual([change('2', '')]);
  });
});
