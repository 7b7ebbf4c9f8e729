import { fact } from '../../test/support/facts.js';
import { otherPerimeter, perimeterOf, type Perimeter } from './perimeter.rules.js';

const whole: Perimeter = { territory: null, channel: null, organisation: null };
const territories = (...territory: string[]): Perimeter => ({ ...whole, territory });
const between = (now: Perimeter, then: Perimeter): string | null =>
  otherPerimeter({
    current: { year: '2025', perimeter: now },
    previous: { year: '2024', perimeter: then },
  });

describe('the perimeter of a total', () => {
  it('is the slices that gave a value; all of them once something is given for all', () => {
    expect(
      perimeterOf([
        fact(5, '2020-02', { territory: 'FIGEAC', channel: 'web' }),
        fact(4, '2020-01', { territory: 'CAHORS', channel: 'web' }),
        fact(3, '2020-03', { territory: 'CAHORS' }),
        fact(null, '2020-01', { territory: 'SOUILLAC' }),
      ]),
    ).toEqual({ territory: ['CAHORS', 'FIGEAC'], channel: null, organisation: null });
    expect(perimeterOf([])).toEqual({ territory: [], channel: [], organisation: [] });
  });

  it('is compared with a declared total, and with the same slices', () => {
    expect(between(whole, territories('A', 'B'))).toBeNull();
    expect(between(territories('A', 'B'), whole)).toBeNull();
    expect(between(territories('A', 'B'), territories('A', 'B'))).toBeNull();
  });

  it('is not compared with more slices, fewer, or others', () => {
    const all = territories('A', 'B', 'C', 'D', 'E', 'F', 'G');
    expect(between(all, territories('A', 'B', 'C'))).toBe('3 territoires sur 7 en 2024');
    expect(between(territories('A'), all)).toBe('1 territoire sur 7 en 2025');
    expect(between(territories('A', 'B'), territories('A', 'C'))).toBe('territoires différents en 2024');
    expect(between({ ...whole, channel: ['a', 'b'] }, { ...whole, channel: ['a'] })).toBe(
      '1 canal sur 2 en 2024',
    );
    expect(between({ ...whole, organisation: ['a'] }, { ...whole, organisation: ['b'] })).toBe(
      'partenaires différents en 2024',
    );
  });
});
