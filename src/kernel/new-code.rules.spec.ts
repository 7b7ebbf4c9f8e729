import fc from 'fast-check';
import { codeOfName, freeCode } from './new-code.rules.js';

const CODE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;

describe('the code of a new thing', () => {
  it.each([
    ['Visiteurs du stand', 'VISITEURS_DU_STAND'],
    ['Œuvres prêtées à l’été', 'OEUVRES_PRETEES_A_L_ETE'],
    ['__proto__', 'PROTO'],
    ['<script>alert(1)</script>', 'SCRIPT_ALERT_1_SCRIPT'],
    ['посетители', ''],
    ['Vidéos 映画 vues', 'VIDEOS_VUES'],
  ])('is made of its name: %s gives %s', (name, code) => {
    expect(codeOfName(name, '_')).toBe(code);
  });

  it('is numbered when it is taken', () => {
    expect(freeCode('VISITEURS', '_', new Set())).toBe('VISITEURS');
    expect(freeCode('VISITEURS', '_', new Set(['VISITEURS', 'VISITEURS_2']))).toBe('VISITEURS_3');
  });

  it('is a code or nothing, whatever the name, and free once numbered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('-', '_'),
        (name, separator) => {
          const code = codeOfName(name, separator);
          if (code === '') return;
          expect(code).toMatch(CODE);
          expect(code.length).toBeLessThanOrEqual(60);
          const taken = new Set([code, `${code}${separator}2`]);
          expect(taken).not.toContain(freeCode(code, separator, taken));
        },
      ),
    );
  });
});
