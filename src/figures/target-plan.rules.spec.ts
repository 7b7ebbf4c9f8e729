import { indicatorRule, targetRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import type { BaselineRule, TargetRule } from './figure-input.types.js';
import { planNote, planOf, saidOf, type TargetPlan } from './target-plan.rules.js';

const period = { start: '2020-01-01', end: '2020-12-31' };
const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last' });
const rate = indicatorRule({ nature: 'ratio', aggregationTime: 'none' });
const baseline = (value: number, periodEnd = '2019-12-31'): BaselineRule => ({
  indicator: 'VISITEURS',
  campaign: null,
  periodEnd,
  amount: toAmount({ value, valueMax: null, qualifier: 'exact' }),
});
const plan = (
  targets: TargetRule[],
  { indicator = indicatorRule(), baselines = [] as BaselineRule[], until = [] as string[] } = {},
): TargetPlan | null => planOf(indicator, null, until, { period, targets, baselines });

const QUARTERS = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'];
const spans = (list: string[], values: number[], rest: Partial<TargetRule> = {}): TargetRule[] =>
  list.map((span, index) => {
    const [start, end] = span.split('/');
    const days = { periodStart: `2020-${start}`, periodEnd: `2020-${end}` };
    return targetRule(values[index] ?? 0, { ...days, ...rest });
  });

describe('the target of an exercice', () => {
  it.each([indicatorRule(), stock, rate])('is none without any ($nature)', (indicator) =>
    expect(plan([targetRule(3, { campaign: 'SALON' })], { indicator })).toBeNull(),
  );

  it('is the longest that holds what was counted, of those that end last', () => {
    const holders = spans(['07-01/09-30', '04-01/09-30', '05-01/08-31'], [10, 20, 30]);
    expect(plan(holders, { until: ['2020-08-01'] })?.amount.value).toBe(20);
    expect(plan(holders.toReversed(), { until: ['2020-08-01'] })?.amount.value).toBe(20);
  });

  it('is that of the whole exercice rather than its quarters', () => {
    const quarters = spans(QUARTERS, [10, 20, 30, 40]);
    expect(plan([...quarters, targetRule(150)])?.amount.value).toBe(150);
  });

  it('is the sum of those that tile it, for what adds up', () => {
    const found = plan(spans(QUARTERS, [10, 20, 30, 40]).toReversed());
    expect(found).toMatchObject({ amount: { value: 100 }, course: 'flow', origin: 0 });
    expect(found && planNote(found)).toBe('somme des cibles trimestrielles');
    const uneven = plan(spans(['01-01/03-31', '04-01/12-31'], [10, 20]));
    expect(uneven && planNote(uneven)).toBe('somme de deux cibles');
    const halves = plan(spans(['01-01/06-30', '07-01/12-31'], [10, 20]));
    expect(halves && planNote(halves)).toBe('somme des cibles semestrielles');
    const odd = plan(spans(['01-01/06-15', '06-16/12-31'], [10, 20]));
    expect(odd && planNote(odd)).toBe('somme de deux cibles');
  });

  it('is the last of those that tile it, for a state', () => {
    const found = plan(spans(QUARTERS, [10, 20, 30, 40]), { indicator: stock });
    expect(found).toMatchObject({ amount: { value: 40 }, course: 'state', origin: 0 });
    expect(found && planNote(found)).toBe('dernière des cibles trimestrielles');
    const uneven = plan(spans(['01-01/03-31', '04-01/12-31'], [10, 20]), { indicator: stock });
    expect(uneven && planNote(uneven)).toBe('dernière de deux cibles');
  });

  it('takes the fewest that leave no day out, and none when one is missing', () => {
    const all = spans([...QUARTERS, '01-01/06-30', '07-01/12-31'], [1, 1, 1, 1, 50, 60]);
    expect(plan(all)?.amount.value).toBe(110);
    expect(plan(all.toReversed())?.amount.value).toBe(110);
    expect(plan(spans(QUARTERS.slice(0, 3), [1, 1, 1]), { until: ['2020-02-29', '2020-08-31'] })).toBeNull();
    expect(plan(spans(QUARTERS.slice(1), [1, 1, 1]), { until: ['2020-02-29'] })).toBeNull();
  });

  it('is not put together from parts for a rate, nor found for a context figure', () => {
    expect(plan(spans(QUARTERS, [40, 41, 42, 43]), { indicator: rate })?.amount.value).toBe(43);
    expect(plan([targetRule(1)], { indicator: indicatorRule({ nature: 'context' }) })).toBeNull();
    expect(plan([])).toBeNull();
  });

  it('says once who decided, and in which session', () => {
    const [first, ...others] = spans(QUARTERS, [1, 1, 1, 1], { decidedBy: 'comité', decidedIn: 'séance A' });
    const found = plan([{ ...(first as TargetRule), decidedBy: 'bureau', decidedIn: null }, ...others]);
    expect(found && [saidOf(found, 'decidedBy'), saidOf(found, 'decidedIn')]).toEqual([
      'bureau et comité',
      'séance A',
    ]);
    const silent = plan([targetRule(1)]);
    expect(silent && saidOf(silent, 'decidedBy')).toBeNull();
    expect(silent && planNote(silent)).toBeNull();
  });
});

describe('the way to a target', () => {
  it('starts where things stood last before its end', () => {
    const baselines = [baseline(100, '2018-12-31'), baseline(320), baseline(999, '2021-12-31')];
    expect(plan([targetRule(400)], { indicator: stock, baselines })).toMatchObject({
      origin: 320,
      baseline: { value: 320 },
      falling: false,
    });
  });

  it.each([
    ['a flow starts from nothing, whatever stood before', indicatorRule(), 320, 400, 0, false, false],
    ['a rate without baseline is the same all along', rate, null, 45, null, false, false],
    ['a rate with one moves from it', rate, 30, 45, 30, false, false],
    ['less vacant homes fall', { ...stock, direction: 'down' as const }, 1000, 800, 1000, false, true],
    [
      'without baseline, less is a ceiling',
      { ...stock, direction: 'down' as const },
      null,
      800,
      null,
      true,
      false,
    ],
    ['already below, it must stay so', { ...stock, direction: 'down' as const }, 700, 800, null, true, false],
    [
      'a neutral one follows its baseline',
      { ...stock, direction: 'neutral' as const },
      1000,
      800,
      1000,
      false,
      true,
    ],
    ['spending has a ceiling', indicatorRule({ direction: 'down' }), null, 800, null, true, false],
  ])('%s', (_, indicator, before, aim, origin, ceiling, falling) => {
    const baselines = before === null ? [] : [baseline(before)];
    expect(plan([targetRule(aim)], { indicator, baselines })).toMatchObject({ origin, ceiling, falling });
  });

  it('knows a ceiling by its words', () => {
    expect(
      plan([
        targetRule(5, {
          qualifier: 'up_to',
          amount: toAmount({ value: 5, valueMax: null, qualifier: 'up_to' }),
        }),
      ]),
    ).toMatchObject({ ceiling: true });
    expect(plan([targetRule(5, { qualifier: 'less_than' })])).toMatchObject({ ceiling: true });
  });
});
