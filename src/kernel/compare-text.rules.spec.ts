import { compareText } from './compare-text.rules.js';

it('orders ISO days and codes as they are written', () => {
  expect(['2020-02-01', '2019-12-31', 'A', '2020-01-01'].toSorted(compareText)).toEqual([
    '2019-12-31',
    '2020-01-01',
    '2020-02-01',
    'A',
  ]);
  expect(compareText('A', 'A')).toBe(0);
});
