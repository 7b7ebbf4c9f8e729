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
