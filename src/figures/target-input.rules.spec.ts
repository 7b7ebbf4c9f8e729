import { toAmount } from '../kernel/figure.rules.js';
import type { Period } from '../kernel/period.types.js';
import type { GivenOpinion } from '../targets/opinion.types.js';
import type { Target } from '../targets/target.types.js';
import { opinionRules, targetRules } from './target-input.rules.js';

const target = (rest: Partial<Target> = {}): Target => ({
  id: 1,
  kind: 'target',
  indicator: 'VISITEURS',
  campaign: 'SALON',
  periodStart: '2020-01-01',
  periodEnd: '2020-12-31',
  amount: toAmount({ value: 300, valueMax: null, qualifier: 'exact' }),
  decidedBy: null,
  meeting: null,
  path: 'window',
  steps: [],
  note: null,
  version: 2,
  withdrawn: false,
  updatedAt: '2020-01-10T09:00:00Z',
  ...rest,
});
const windows = (period: Partial<Period>) =>
  targetRules(
    [target()],
    [],
    [{ code: 'SALON', period: { start: null, end: null, precision: 'range', ...period } }],
  ).targets.map(({ window }) => window);

describe('targets as rules read them', () => {
  it('know the days of their campaign, completed by their own', () => {
    expect(windows({ start: '2020-06-01', end: '2020-09-30' })).toEqual([
      { start: '2020-06-01', end: '2020-09-30' },
    ]);
    expect(windows({ start: '2020-06-01' })).toEqual([{ start: '2020-06-01', end: '2020-12-31' }]);
    expect(windows({ end: '2020-09-30' })).toEqual([{ start: '2020-01-01', end: '2020-09-30' }]);
    expect(windows({})).toEqual([null]);
    expect(targetRules([target({ campaign: null })], [], []).targets[0]?.window).toBeNull();
  });

  it('leave out baselines and those taken back, and say their session', () => {
    const meeting = { code: 'COPIL', date: '2020-12-16' };
    const baseline = target({ kind: 'baseline' });
    const { targets, baselines } = targetRules(
      [target({ withdrawn: true }), baseline, target({ meeting })],
      [baseline],
      [],
    );
    expect(targets.map(({ decidedIn, version }) => [decidedIn, version])).toEqual([
      ['séance du 16\u00a0décembre\u00a02020', 2],
    ]);
    expect(baselines).toHaveLength(1);
  });
});

describe('opinions as rules read them', () => {
  const given = (id: number, rest: Partial<GivenOpinion> = {}): GivenOpinion => ({
    id,
    indicator: 'VISITEURS',
    campaign: null,
    year: 2020,
    opinion: 'serene',
    reason: null,
    givenOn: '2020-06-01',
    meeting: null,
    recordedAt: '2020-06-01T09:00:00Z',
    recordedBy: 'person:1',
    ...rest,
  });

  it('leave with the one that takes them back, and only of the same scope', () => {
    const all = [
      given(1),
      given(2, { campaign: 'SALON' }),
      given(3, { indicator: 'SPOTS' }),
      given(4, { opinion: null }),
      given(5, { opinion: 'compromised' }),
    ];
    expect(
      opinionRules(all).map(({ indicator, campaign, opinion }) => [indicator, campaign, opinion]),
    ).toEqual([
      ['VISITEURS', 'SALON', 'serene'],
      ['SPOTS', null, 'serene'],
      ['VISITEURS', null, 'compromised'],
    ]);
  });
});
