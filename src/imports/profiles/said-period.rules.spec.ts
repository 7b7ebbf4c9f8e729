import fc from 'fast-check';
import { saidPeriod } from './said-period.rules.js';

describe('the period that somebody gives a whole file', () => {
  it.each([
    ['2020-06', { start: '2020-06-01', end: '2020-06-30' }],
    ['2020-06-16', { start: '2020-06-16', end: '2020-06-16' }],
    ['2020-06-10/2020-07-02', { start: '2020-06-10', end: '2020-07-02' }],
    ['2020-07-02/2020-06-10', null],
    ['2020-06/2020-07', null],
    ['2020-02-30/2020-03-01', null],
    ['2020-06-10/2020-07-02/2020-08-01', null],
    ['juin', null],
    ['', null],
  ])('%s', (text, period) => {
    expect(saidPeriod(text)).toEqual(period);
  });

  it('never ends before it begins, whatever is said', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(day, day).map((days) => days.join('/')),
        ),
        (text) => {
          const period = saidPeriod(text);
          if (period !== null) expect(period.start <= period.end).toBe(true);
        },
      ),
    );
  });
});
