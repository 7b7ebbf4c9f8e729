import fc from 'fast-check';
import { addDays, isoOf } from '../../kernel/calendar.rules.js';
import { COLLECTION_FREQUENCIES } from './collection-line.types.js';
import {
  closedSince,
  closingDay,
  entryPeriodAround,
  parseEntryPeriod,
  periodAfter,
  periodBefore,
  periodOfYearBefore,
} from './entry-period.rules.js';

const SCHOOL_YEAR = [{ year: 2021, startDate: '2020-09-01', endDate: '2021-08-31' }];

const days = fc
  .record({
    year: fc.integer({ min: 1901, max: 2900 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => isoOf(year, month, day));

describe('periods of the grid', () => {
  it.each([
    ['2020-09', 'month', '2020-09-01', '2020-09-30', 'septembre 2020'],
    ['2020-02-29', 'day', '2020-02-29', '2020-02-29', 'samedi 29 février 2020'],
    ['2020-T3', 'quarter', '2020-07-01', '2020-09-30', '3e trimestre 2020'],
    ['2020-t1', 'quarter', '2020-01-01', '2020-03-31', '1er trimestre 2020'],
    ['2020', 'year', '2020-01-01', '2020-12-31', 'exercice 2020'],
  ])('%s is a %s', (name, grain, start, end, label) => {
    const period = parseEntryPeriod(name, []);
    expect(period).toMatchObject({ grain, start, end });
    expect(period?.label.replaceAll('\u00a0', ' ')).toBe(label);
  });

  it.each([
    '',
    '2020-13',
    '2020-9',
    '2020-T5',
    '2020-T0',
    '0000',
    '20',
    '2020-02-30',
    '2020-ete',
    '2020-09-',
    'abc',
    '2020-TT',
    '99999',
  ])('%p is none', (name) => {
    expect(parseEntryPeriod(name, [])).toBeNull();
  });

  it('follow the days of the exercice, when it has some', () => {
    expect(parseEntryPeriod('2021', SCHOOL_YEAR)).toMatchObject({
      start: '2020-09-01',
      end: '2021-08-31',
      shortLabel: '2020-2021',
    });
    expect(entryPeriodAround('year', '2020-10-05', SCHOOL_YEAR).name).toBe('2021');
  });

  it('follow each other without a gap, and come back by their names', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...COLLECTION_FREQUENCIES), (day, grain) => {
        const period = entryPeriodAround(grain, day, []);
        expect(parseEntryPeriod(period.name, [])).toEqual(period);
        expect(period.start <= day && day <= period.end).toBe(true);
        const after = periodAfter(period, []);
        expect(after.start).toBe(addDays(period.end, 1));
        expect(periodBefore(after, [])).toEqual(period);
      }),
    );
  });

  it('know the same one a year before, the end of February included', () => {
    expect(periodOfYearBefore(entryPeriodAround('day', '2020-02-29', []), [])?.name).toBe('2019-02-28');
    expect(periodOfYearBefore(entryPeriodAround('month', '2020-02-29', []), [])?.name).toBe('2019-02');
    expect(periodOfYearBefore(entryPeriodAround('quarter', '2020-02-29', []), [])?.name).toBe('2019-T1');
    expect(periodOfYearBefore(entryPeriodAround('year', '2020-02-29', []), [])).toBeNull();
  });

  it('close some days after their end, or never', () => {
    const september = entryPeriodAround('month', '2020-09-10', []);
    expect(closingDay(september, 15)).toBe('2020-10-15');
    expect(closingDay(september, null)).toBeNull();
    expect(closedSince(september, 15, '2020-10-15')).toBeNull();
    expect(closedSince(september, 15, '2020-10-16')).toBe('2020-10-15');
    expect(closedSince(september, null, '2030-01-01')).toBeNull();
  });
});
