import { fact, figuresInput, indicatorRule, targetRule } from '../../test/support/facts.js';
import type { FiguresInput } from './figure-input.types.js';
import { monthlyTargetsOf, standingOf } from './target-standing.rules.js';

const visitors = indicatorRule();
const input = (rest: Partial<FiguresInput> = {}): FiguresInput =>
  figuresInput({ indicators: [visitors], targets: [targetRule(366)], ...rest });

describe('the day on which a figure is compared with what is expected', () => {
  const expected = (rest: Partial<FiguresInput>) =>
    standingOf(visitors, null, { amount: null, empty: 'no_measurement' }, [], input(rest)).expectedToDate
      ?.text;
  const open = { exerciceIsOver: false, at: '2020-06-30', today: '2020-10-31' };

  it('is the day asked for, no later than today', () => {
    expect(expected(open)).toBe('182');
    expect(expected({ ...open, at: '2020-12-31' })).toBe('305');
    expect(expected({ ...open, today: '2020-01-31' })).toBe('31');
  });

  it('is the last one of an exercice that is over', () =>
    expect(expected({ ...open, exerciceIsOver: true })).toBe('366'));
});

describe('what each month should bring', () => {
  it('is told for each month of the exercice, and of nothing without a target', () => {
    const months = monthlyTargetsOf(visitors, input());
    expect(months).toHaveLength(12);
    expect(months[1]).toMatchObject({ period: '2020-02', own: { value: 29 }, expected: { value: 60 } });
    expect(monthlyTargetsOf(visitors, input({ targets: [] }))).toEqual([]);
  });

  it('follows the target that holds what was counted', () => {
    const targets = [targetRule(300, { periodStart: '2020-07-01' })];
    const told = (period: string) => monthlyTargetsOf(visitors, input({ targets, facts: [fact(3, period)] }));
    expect(told('2020-08').at(-1)?.expected.value).toBe(300);
    expect(told('2020-03')).toEqual([]);
  });
});
