import fc from 'fast-check';
import { takenBack } from './taken-back.rules.js';
import { WrittenRanges } from './written-ranges.js';

describe('what a batch wrote', () => {
  it('is one row for a million new measurements', () => {
    const written = new WrittenRanges();
    for (let first = 1; first <= 1_000_000; first += 5_000) {
      const batch = Array.from({ length: 5_000 }, (_, index) => ({ id: first + index, version: 1 }));
      written.add(batch.toReversed());
    }
    expect(written.list()).toEqual([{ firstId: 1, lastId: 1_000_000, version: 1 }]);
  });

  it('comes back measurement by measurement, with the first and the last version of each', () => {
    const versions = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 })));
    fc.assert(
      fc.property(versions, (list) => {
        const written = new WrittenRanges();
        const expected = new Map<number, number[]>();
        for (const [id, version] of list) {
          written.add([{ id, version }]);
          expected.set(id, [...(expected.get(id) ?? []), version]);
        }
        expect(written.isEmpty).toBe(list.length === 0);
        const taken = takenBack(written.list());
        expect(new Map(taken.map(({ id, first, last }) => [id, [first, last]]))).toEqual(
          new Map([...expected].map(([id, all]) => [id, [Math.min(...all), Math.max(...all)]])),
        );
      }),
    );
  });
});
