import fc from 'fast-check';
import { NO_TEXT } from './packed-measurements.types.js';
import { PackedTexts } from './packed-texts.rules.js';

describe('numbered texts', () => {
  it('are held once, and found by their numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 2 }))), (said) => {
        const texts = new PackedTexts();
        const numbers = said.map((text) => texts.numberOf(text));
        expect(numbers.map((number) => (number === NO_TEXT ? null : texts.list[number]))).toEqual(said);
        expect(new Set(texts.list).size).toBe(texts.list.length);
        expect(texts.characters).toBe(texts.list.join('').length);
      }),
    );
  });
});
