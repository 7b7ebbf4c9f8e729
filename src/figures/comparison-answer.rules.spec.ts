import { amountOf } from '../../test/support/figure-builder.js';
import { comparisonAnswer } from './comparison-answer.rules.js';
import type { PreviousView } from './figure-comparison.types.js';

const previous: PreviousView = {
  year: 2019,
  label: '2019',
  at: '2019-09-30',
  amount: amountOf(1_250),
  text: '12,50\u00a0€',
  window: 'à date comparable',
};

describe('what the API says of a comparison', () => {
  it('is nothing without one', () => {
    expect(comparisonAnswer({ previous: null, change: null }, 0)).toEqual({});
  });

  it('is in the indicator’s own unit, or in percent points', () => {
    const rate = { kind: 'rate', value: 25, lower: 18, upper: 25, qualifier: 'nearly' } as const;
    expect(
      comparisonAnswer({ previous, change: { kind: 'percent', rate, text: 'près de +25 %' } }, 2),
    ).toEqual({
      previous: {
        year: 2019,
        at: '2019-09-30',
        value: 12.5,
        qualifier: 'exact',
        lower: 12.5,
        upper: 12.5,
        text: '12,50\u00a0€',
        window: 'à date comparable',
      },
      change: { kind: 'percent', value: 25, lower: 18, upper: 25, text: 'près de +25 %' },
    });
    const difference = {
      kind: 'difference',
      amount: amountOf(300, 'at_least'),
      text: 'au moins +3 €',
    } as const;
    expect(comparisonAnswer({ previous: null, change: difference }, 2).change).toEqual({
      kind: 'difference',
      value: 3,
      lower: 3,
      upper: null,
      text: 'au moins +3 €',
    });
  });

  it('is a reason where there is none', () => {
    const change = { kind: 'not_comparable', reason: 'no_value', text: 'Pas de valeur en 2019.' } as const;
    const empty = { ...previous, amount: null, text: 'sans valeur', window: null };
    expect(comparisonAnswer({ previous: empty, change }, 0)).toEqual({
      previous: {
        year: 2019,
        at: '2019-09-30',
        value: null,
        qualifier: null,
        lower: null,
        upper: null,
        text: 'sans valeur',
      },
      change: { reason: 'no_value', text: 'Pas de valeur en 2019.' },
    });
  });
});
