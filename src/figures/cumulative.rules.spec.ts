import fc from 'fast-check';
import { fact, indicatorRule } from '../../test/support/facts.js';
import { monthPeriod, yearPeriod } from '../kernel/period.rules.js';
import { flowsOfCumulative } from './cumulative.rules.js';
import { amountOf } from './fact-amount.rules.js';

const families = indicatorRule({ nature: 'cumulative', aggregationTime: 'last' });
const yearly = indicatorRule({ ...families, restartsOn: '01-01' });
const months = ['2020-01', '2020-02', '2020-03'].map(monthPeriod);

describe('the flow of a running total', () => {
  it('is what lies between the last values at the bounds of a period', () => {
    const facts = [
      fact(100, '2019-12-31'),
      fact(110, '2020-01-15'),
      fact(130, '2020-01-31'),
      fact(150, '2020-03-31'),
    ];
    expect(flowsOfCumulative(families, facts, months)).toMatchObject([{ value: 30 }, null, { value: 20 }]);
    expect(flowsOfCumulative(families, facts, [yearPeriod(2020)])).toMatchObject([
      { value: 50, qualifier: 'exact' },
    ]);
    expect(flowsOfCumulative(families, facts.slice(1), months)[0]).toBeNull();
  });

  it('counts from zero where it starts again, on its day or at a reading of zero', () => {
    const facts = [fact(900, '2019-12-31'), fact(20, '2020-01-31'), fact(45, '2020-02-29')];
    expect(flowsOfCumulative(yearly, facts, months)).toMatchObject([
      { value: 20, qualifier: 'exact' },
      { value: 25, qualifier: 'exact' },
      null,
    ]);
    expect(flowsOfCumulative(yearly, facts.slice(1), months)[0]).toMatchObject({ value: 20 });
    // What was reached between the last reading and the end of the year is not known.
    const gap = [fact(900, '2019-11-30'), fact(20, '2020-01-31')];
    expect(flowsOfCumulative(yearly, gap, months)[0]).toMatchObject({ value: 20, qualifier: 'at_least' });
    const declared = [
      fact(900, '2019-12-31'),
      fact(950, '2020-01-10'),
      fact(0, '2020-01-20'),
      fact(7, '2020-01-31'),
    ];
    expect(flowsOfCumulative(families, declared, months)[0]).toMatchObject({
      value: 57,
      qualifier: 'at_least',
    });
  });

  it('restarts in the middle of a year, and takes the year before for days before it', () => {
    const september = indicatorRule({ ...families, restartsOn: '09-01' });
    const facts = [
      fact(60, '2019-12-31'),
      fact(80, '2020-08-31'),
      fact(5, '2020-09-30'),
      fact(30, '2020-12-31'),
    ];
    expect(flowsOfCumulative(september, facts, [yearPeriod(2020)])).toMatchObject([
      { value: 50, qualifier: 'exact' },
    ]);
  });

  it('adds slices when no whole was given, and says nothing when one of them is not known', () => {
    const of = (territory: string, first: number, last: number) => [
      fact(first, '2019-12-31', { territory }),
      fact(last, '2020-01-31', { territory }),
    ];
    const facts = [...of('A', 10, 15), ...of('B', 20, 22)];
    expect(flowsOfCumulative(families, facts, months)[0]).toMatchObject({ value: 7 });
    expect(flowsOfCumulative(families, facts.slice(0, 3), months)[0]).toBeNull();
    const whole = [fact(40, '2019-12-31'), fact(48, '2020-01-31')];
    expect(flowsOfCumulative(families, [...facts, ...whole], months)[0]).toMatchObject({ value: 8 });
  });

  it('reads one value a day, that of the shorter period', () => {
    const facts = [fact(100, '2019-12-31'), fact(130, '2020-01'), fact(5, '2020-01-31')];
    for (const order of [facts, facts.toReversed()]) {
      expect(flowsOfCumulative(families, order, months)[0]).toMatchObject({ value: -95 });
    }
    expect(() => amountOf(families, fact(null, '2020'))).toThrow('has no value');
  });

  it('keeps what is certain of qualified readings', () => {
    const facts = [fact(320, '2019-12-31'), fact(500, '2020-01-31', { qualifier: 'more_than' })];
    expect(flowsOfCumulative(families, facts, months)[0]).toMatchObject({
      value: 180,
      qualifier: 'more_than',
      interval: { lower: 180, upper: null },
    });
    const unknown = [...facts, fact(900, '2020-02-29', { qualifier: 'up_to' })];
    expect(flowsOfCumulative(families, unknown, months)[1]).toMatchObject({ qualifier: 'less_than' });
    const open = [...facts, fact(900, '2020-02-29', { qualifier: 'more_than' })];
    expect(flowsOfCumulative(families, open, months)[1]).toBeNull();
    const restarting = [fact(320, '2019-11-30'), fact(50, '2020-01-31', { qualifier: 'about' })];
    expect(flowsOfCumulative(yearly, restarting, months)[0]).toMatchObject({ qualifier: 'about' });
  });

  it('adds up to the flow of the whole period, however it is cut', () => {
    const values = fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(values, ([base = 0, ...steps]) => {
        let value = base;
        const facts = [fact(base, '2019-12-31')];
        for (const [index, step] of steps.entries()) {
          value += step;
          facts.push(fact(value, `2020-0${index + 1}`));
        }
        const flows = flowsOfCumulative(families, facts, months);
        const whole = flowsOfCumulative(families, facts, [{ start: '2020-01-01', end: '2020-03-31' }]);
        const added = flows.reduce((sum, flow) => sum + (flow?.value ?? Number.NaN), 0);
        expect(added).toBe(whole[0]?.value);
      }),
    );
  });
});
