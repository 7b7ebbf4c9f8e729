import fc from 'fast-check';
import { sumAmounts, toAmount } from '../kernel/figure.rules.js';
import type { Quantity } from '../kernel/figure.types.js';
import { FileTotals } from './file-totals.js';

const exact = (value: number): Quantity => ({ value, valueMax: null, qualifier: 'exact' });
const views = { code: 'VUES', decimals: 0, adds: true };
const members = { code: 'AMBASSADEURS', decimals: 0, adds: false };
const cost = { code: 'COUT', decimals: 2, adds: true };

describe('the totals of a file', () => {
  it('add up by month, with the qualifier of the sum', () => {
    const totals = new FileTotals();
    totals.add(views, '2020-04-01', '2020-04-01', exact(120));
    totals.add(views, '2020-04-02', '2020-04-02', { ...exact(1000), qualifier: 'more_than' });
    totals.add(views, '2020-06-01', '2020-09-30', exact(5));
    totals.add(cost, '2020-04-01', '2020-04-30', exact(1250));
    expect(totals.list()).toEqual([
      { indicator: 'COUT', period: '2020-04', value: '12.5', qualifier: 'exact' },
      { indicator: 'VUES', period: '2020-04', value: 1120, qualifier: 'more_than' },
      { indicator: 'VUES', period: '2020-09', value: 5, qualifier: 'exact' },
    ]);
  });

  it('name the day when a month has but one', () => {
    const totals = new FileTotals();
    totals.add(views, '2020-04-16', '2020-04-16', exact(1));
    totals.add(views, '2020-04-16', '2020-04-16', exact(2));
    expect(totals.list()).toEqual([
      { indicator: 'VUES', period: '2020-04-16', value: 3, qualifier: 'exact' },
    ]);
  });

  it('never add the days of a stock: the last one stands', () => {
    const totals = new FileTotals();
    totals.add(members, '2020-12-16', '2020-12-16', { ...exact(400), qualifier: 'nearly' });
    totals.add(members, '2020-12-01', '2020-12-01', exact(380));
    expect(totals.list()).toEqual([
      { indicator: 'AMBASSADEURS', period: '2020-12-16', value: 400, qualifier: 'nearly' },
    ]);
  });

  it('are the sums of the arithmetic of amounts, row after row', () => {
    const value = fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.maxSafeInteger());
    const qualifier = fc.constantFrom<Quantity['qualifier']>('exact', 'exact', 'exact', 'at_least', 'nearly');
    fc.assert(
      fc.property(fc.array(fc.record({ value, qualifier }), { minLength: 1, maxLength: 12 }), (rows) => {
        const totals = new FileTotals();
        const amounts = rows.map((row) => toAmount({ ...row, valueMax: null }));
        for (const row of rows) totals.add(views, '2020-04-01', '2020-04-30', { ...row, valueMax: null });
        const sum = amounts.reduce((total, amount) => sumAmounts([total, amount]) ?? amount);
        const told = { indicator: 'VUES', period: '2020-04', value: sum.value, qualifier: sum.qualifier };
        expect(totals.list()).toEqual([told]);
      }),
    );
  });
});
