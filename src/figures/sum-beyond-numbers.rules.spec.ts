import { fact, indicatorRule } from '../../test/support/facts.js';
import { aggregate } from './aggregation.rules.js';

it('says that a sum is more than a number holds, and loses neither its parts nor the year', () => {
  const parts = [fact(Number.MAX_SAFE_INTEGER, '2020-01'), fact(1, '2020-02', { marking: 'provisional' })];
  const total = aggregate(indicatorRule(), parts);
  expect(total).toMatchObject({ amount: null, empty: 'absent', absence: { kind: 'not_available' } });
  expect(total.absence?.note).toContain('dépasse les nombres');
  expect(aggregate(indicatorRule(), parts.slice(0, 1)).amount?.value).toBe(Number.MAX_SAFE_INTEGER);
});
