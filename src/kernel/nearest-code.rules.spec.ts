import fc from 'fast-check';
import { nearestCode } from './nearest-code.rules.js';

const CODES = ['VISITEURS_STAND', 'VUES_RESEAUX', 'AMBASSADEURS'];

describe('the code that was meant', () => {
  it.each([
    ['VISITEUR_STAND', 'VISITEURS_STAND'],
    ['vues reseau', 'VUES_RESEAUX'],
    ['Ambasadeurs', 'AMBASSADEURS'],
    ['TREIZE', null],
    ['', null],
  ])('%j was %j', (given, meant) => expect(nearestCode(given, CODES)).toBe(meant));

  it('is the nearest of several, the first of two that are as near', () => {
    expect(nearestCode('SALON_2021', ['SALON_2020', 'SALON_2021', 'SALON_2022'])).toBe('SALON_2021');
    expect(nearestCode('SALON_2029', ['SALON_2020', 'SALON_2021'])).toBe('SALON_2020');
    expect(nearestCode('STANDS', ['STANDING', 'STAND'])).toBe('STAND');
  });

  it('is a code of which letters were added, left out or changed, three at most in a long one', () => {
    const letters = fc.constantFrom(...'abcdefghij');
    const edit = fc.record({
      at: fc.nat(19),
      kind: fc.constantFrom('add', 'drop', 'change'),
      letter: letters,
    });
    const edited = (
      code: string,
      { at, kind, letter }: { at: number; kind: string; letter: string },
    ): string =>
      code.slice(0, at) + (kind === 'drop' ? '' : letter) + code.slice(kind === 'add' ? at : at + 1);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }), (edits) => {
        // Twenty times the letter z is nobody else's code.
        expect(nearestCode(edits.reduce(edited, 'z'.repeat(20)), ['abcdefghij', 'z'.repeat(20)])).toBe(
          'z'.repeat(20),
        );
      }),
    );
    for (const far of ['zzzzaaaazzzzzzzzzzzz', 'z'.repeat(16), 'z'.repeat(24)])
      expect(nearestCode(far, ['z'.repeat(20)])).toBeNull();
  });

  it('is the code itself when it exists, and never one that does not', () => {
    for (const code of CODES) expect(nearestCode(code.toLowerCase(), CODES)).toBe(code);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (given) => {
        const found = nearestCode(given, CODES);
        expect(found === null || CODES.includes(found)).toBe(true);
      }),
    );
  });
});
