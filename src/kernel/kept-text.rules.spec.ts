import fc from 'fast-check';
import { textDefect } from './kept-text.rules.js';

describe('a text that is kept as it is', () => {
  it('holds whole characters only', () => {
    const unit = fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code));
    const half = fc.constantFrom('\ud83d', '\ude00', '😀', 'é');
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(unit, half), maxLength: 12 }), (text) => {
        expect(textDefect(text)?.code === 'malformed_text').toBe(/\p{Cs}/u.test(text));
      }),
    );
  });

  it.each([
    ['une ligne\tet\nune autre', undefined],
    ['\u0000', 'control_character'],
    ['\u007f', 'control_character'],
  ])('may hold tabs and line ends, but no other command: %j', (text, code) => {
    expect(textDefect(text)?.code).toBe(code);
  });
});
