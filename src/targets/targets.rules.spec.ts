import { checkWay, pathByDefault, targetKey, type TargetWay } from './targets.rules.js';

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

describe('the way to a target', () => {
  const problems = (rest: Partial<TargetWay>) =>
    checkWay({
      campaignId: null,
      periodStart: '2024-01-01',
      periodEnd: '2024-12-31',
      value: 300,
      path: 'linear',
      steps: [],
      ...rest,
    });
  const steps = (...list: [string, number][]) => list.map(([on, value]) => ({ on: `2024-${on}`, value }));

  it('is even or, in a campaign, within its days, unless somebody says otherwise', () => {
    expect([pathByDefault(null), pathByDefault(7)]).toEqual(['linear', 'window']);
  });

  it('may be any that goes to the target', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ path: 'window', campaignId: 7 })).toEqual([]);
    expect(problems({ path: 'stepped', steps: steps(['04-01', 100], ['09-01', 250]) })).toEqual([]);
    expect(problems({ path: 'stepped', steps: steps(['04-01', 900], ['09-01', 500]) })).toEqual([]);
    expect(problems({ path: 'stepped', steps: steps(['12-31', 300]) })).toEqual([]);
  });

  it.each<[string, Partial<TargetWay>, string, RegExp]>([
    ['a period turned round', { periodEnd: '2023-12-31' }, 'periodEnd', /inversez/],
    ['the days of no campaign', { path: 'window' }, 'path', /Une cible d’ensemble/],
    ['no milestone', { path: 'stepped' }, 'steps', /au moins un palier/],
    ['milestones of another way', { steps: steps(['04-01', 100]) }, 'steps', /ne vont qu’avec/],
    [
      'one outside the period',
      { path: 'stepped', steps: [{ on: '2025-01-01', value: 1 }] },
      'steps',
      /1er\sjanvier\s2025/,
    ],
    ['two on one day', { path: 'stepped', steps: steps(['04-01', 1], ['04-01', 2]) }, 'steps', /après celui/],
    [
      'a way back',
      { path: 'stepped', steps: steps(['04-01', 100], ['05-01', 90]) },
      'steps',
      /revenir en arrière/,
    ],
    [
      'one beyond the target',
      { path: 'stepped', steps: steps(['04-01', 100], ['05-01', 400]) },
      'steps',
      /revenir/,
    ],
  ])('is refused with %s', (_, rest, path, message) => {
    expect(problems(rest)).toMatchObject([{ path, message: expect.stringMatching(message) }]);
  });
});
