import { fact } from '../../test/support/facts.js';
import { agedFacts, carriedFacts, mayBeCarried } from './carried-stock.rules.js';

const whole2019 = fact(320, '2019-12-20');
const [a2019, b2019] = [
  fact(10, '2019-06-30', { territory: 'A' }),
  fact(7, '2019-06-30', { territory: 'B' }),
];
const earlier = [a2019, b2019, whole2019];

describe('a stock of earlier years', () => {
  it('stands as it was while nobody counted again, even when someone said so', () => {
    expect(carriedFacts([], earlier)).toEqual(earlier);
    expect(carriedFacts([fact(null, '2020-12-16')], earlier)).toEqual(earlier);
    expect(carriedFacts([], [fact(null, '2019-12-20')])).toEqual([]);
  });

  it('is over once the whole was counted', () => {
    const counted = [fact(400, '2020-12-16')];
    expect(mayBeCarried(counted)).toBe(false);
    expect(carriedFacts(counted, earlier)).toEqual([]);
  });

  it('completes the slices counted this year, and never stands above them', () => {
    const counted = [fact(12, '2020-06-30', { territory: 'A' })];
    expect(mayBeCarried(counted)).toBe(true);
    expect(carriedFacts(counted, earlier)).toEqual([a2019, b2019]);
    expect(carriedFacts([fact(5, '2020-06-30', { campaign: 'SALON' })], earlier)).toEqual([]);
  });
});

describe('a value older than the indicator allows', () => {
  it('is no longer available, and says of when it was', () => {
    const [old, recent] = [fact(320, '2019-12-20'), fact(350, '2020-06-30')];
    const { facts, aged } = agedFacts({ carryMaxDays: 365 }, [old, recent], '2020-12-31');
    expect(aged).toEqual([old]);
    expect(facts).toEqual([
      {
        ...old,
        quantity: null,
        absence: 'not_available',
        note: 'dernière valeur connue le 20\u00a0décembre\u00a02019',
      },
      recent,
    ]);
  });

  it('stands for ever where the indicator says nothing', () => {
    const facts = [fact(320, '1999-12-20')];
    expect(agedFacts({ carryMaxDays: null }, facts, '2020-12-31')).toEqual({ facts, aged: [] });
  });
});
