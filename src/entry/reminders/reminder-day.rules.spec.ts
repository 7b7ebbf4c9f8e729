import fc from 'fast-check';
import { isoOf } from '../../kernel/calendar.rules.js';
import { daysInMonth } from '../../kernel/period.rules.js';
import { monthToRecall } from './reminder-day.rules.js';

describe('the month to recall', () => {
  it.each([
    ['2020-10-02', 3, null],
    ['2020-10-03', 3, '2020-09'],
    ['2020-10-31', 3, '2020-09'],
    ['2021-01-28', 28, '2020-12'],
    ['2020-03-01', 1, '2020-02'],
    ['2020-10-15', null, null],
  ])('on %s, with day %j, is %j', (today, day, month) => {
    expect(monthToRecall(today, day)).toBe(month);
  });

  it('comes once for every month, whatever its length and the day of the settings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, reminderDay) => {
          const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => index + 1);
          const told = days.map((day) => monthToRecall(isoOf(year, month, day), reminderDay));
          expect(told.filter((one) => one === null)).toHaveLength(reminderDay - 1);
          expect(new Set(told.filter((one) => one !== null)).size).toBe(1);
        },
      ),
    );
  });
});
