import fc from 'fast-check';
import { readRanges, writeRanges } from './number-ranges.rules.js';

describe('ranges of numbers', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[9, 3, 4, 5], '3-5,9'],
    [[2, 1, 2], '1-2'],
  ])('writes %j as « %s »', (numbers, text) => expect(writeRanges(numbers)).toBe(text));

  it('leaves out what is no range', () =>
    expect(readRanges('3-5,x,-2,9')).toEqual([
      { first: 3, last: 5 },
      { first: 9, last: 9 },
    ]));

  it('reads back what it wrote', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500)), (numbers) => {
        const read = readRanges(writeRanges(numbers)).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(read).toEqual(numbers.toSorted((one, other) => one - other));
      }),
    ));
});
