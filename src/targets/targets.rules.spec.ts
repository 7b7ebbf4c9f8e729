import { smallestUnits, targetKey } from './targets.rules.js';

describe('a target read in the smallest unit', () => {
  it.each<[number | string, number, number | null]>([
    [300, 0, 300],
    ['12.5', 2, 1250],
    [4.2, 1, 42],
    ['1.005', 3, 1005],
    ['-6', 0, -6],
    ['-0', 2, 0],
    ['12.50', 1, 125],
    ['12.55', 1, null],
    ['12,5', 2, null],
    ['treize', 0, null],
    [1e21, 0, null],
    [Number.NaN, 0, null],
    ['999999999999999.9999', 4, null],
  ])('%s with %i decimals is %s', (given, decimals, expected) => {
    expect(smallestUnits(given, decimals)).toBe(expected);
  });
});

describe('the key of a target', () => {
  const key = { kind: 'target', indicatorId: 4, periodStart: '2024-01-01', periodEnd: '2024-12-31' } as const;

  it('tells an overall target from that of a campaign, and a target from a baseline', () => {
    expect(targetKey({ ...key, campaignId: null })).toBe('target|4||2024-01-01|2024-12-31');
    expect(targetKey({ ...key, campaignId: 7 })).toBe('target|4|7|2024-01-01|2024-12-31');
    expect(targetKey({ ...key, kind: 'baseline', campaignId: null })).toBe(
      'baseline|4||2024-01-01|2024-12-31',
    );
  });
});
