import fc from 'fast-check';
import { QUALIFIERS } from '../../kernel/figure.types.js';
import { typedQuantity } from '../../kernel/typed-number.rules.js';
import { definedValue, readSteps, readTargetValue, typedSteps } from './target-entry.rules.js';

const count = { decimals: 0, symbol: null, signed: false };
const money = { decimals: 2, symbol: '€', signed: false };

describe('the value of a target, as people type it', () => {
  it.each([
    ['1 500', count, { value: 1_500, valueMax: null, qualifier: 'exact' }],
    ['plus de 10 000', count, { value: 10_000, valueMax: null, qualifier: 'more_than' }],
    ['entre 200 et 250', count, { value: 200, valueMax: 250, qualifier: 'between' }],
    ['12,50 €', money, { value: 1_250, valueMax: null, qualifier: 'exact' }],
  ])('%s', (typed, scale, quantity) => {
    expect(readTargetValue(typed, scale)).toEqual({ ok: true, value: quantity });
  });

  it.each([
    ['', 'value_missing'],
    ['nc', 'value_missing'],
    ['beaucoup', 'not_a_number'],
    ['1.500', 'ambiguous_number'],
    ['12,5', 'too_many_decimals'],
  ])('is refused beside its field: %p', (typed, code) => {
    expect(readTargetValue(typed, count)).toMatchObject({ ok: false, issue: { path: 'value', code } });
  });

  it('comes back in its form as it can be read again', () => {
    const quantities = fc
      .record({
        value: fc.oneof(
          fc.integer({ min: 1, max: 2_000_000_000 }),
          fc.integer({ min: 1, max: 2_000 }).map((millions) => millions * 1_000_000),
        ),
        qualifier: fc.constantFrom(...QUALIFIERS),
      })
      .map(({ value, qualifier }) => ({
        value,
        valueMax: qualifier === 'between' ? value + 100 : null,
        qualifier,
      }));
    fc.assert(
      fc.property(quantities, fc.constantFrom(count, money), (quantity, scale) => {
        expect(readTargetValue(typedQuantity(quantity, scale), scale)).toEqual({ ok: true, value: quantity });
      }),
    );
  });

  it('is defined exactly', () => {
    expect(definedValue({ value: 1_250, valueMax: null, qualifier: 'exact' }, 2)).toEqual({
      value: '12.5',
      valueMax: null,
      qualifier: 'exact',
    });
    expect(definedValue({ value: 20, valueMax: 30, qualifier: 'between' }, 0)).toMatchObject({
      valueMax: '30',
    });
  });
});

describe('milestones', () => {
  it('are read a line each, and written again as they are read', () => {
    const typed = ' 30/06/2020 : 1 500\n\n2020-09-01: 2 000 \n1/10/2020 2500';
    const read = readSteps(typed, count);
    const steps = [
      { on: '2020-06-30', value: 1_500 },
      { on: '2020-09-01', value: 2_000 },
      { on: '2020-10-01', value: 2_500 },
    ];
    expect(read).toEqual({ ok: true, value: steps });
    expect(readSteps(typedSteps(steps, count), count)).toEqual(read);
    expect(readSteps('', count)).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['en juin', 'step_not_read'],
    ['31/02/2020 : 5', 'step_not_read'],
    ['30/06/2020', 'step_not_read'],
    ['30/06/2020 : plus de 5', 'step_not_read'],
    ['30/06/2020 : cinq', 'not_a_number'],
    ['30/06/2020 : -5', 'negative_value'],
  ])('are refused with what was found: %p', (typed, code) => {
    expect(readSteps(typed, count)).toMatchObject({ ok: false, issue: { path: 'steps', code } });
  });
});
