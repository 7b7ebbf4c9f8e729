import { differenceOf } from './difference.rules.js';
import { toAmount } from './figure.rules.js';
import type { Amount, Qualifier } from './figure.types.js';

const amount = (value: number, qualifier: Qualifier = 'exact', valueMax: number | null = null): Amount =>
  toAmount({ value, valueMax, qualifier });

describe('what lies between two amounts', () => {
  it.each([
    [amount(130), amount(100), { value: 30, qualifier: 'exact', interval: { lower: 30, upper: 30 } }],
    [amount(100), amount(130), { value: -30, qualifier: 'exact' }],
    [
      amount(500, 'more_than'),
      amount(320),
      { value: 180, qualifier: 'more_than', interval: { upper: null } },
    ],
    [amount(500, 'at_least'), amount(320), { value: 180, qualifier: 'at_least' }],
    [
      amount(500),
      amount(320, 'more_than'),
      { value: 180, qualifier: 'less_than', interval: { lower: null } },
    ],
    [amount(500), amount(320, 'at_least'), { value: 180, qualifier: 'up_to' }],
    [
      amount(400, 'nearly'),
      amount(320),
      { value: 80, qualifier: 'about', interval: { lower: 60, upper: 80, upperOpen: true } },
    ],
    [
      amount(320),
      amount(400, 'nearly'),
      { value: -80, qualifier: 'about', interval: { lower: -80, lowerOpen: true, upper: -60 } },
    ],
    [amount(200, 'between', 251), amount(100), { value: 125, qualifier: 'about' }],
  ])('of %j after %j is %j', (current, previous, expected) => {
    expect(differenceOf(current, previous)).toMatchObject(expected);
  });

  it('is nothing certain where both have no end', () => {
    expect(differenceOf(amount(500, 'more_than'), amount(320, 'more_than'))).toBeNull();
  });
});
