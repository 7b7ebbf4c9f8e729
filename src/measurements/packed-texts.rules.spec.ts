import fc from 'fast-check';
import { PackedTexts } from './packed-texts.rules.js';

describe('numbered texts', () => {
  it('are told once, in the order of their numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(fc.string({ maxLength: 2 })))), (pieces) => {
        const [ours, theirs] = [new PackedTexts(), new PackedTexts()];
        for (const piece of pieces) {
          const numbers = piece.map((text) => ours.numberOf(text));
          theirs.add(ours.takeNew());
          expect(numbers.map((number) => theirs.textOf(number))).toEqual(piece);
        }
        expect(ours.takeNew()).toEqual([]);
      }),
    );
  });
});
