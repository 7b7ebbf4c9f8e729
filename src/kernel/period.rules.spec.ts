import fc from 'fast-check';
import { addDays } from './calendar.rules.js';
import {
  covers,
  daysInMonth,
  exerciceOf,
  isOpen,
  monthPeriod,
  monthsBetween,
  overlaps,
  parseIsoDate,
  parsePeriodText,
  positionInMonths,
  precisionOf,
  seasonOf,
  seasonPeriod,
  yearPeriod,
} from './period.rules.js';

const span = (start: string | null, end: string | null) => ({ start, end });

describe('parseIsoDate', () => {
  it.each(['2020-12-16', '2020-02-29', '0001-01-01', '9999-12-31', '2000-02-29'])('reads %s', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  it.each([
    '2020-02-30',
    '2021-02-29',
    '1900-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-04-31',
    '2020-04-00',
    '0000-01-01',
    '10000-01-01',
    '2020-4-1',
    '16/12/2020',
    ' 2020-12-16',
    '2020-12-16T00:00:00Z',
    '２０２０-12-16',
    '',
  ])('refuses « %s »', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });

  it('reads exactly the days that exist', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(13), part(32), (year, month, day) => {
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ].join('-');
        const date = new Date(`${text}T00:00:00Z`);
        const exists = year > 0 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(parseIsoDate(text) !== null).toBe(exists);
      }),
    );
  });

  it('knows the length of months', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2021, month))).toEqual([31, 28, 30, 31]);
    expect(daysInMonth(2000, 2)).toBe(29);
    expect(daysInMonth(2100, 2)).toBe(28);
  });
});

describe('named periods', () => {
  it('builds months, years and seasons', () => {
    expect(monthPeriod('2020-02')).toEqual({ start: '2020-02-01', end: '2020-02-29', precision: 'month' });
    expect(yearPeriod(2020)).toEqual({ start: '2020-01-01', end: '2020-12-31', precision: 'year' });
    expect(seasonPeriod('spring', 2020)).toEqual({
      start: '2020-03-01',
      end: '2020-05-31',
      precision: 'season',
    });
    expect(seasonPeriod('summer', 2020)).toEqual({
      start: '2020-06-01',
      end: '2020-09-30',
      precision: 'season',
    });
    expect(seasonPeriod('autumn', 2020)).toEqual({
      start: '2020-10-01',
      end: '2020-11-30',
      precision: 'season',
    });
    expect(seasonPeriod('winter', 2020)).toEqual({
      start: '2020-12-01',
      end: '2021-02-28',
      precision: 'season',
    });
    expect(seasonPeriod('winter', 2019).end).toBe('2020-02-29');
  });

  it('refuses what the calendar has not', () => {
    expect(() => monthPeriod('2020-13')).toThrow(RangeError);
    for (const year of [0, 10_000, 2020.5]) {
      expect(() => yearPeriod(year)).toThrow(RangeError);
      expect(() => seasonPeriod('summer', year)).toThrow(RangeError);
    }
    expect(() => seasonPeriod('winter', 9999)).toThrow(RangeError);
  });

  it.each([
    ['2020', '2020-01-01', '2020-12-31', 'year'],
    ['2020-04', '2020-04-01', '2020-04-30', 'month'],
    ['2020-04-16', '2020-04-16', '2020-04-16', 'day'],
    ['2020-printemps', '2020-03-01', '2020-05-31', 'season'],
    ['2020-ete', '2020-06-01', '2020-09-30', 'season'],
    ['2020-été', '2020-06-01', '2020-09-30', 'season'],
    ['2020-e\u0301te\u0301', '2020-06-01', '2020-09-30', 'season'],
    ['2020-automne', '2020-10-01', '2020-11-30', 'season'],
    ['2020-hiver', '2020-12-01', '2021-02-28', 'season'],
  ])('reads %s', (text, start, end, precision) => {
    expect(parsePeriodText(text)).toEqual({ start, end, precision });
  });

  it.each([
    '',
    '20',
    '0000',
    '2020-13',
    '2020-00',
    '2020-02-30',
    '2020-soldes',
    '9999-hiver',
    '2020-constructor',
    '2020-',
  ])('refuses « %s »', (text) => {
    expect(parsePeriodText(text)).toBeNull();
  });
});

describe('precisionOf', () => {
  it.each([
    [null, null, 'unknown'],
    ['2020-04-01', null, 'range'],
    [null, '2020-04-01', 'range'],
    ['2020-12-16', '2020-12-16', 'day'],
    ['2020-04-01', '2020-04-30', 'month'],
    ['2020-04-02', '2020-04-30', 'range'],
    ['2020-04-01', '2020-04-29', 'range'],
    ['2020-01-01', '2020-12-31', 'year'],
    ['2020-01-01', '2020-11-30', 'range'],
    ['2020-06-01', '2020-09-30', 'season'],
    ['2020-12-01', '2021-02-28', 'season'],
    ['9999-06-01', '9999-09-30', 'season'],
    ['9999-10-02', '9999-12-30', 'range'],
  ])('%s to %s is %s', (start, end, precision) => {
    expect(precisionOf(start, end)).toBe(precision);
  });

  it('names a season', () => {
    expect(seasonOf('2020-12-01', '2021-02-28')).toEqual({ season: 'winter', year: 2020 });
    expect(seasonOf('2020-12-01', '2021-02-27')).toBeNull();
  });
});

describe('relations', () => {
  it('covers', () => {
    const year = yearPeriod(2020);
    expect(covers(year, monthPeriod('2020-04'))).toBe(true);
    expect(covers(year, year)).toBe(true);
    expect(covers(monthPeriod('2020-04'), year)).toBe(false);
    expect(covers(year, seasonPeriod('winter', 2020))).toBe(false);
    expect(covers(span(null, null), year)).toBe(true);
    expect(covers(year, span(null, '2020-05-01'))).toBe(false);
    expect(covers(year, span('2020-05-01', null))).toBe(false);
    expect(covers(span('2020-01-01', null), span('2020-05-01', null))).toBe(true);
  });

  it('overlaps', () => {
    expect(overlaps(span('2020-01-01', '2020-04-30'), span('2020-04-30', '2020-05-01'))).toBe(true);
    expect(overlaps(span('2020-01-01', '2020-04-29'), span('2020-04-30', '2020-05-01'))).toBe(false);
    expect(overlaps(span('2020-06-01', null), span(null, '2020-05-01'))).toBe(false);
    expect(overlaps(span(null, '2020-05-01'), span('2020-06-01', null))).toBe(false);
    expect(overlaps(span(null, null), span('2020-06-01', null))).toBe(true);
    expect(overlaps(span('2020-06-01', null), span('2019-06-01', null))).toBe(true);
  });

  it('holds its laws', () => {
    const anySpan = fc
      .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 300 }))
      .map(([from, days]) => {
        const start = addDays('2019-01-01', from);
        return span(start, addDays(start, days));
      });
    fc.assert(
      fc.property(anySpan, anySpan, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(covers(one, one)).toBe(true);
        if (covers(one, other)) expect(overlaps(one, other)).toBe(true);
        if (covers(one, other) && covers(other, one)) expect(one).toEqual(other);
      }),
    );
  });

  it('gives a period to the exercice of its end', () => {
    expect(exerciceOf(seasonPeriod('winter', 2020))).toBe(2021);
    expect(exerciceOf(monthPeriod('2020-12'))).toBe(2020);
  });

  it('tells open periods', () => {
    expect(isOpen(span('2020-04-01', null))).toBe(true);
    expect(isOpen(span(null, '2020-04-01'))).toBe(true);
    expect(isOpen(yearPeriod(2020))).toBe(false);
  });
});

describe('months and timelines', () => {
  it('lists months', () => {
    expect(monthsBetween('2020-11', '2021-02')).toEqual(['2020-11', '2020-12', '2021-01', '2021-02']);
    expect(monthsBetween('2020-04-16', '2020-04-30')).toEqual(['2020-04']);
    expect(monthsBetween('2020-05', '2020-04')).toEqual([]);
    expect(monthsBetween('2020-01', '2020-12')).toHaveLength(12);
  });

  it('places days on a year of twelve months', () => {
    const position = (day: string, edge?: 'end'): number => positionInMonths(day, yearPeriod(2020), edge);
    expect(position('2020-01-01')).toBe(0);
    expect(position('2020-12-31', 'end')).toBe(12);
    expect(position('2020-06-16')).toBe(5.5);
    expect(position('2020-09-30', 'end')).toBe(9);
    expect(position('2019-12-31')).toBe(0);
    expect(position('2021-02-28', 'end')).toBe(12);
  });

  it('places days on a period that begins in another month', () => {
    const school = { start: '2020-09-01', end: '2021-08-31' };
    expect(positionInMonths('2020-09-01', school)).toBe(0);
    expect(positionInMonths('2021-01-31', school, 'end')).toBe(5);
    expect(positionInMonths('2021-06-16', school)).toBe(9.5);
    expect(positionInMonths('2021-12-01', school)).toBe(12);
    expect(positionInMonths('2020-01-01', school)).toBe(0);
  });
});
