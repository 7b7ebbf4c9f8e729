import fc from 'fast-check';
import { ABSENCES, QUALIFIERS } from '../../kernel/figure.types.js';
import { amountWords, type CellAmount, readCell, sameAmount, typedAmount } from './cell-text.rules.js';

const views = {
  labelOne: 'vue sur les réseaux sociaux',
  labelOther: 'vues sur les réseaux sociaux',
  elision: false,
  decimals: 0,
  symbol: null,
  signed: false,
};
const rate = { ...views, labelOne: '', labelOther: '', decimals: 1, symbol: '%' };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what people type in a cell', () => {
  it.each([
    ['plus de 13 000', 'Plus de 13 000 vues sur les réseaux sociaux'],
    ['13k+', 'Plus de 13 000 vues sur les réseaux sociaux'],
    ['~250', 'Environ 250 vues sur les réseaux sociaux'],
    ['nc', 'Non communiqué'],
    ['1', '1 vue sur les réseaux sociaux'],
    ['0', '0 vue sur les réseaux sociaux'],
  ])('%s is said back: %s', (typed, words) => {
    const reading = readCell(typed, views);
    expect(reading.kind === 'amount' ? plain(amountWords(reading.amount, views)) : reading).toBe(words);
  });

  it('reads decimals with a comma where the unit has some', () => {
    expect(readCell('12,5', rate)).toMatchObject({ kind: 'amount', amount: { value: 125 } });
    expect(readCell('12,5', views)).toMatchObject({ kind: 'refused', code: 'too_many_decimals' });
  });

  it.each([
    ['dix-huit', 'not_a_number'],
    ['1.500', 'ambiguous_number'],
    ['-3', 'negative_value'],
  ])('refuses %s', (typed, code) => {
    expect(readCell(typed, views)).toMatchObject({ kind: 'refused', code });
  });

  it('is shown again so that it reads the same', () => {
    const amounts: fc.Arbitrary<CellAmount> = fc.oneof(
      fc
        .record({
          value: fc.integer({ min: 1, max: 2_000_000_000 }),
          qualifier: fc.constantFrom(...QUALIFIERS),
        })
        .map(({ value, qualifier }) => ({
          value,
          valueMax: qualifier === 'between' ? value + 10 : null,
          qualifier,
          absence: null,
        })),
      fc
        .constantFrom(...ABSENCES)
        .map((absence) => ({ value: null, valueMax: null, qualifier: null, absence })),
    );
    fc.assert(
      fc.property(amounts, fc.constantFrom(views, rate), (amount, scale) => {
        const again = readCell(typedAmount(amount, scale), scale);
        expect(again.kind === 'amount' && sameAmount(again.amount, amount)).toBe(true);
      }),
    );
  });
});
