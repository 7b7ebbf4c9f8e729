import fc from 'fast-check';
import { readinessOf, readinessWords } from './readiness.rules.js';
import type { JudgedFigure, Standing } from './readiness.types.js';

const STANDINGS: readonly Standing[] = ['missing', 'draft', 'submitted', 'returned', 'validated'];
const figure = fc.record({
  standing: fc.constantFrom(...STANDINGS),
  lacksSource: fc.boolean(),
  doubts: fc.nat(3),
});
const figures = fc.array(figure, { maxLength: 40 });
const isDone = ({ standing, lacksSource, doubts }: JudgedFigure): boolean =>
  standing === 'validated' && !lacksSource && doubts === 0;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('readiness', () => {
  it('is a whole number from 0 to 100, or nothing when nothing is awaited', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const { percent } = readinessOf(all);
        if (all.length === 0) expect(percent).toBeNull();
        else expect(Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100).toBe(true);
      }),
    );
  });

  it('is 100 % exactly when every figure is validated, sourced and without a doubt', () => {
    fc.assert(
      fc.property(figures, (all) => {
        expect(readinessOf(all).percent === 100).toBe(all.length > 0 && all.every(isDone));
      }),
    );
  });

  it('never goes down when a figure gets something that it lacked', () => {
    fc.assert(
      fc.property(figures, figure, (all, one) => {
        const before = readinessOf([...all, one]).percent ?? 0;
        const better: JudgedFigure = { ...one, standing: 'validated', lacksSource: false, doubts: 0 };
        expect(readinessOf([...all, better]).percent ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('counts each figure once: missing, sent back, waiting or validated', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const { expected, given, missing, returned, waiting, validated } = readinessOf(all);
        expect(missing + returned + waiting + validated).toBe(expected);
        expect(given + missing).toBe(expected);
      }),
    );
  });

  it('says nothing that is not a number, whatever the figures', () => {
    fc.assert(
      fc.property(figures, (all) =>
        // Nor anything that a narrow page would break before its semicolon.
        expect(readinessWords(readinessOf(all))).not.toMatch(/NaN|undefined|null| ;/),
      ),
    );
  });

  const made = (standing: Standing, rest: Partial<JudgedFigure> = {}): JudgedFigure => ({
    standing,
    lacksSource: false,
    doubts: 0,
    ...rest,
  });

  it.each<[string, JudgedFigure[]]>([
    ['rien n’est attendu', []],
    ['prêt à 100 %', [made('validated')]],
    ['prêt à 0 % : 1 chiffre manque', [made('missing')]],
    ['prêt à 75 % : 1 à valider', [made('submitted')]],
    ['prêt à 87 % : 1 source manque', [made('validated'), made('validated', { lacksSource: true })]],
    [
      'prêt à 41 % : 1 chiffre, 1 source manquent ; 1 à corriger et 1 alerte à expliquer',
      [made('missing'), made('returned', { lacksSource: true, doubts: 2 }), made('validated')],
    ],
  ])('says « %s »', (words, all) => expect(plain(readinessWords(readinessOf(all)))).toBe(words));
});
