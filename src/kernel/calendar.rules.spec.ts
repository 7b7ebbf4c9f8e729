import fc from 'fast-check';
import {
  addDays,
  dateParts,
  dayNumber,
  isoOf,
  monthOf,
  weekdayOf,
  yearLater,
  yearOf,
} from './calendar.rules.js';

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar', () => {
  it('knows its weekdays', () => {
    expect(weekdayOf('2020-12-16')).toBe(2);
    expect(weekdayOf('2021-01-01')).toBe(4);
    expect(weekdayOf('0001-01-01')).toBe(0);
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day)).toBe((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
      }),
    );
  });

  it('takes dates apart', () => {
    expect(dateParts('2020-12-16')).toEqual({ year: 2020, month: 12, day: 16 });
    expect(monthOf('2020-12-16')).toBe('2020-12');
    expect(yearOf('0987-12-16')).toBe(987);
    expect(isoOf(987, 1, 2)).toBe('0987-01-02');
  });

  it('goes a year ahead, to the 28th from a leap day', () => {
    expect(yearLater('2020-12-17')).toBe('2021-12-17');
    expect(yearLater('2020-02-29')).toBe('2021-02-28');
    expect(() => yearLater('9999-01-01')).toThrow(RangeError);
  });

  it('walks over months, years and leap days', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addDays('2021-02-28', 1)).toBe('2021-03-01');
    expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
  });

  it('agrees with the platform on every span, whatever the time zone', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const days = (Date.parse(other) - Date.parse(one)) / 86_400_000;
        expect(dayNumber(other) - dayNumber(one)).toBe(days);
        expect(addDays(one, days)).toBe(other);
      }),
    );
  });

  it('refuses to leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow('0001-01-01 -1 days');
  });
});
