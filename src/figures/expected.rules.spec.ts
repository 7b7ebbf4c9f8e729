import fc from 'fast-check';
import { indicatorRule, targetRule } from '../../test/support/facts.js';
import { addDays } from '../kernel/calendar.rules.js';
import { toAmount } from '../kernel/figure.rules.js';
import { monthsBetween } from '../kernel/period.rules.js';
import type { IndicatorRule, TargetRule } from './figure-input.types.js';
import { expectedAt, expectedView, monthlyTargets, pathOf } from './expected.rules.js';
import { planOf, type TargetPlan } from './target-plan.rules.js';

const period = { start: '2020-01-01', end: '2020-12-31' };
const scale = indicatorRule().wording;
const flow = indicatorRule();
const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last' });
const rate = indicatorRule({ nature: 'ratio', aggregationTime: 'none' });

function plan(
  targets: TargetRule[],
  indicator: IndicatorRule = flow,
  before: number | null = null,
): TargetPlan {
  const amount = toAmount({ value: before ?? 0, valueMax: null, qualifier: 'exact' }, { signed: true });
  const baselines =
    before === null ? [] : [{ indicator: 'VISITEURS', campaign: null, periodEnd: '2019-12-31', amount }];
  const found = planOf(indicator, null, [], { period, targets, baselines });
  if (found === null) throw new Error('no plan');
  return found;
}
const on = (given: TargetPlan, ...days: string[]) =>
  days.map((day) => expectedAt(given, day, scale)?.value ?? null);

describe('what is expected to date', () => {
  it('goes evenly from nothing to the target', () => {
    expect(
      on(plan([targetRule(366)]), '2019-12-31', '2020-01-01', '2020-06-30', '2020-12-31', '2021-05-01'),
    ).toEqual([0, 1, 182, 366, 366]);
  });

  it('goes by milestones', () => {
    const steps = [
      { on: '2020-04-01', value: 100 },
      { on: '2020-09-01', value: 250 },
    ];
    const stepped = plan([targetRule(300, { path: 'stepped', steps })]);
    expect(
      on(stepped, '2020-03-31', '2020-04-01', '2020-08-31', '2020-09-01', '2020-12-30', '2020-12-31'),
    ).toEqual([0, 100, 100, 250, 250, 300]);
  });

  it('waits for the campaign: a summer one is not late in May', () => {
    const summer = { path: 'window', window: { start: '2020-06-01', end: '2020-09-30' } } as const;
    const window = plan([targetRule(122, summer)]);
    expect(on(window, '2020-05-31', '2020-06-01', '2020-07-31', '2020-09-30', '2020-12-01')).toEqual([
      0, 1, 61, 122, 122,
    ]);
  });

  it('goes evenly when the campaign has no dates, or none within the target’s', () => {
    const even = on(plan([targetRule(366)]), '2020-06-30');
    expect(on(plan([targetRule(366, { path: 'window' })]), '2020-06-30')).toEqual(even);
    const window = { start: '2019-01-01', end: '2019-06-30' };
    expect(on(plan([targetRule(366, { path: 'window', window })]), '2020-06-30')).toEqual(even);
  });

  it('keeps to the target’s days when its campaign has more', () => {
    const window = { start: '2019-06-01', end: '2021-09-30' };
    expect(on(plan([targetRule(366, { path: 'window', window })]), '2020-01-01', '2020-12-31')).toEqual([
      1, 366,
    ]);
  });

  it('goes from the baseline for a stock, up or down, and is the same all along for a rate', () => {
    expect(on(plan([targetRule(400)], stock, 34), '2019-01-01', '2020-06-30', '2020-12-31')).toEqual([
      34, 216, 400,
    ]);
    const down = { ...stock, direction: 'down' as const };
    expect(on(plan([targetRule(34)], down, 400), '2019-01-01', '2020-06-30', '2020-12-31')).toEqual([
      400, 218, 34,
    ]);
    expect(on(plan([targetRule(45)], rate), '2020-01-01', '2020-12-31')).toEqual([45, 45]);
    expect(on(plan([targetRule(800)], down), '2020-01-01')).toEqual([800]);
  });

  it('is each target in its days, for a state that is not to rise', () => {
    const halves = [
      targetRule(800, { periodEnd: '2020-06-30' }),
      targetRule(700, { periodStart: '2020-07-01' }),
    ];
    const down = { ...stock, direction: 'down' as const };
    expect(on(plan(halves, down), '2019-12-31', '2020-06-30', '2020-07-01', '2021-01-01')).toEqual([
      800, 800, 700, 700,
    ]);
  });

  it('expects nothing below the ceiling of a flow', () => {
    const ceiling = plan([targetRule(5_000)], indicatorRule({ direction: 'down' }));
    expect(on(ceiling, '2020-06-30')).toEqual([null]);
    expect(expectedView(ceiling, '2020-06-30', scale)).toBeNull();
  });

  it('adds quarters to each other, each at its own pace', () => {
    const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'].map((span, index) => {
      const [start, end] = span.split('/');
      const steps = index === 1 ? [{ on: '2020-05-01', value: 5 }] : [];
      const path = index === 1 ? 'stepped' : 'linear';
      return targetRule((index + 1) * 10, {
        periodStart: `2020-${start}`,
        periodEnd: `2020-${end}`,
        path,
        steps,
      });
    });
    const year = plan(quarters);
    expect(
      on(year, '2020-03-31', '2020-04-30', '2020-05-01', '2020-06-30', '2020-09-30', '2020-12-31'),
    ).toEqual([10, 10, 15, 30, 60, 100]);
    expect(pathOf(year)).toBe('linear');
    expect(on(plan(quarters, stock), '2020-03-31', '2020-05-01', '2020-06-30', '2020-12-31')).toEqual([
      10, 5, 20, 40,
    ]);
  });

  it('keeps the words of a qualified target, as far as they make sense', () => {
    const [near, none] = ['2020-06-30', '2019-12-31'].map((day) =>
      expectedView(plan([targetRule(732, { qualifier: 'nearly' })]), day, scale),
    );
    expect(near).toMatchObject({ text: 'près de 364', path: 'linear' });
    expect(none).toMatchObject({ text: '0' });
    const range = plan([targetRule(366, { qualifier: 'between', valueMax: 732 })]);
    expect(expectedView(range, '2020-06-30', scale)?.text).toBe('entre 182 et 364');
    expect(expectedView(range, '2019-12-31', scale)?.text).toBe('0');
    expect(expectedView(range, '2020-12-31', scale)?.text).toBe('entre 366 et 732');
  });

  it('stays within exact numbers when quarters add up beyond them', () => {
    const half = (periodStart: string, periodEnd: string) =>
      targetRule(Number.MAX_SAFE_INTEGER - 1, { periodStart, periodEnd });
    const huge: TargetPlan = {
      ...plan([targetRule(1)]),
      pieces: [half('2020-01-01', '2020-06-30'), half('2020-07-01', '2020-12-31')],
    };
    expect(on(huge, '2020-12-30')).toEqual([Number.MAX_SAFE_INTEGER]);
    const lowest = toAmount(
      { value: 1 - Number.MAX_SAFE_INTEGER, valueMax: null, qualifier: 'exact' },
      { signed: true },
    );
    const loss = { ...huge, pieces: huge.pieces.map((piece) => ({ ...piece, amount: lowest })) };
    expect(on(loss, '2020-12-30')).toEqual([-Number.MAX_SAFE_INTEGER]);
  });

  const amounts = fc.integer({ min: 0, max: 1_000_000_000 });
  const path = fc.constantFrom('linear' as const, 'window' as const);
  const days = fc.integer({ min: -30, max: 400 }).map((after) => addDays('2020-01-01', after));

  it('starts where things stood, ends at the target and never turns back', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.option(amounts),
        path,
        days,
        days,
        fc.boolean(),
        (aim, before, kind, one, other, isFlow) => {
          const [first, second] = one < other ? [one, other] : [other, one];
          const window = { start: first, end: second };
          const given = plan([targetRule(aim, { path: kind, window })], isFlow ? flow : stock, before);
          const origin = isFlow ? 0 : (before ?? 0);
          expect(on(given, '2019-12-31', '2020-12-31')).toEqual([origin, aim]);
          const [early, late] = on(given, first, second) as [number, number];
          expect(Math.sign(late - early) * Math.sign(aim - origin)).toBeGreaterThanOrEqual(0);
          for (const value of [early, late]) {
            expect(Number.isSafeInteger(value) && !Object.is(value, -0)).toBe(true);
            expect(value >= Math.min(origin, aim) && value <= Math.max(origin, aim)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the target of a month', () => {
  const months = monthsBetween('2020-01', '2020-12');

  it('is what the month adds for a flow, and adds up to the year’s', () => {
    const all = monthlyTargets(plan([targetRule(1_200)]), months, scale);
    expect(all[0]).toMatchObject({
      period: '2020-01',
      expected: { value: 102 },
      own: { value: 102 },
      ownText: '102',
    });
    expect(all[1]).toMatchObject({ expected: { value: 197 }, own: { value: 95 }, expectedText: '197' });
    expect(all.reduce((sum, { own }) => sum + own.value, 0)).toBe(1_200);
  });

  it('is the level itself for a stock, and the ceiling for what has one', () => {
    expect(monthlyTargets(plan([targetRule(366)], stock), ['2020-06'], scale)).toMatchObject([
      { expected: { value: 182 }, own: { value: 182 } },
    ]);
    const ceiling = plan([targetRule(500)], indicatorRule({ direction: 'down' }));
    expect(monthlyTargets(ceiling, ['2020-06'], scale)).toMatchObject([
      { expected: { value: 500 }, own: { value: 500 } },
    ]);
  });
});
