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
      fc.property(fc.array(fc.integer(), { maxLength: 1_000 }), (numbers) => {
        expect(atOnce(doubled(numbers))).toEqual(numbers.map((one) => one * 2));
      }),
    );
  });

  it('may stop every few items, and never on a short list', () => {
    const stops = (length: number) => [...doubled(Array.from({ length }, () => 1))].length;
    expect([stops(0), stops(99), stops(1_000)]).toEqual([0, 0, 10]);
  });
});
