import { targetKey } from './targets.rules.js';

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
