import { cutMonths } from './cut-months.rules.js';

describe('the months that some days hold or cut', () => {
  it.each<[string, string, [number, number] | null, [string, string][]]>([
    ['2020-01-01', '2020-12-31', [202001, 202012], []],
    ['2019-09-01', '2020-08-31', [201909, 202008], []],
    ['2020-01-01', '2020-11-28', [202001, 202010], [['2020-11-01', '2020-11-28']]],
    [
      '2020-02-10',
      '2020-04-15',
      [202003, 202003],
      [
        ['2020-02-10', '2020-02-29'],
        ['2020-04-01', '2020-04-15'],
      ],
    ],
    ['2020-06-03', '2020-06-20', null, [['2020-06-03', '2020-06-20']]],
    ['2020-06-01', '2020-06-30', [202006, 202006], []],
  ])('are told from %s to %s', (start, end, whole, cut) =>
    expect(cutMonths({ start, end })).toEqual({
      whole,
      cut: cut.map(([from, to]) => ({ start: from, end: to })),
    }),
  );
});
