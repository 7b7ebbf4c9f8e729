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
});
