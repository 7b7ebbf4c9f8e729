import { fact } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { partialOf, partialText } from './partial-total.rules.js';

const words = (...facts: MeasurementFact[]): string | null => {
  const partial = partialOf(facts);
  return partial && partialText(partial).replaceAll('\u00a0', ' ');
};
const by = (dimension: string, value: number | null, key: string, period = '2020') =>
  fact(value, period, { [dimension]: key });

describe('what a partial total is missing', () => {
  it.each([
    ['organisation', '1 partenaire sur 2'],
    ['territory', '1 territoire sur 2'],
    ['channel', '1 canal sur 2'],
    ['campaign', '1 opération sur 2'],
  ])('is named by %s', (dimension, text) => {
    expect(words(by(dimension, 1, 'A'), by(dimension, null, 'B'))).toBe(`Total partiel : ${text}`);
  });

  it.each([
    ['2020-01', '2020-02', '1 mois sur 2'],
    ['2020-01-01', '2020-01-02', '1 jour sur 2'],
    ['2020-ete', '2020-automne', '1 saison sur 2'],
    ['2019', '2020', '1 année sur 2'],
    ['2020-01', '2020-02-01', '1 valeur sur 2'],
  ])('is named by periods of one kind: %s and %s', (given, missing, text) => {
    expect(words(fact(1, given), fact(null, missing))).toBe(`Total partiel : ${text}`);
  });

  it('is a partner when one gave nothing at all', () => {
    const facts = ['2020-01', '2020-02'].flatMap((month) => [
      by('organisation', 1, 'A', month),
      by('organisation', 2, 'B', month),
      by('organisation', null, 'C', month),
    ]);
    expect(words(...facts)).toBe('Total partiel : 2 partenaires sur 3');
  });

  it('is counted in values where it lacks here and there', () => {
    const facts = [
      by('organisation', 1, 'A', '2020-01'),
      by('organisation', null, 'A', '2020-02'),
      by('organisation', null, 'B', '2020-01'),
      by('organisation', 1, 'B', '2020-02'),
    ];
    expect(words(...facts)).toBe('Total partiel : 2 valeurs sur 4');
    const range = fact(null, '2020', { periodEnd: '2020-03-05', precision: 'range' });
    expect(words(range, fact(1, '2020-04'))).toBe('Total partiel : 1 valeur sur 2');
  });

  it('is nothing when all is there, or what is not does not apply', () => {
    expect(words(fact(1, '2020-01'))).toBeNull();
    expect(words()).toBeNull();
    expect(words(fact(1, '2020-01'), fact(null, '2020-02', { absence: 'not_applicable' }))).toBeNull();
  });
});
