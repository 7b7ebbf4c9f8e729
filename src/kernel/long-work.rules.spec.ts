import fc from 'fast-check';
import { atOnce, each, type LongWork } from './long-work.rules.js';

function* doubled(numbers: readonly number[]): LongWork<number[]> {
  const all: number[] = [];
  yield* each(numbers, (one) => all.push(one * 2));
  return all;
}

describe('a long work', () => {
  it('comes to the same whether it stops or not', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 1_000, size: 'max' }), (numbers) => {
        expect(atOnce(doubled(numbers))).toEqual(numbers.map((one) => one * 2));
      }),
    );
  });

  it('may stop every few items, and never on a short list', () => {
    const stops = (length: number) => [...doubled(Array.from({ length }, () => 1))].length;
    expect([stops(0), stops(99), stops(1_000)]).toEqual([0, 0, 10]);
  });

  it('ends where something goes wrong', () => {
    const refuse = (): never => {
      throw new RangeError('trop grand');
    };
    expect(() => atOnce(each([1], refuse))).toThrow('trop grand');
  });

  it('may be given up at any stop', () => {
    const seen: number[] = [];
    const numbers = Array.from({ length: 1_000 }, (_, index) => index);
    for (const stop of each(numbers, (one) => seen.push(one))) {
      expect(stop).toBeUndefined();
      break;
    }
    expect(seen).toHaveLength(100);
  });
});
