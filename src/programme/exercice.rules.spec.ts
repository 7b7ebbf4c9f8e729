import fc from 'fast-check';
import { addDays, dayNumber, isoOf, yearLater } from '../kernel/calendar.rules.js';
import { daysInMonth } from '../kernel/period.rules.js';
import {
  comparableDay,
  daysIssue,
  exerciceHolding,
  exerciceLabel,
  exercicePeriod,
  nextExerciceLabel,
  periodOf,
  type DatedExercice,
} from './exercice.rules.js';

const civil = (year: number): DatedExercice => ({ year, startDate: null, endDate: null });
const dated = (year: number, startDate: string, endDate: string): DatedExercice => ({
  year,
  startDate,
  endDate,
});
const school = (year: number): DatedExercice => dated(year, `${year - 1}-09-01`, `${year}-08-31`);
const codes = (exercice: DatedExercice, ...others: DatedExercice[]): string | null => {
  const issue = daysIssue(exercice, others);
  return issue === null ? null : `${issue.path} ${issue.code}`;
};

const days = fc.integer({ min: 0, max: 3_650 }).map((after) => addDays('2016-01-01', after));

describe('the days of an exercice', () => {
  it('are the civil year of its name unless it has dates of its own', () => {
    expect(periodOf(civil(2020))).toEqual({ start: '2020-01-01', end: '2020-12-31' });
    expect(periodOf(school(2021))).toEqual({ start: '2020-09-01', end: '2021-08-31' });
    expect(exerciceLabel(periodOf(civil(2020)))).toBe('2020');
    expect(exerciceLabel(periodOf(school(2021)))).toBe('2020-2021');
    expect([civil(2020), school(2021)].map((one) => nextExerciceLabel(periodOf(one)))).toEqual([
      '2021',
      '2021-2022',
    ]);
  });

  it('leave the rest of the civil year to one that nobody described', () => {
    expect(exercicePeriod(2021, [school(2021)])).toEqual(periodOf(school(2021)));
    expect(exercicePeriod(2020, [school(2021)])).toEqual({ start: '2020-01-01', end: '2020-08-31' });
    expect(exercicePeriod(2020, [school(2020)])).toEqual(periodOf(school(2020)));
    expect(exercicePeriod(2021, [school(2020), dated(2021, '2021-02-01', '2021-12-31')])).toEqual({
      start: '2021-02-01',
      end: '2021-12-31',
    });
    expect(exercicePeriod(2022, [school(2022 - 1), dated(2023, '2022-03-01', '2023-08-31')])).toEqual({
      start: '2022-01-01',
      end: '2022-02-28',
    });
    expect(exercicePeriod(2022, [dated(2021, '2021-01-01', '2022-02-28')])).toEqual({
      start: '2022-03-01',
      end: '2022-12-31',
    });
    // Days of January 2021 told by two, as data older than that rule may hold them.
    const [long, short] = [dated(2020, '2020-07-01', '2021-06-30'), dated(2019, '2020-01-01', '2021-01-31')];
    const left = { start: '2021-07-01', end: '2021-12-31' };
    expect(exercicePeriod(2021, [long, short])).toEqual(left);
    expect(exercicePeriod(2021, [short, long])).toEqual(left);
    // Nothing is left of 2022: nobody asks for it.
    expect(exercicePeriod(2022, [dated(2021, '2021-07-01', '2022-12-31')])).toEqual(periodOf(civil(2022)));
    expect(exercicePeriod(2019, [])).toEqual(periodOf(civil(2019)));
  });

  it('hold each day once, or leave it between two of them', () => {
    expect(exerciceHolding('2020-10-05', [school(2021)])).toBe(2021);
    expect(exerciceHolding('2020-03-05', [school(2021)])).toBe(2020);
    expect(exerciceHolding('2021-10-05', [school(2021)])).toBeNull();
    fc.assert(
      fc.property(days, (day) => {
        const exercices = [civil(2018), school(2020), school(2021)];
        const holder = exerciceHolding(day, exercices);
        if (holder === null) return day > '2018-12-31' && day < '2021-12-31';
        const { start, end } = exercicePeriod(holder, exercices);
        return start <= day && day <= end;
      }),
    );
  });
});

describe('the same day of another exercice', () => {
  const [y2019, y2020, y2021] = [civil(2019), civil(2020), civil(2021)].map(periodOf) as [
    ReturnType<typeof periodOf>,
    ReturnType<typeof periodOf>,
    ReturnType<typeof periodOf>,
  ];

  it('is the same day of the month, and the end of a month for the end of a month', () => {
    expect(comparableDay('2020-09-30', y2020, y2019)).toBe('2019-09-30');
    expect(comparableDay('2020-02-29', y2020, y2019)).toBe('2019-02-28');
    expect(comparableDay('2021-02-28', y2021, y2020)).toBe('2020-02-29');
    expect(comparableDay('2021-02-27', y2021, y2020)).toBe('2020-02-27');
    expect(comparableDay('2020-12-31', y2020, y2019)).toBe('2019-12-31');
    expect(comparableDay('2021-06-01', y2020, y2019)).toBe('2019-12-31');
  });

  it('counts months from the beginning of exercices that begin in other months', () => {
    const [before, now] = [periodOf(school(2020)), periodOf(school(2021))];
    expect(comparableDay('2020-12-31', now, before)).toBe('2019-12-31');
    expect(comparableDay('2020-12-31', now, y2019)).toBe('2019-04-30');
    expect(comparableDay('2020-10-31', now, y2019)).toBe('2019-02-28');
    expect(comparableDay('2020-10-30', now, y2019)).toBe('2019-02-28');
  });

  it('counts days when they do not begin on the same day of a month', () => {
    const now = { start: '2020-01-15', end: '2020-12-31' };
    expect(comparableDay('2020-01-20', now, y2019)).toBe('2019-01-06');
    expect(comparableDay('2020-12-30', now, { start: '2019-02-01', end: '2019-12-20' })).toBe('2019-12-20');
  });

  it('never goes beyond the other exercice, never back in time', () => {
    fc.assert(
      fc.property(days, fc.nat(500), (day, after) => {
        const shorter = { start: '2017-09-01', end: '2018-06-30' };
        const own = { start: '2018-09-01', end: '2020-02-29' };
        const one = comparableDay(day, own, shorter);
        return one <= shorter.end && one <= comparableDay(addDays(day, after), own, shorter);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2040 }), (month, year) => {
        const [own, other] = [periodOf(civil(year + 1)), periodOf(civil(year))];
        const last = isoOf(year, month, daysInMonth(year, month));
        return comparableDay(isoOf(year + 1, month, daysInMonth(year + 1, month)), own, other) === last;
      }),
    );
    fc.assert(
      fc.property(days, (day) => {
        const year = Number(day.slice(0, 4));
        const [own, other] = [periodOf(civil(year + 1)), periodOf(civil(year))];
        const back = comparableDay(yearLater(day), own, other);
        return Math.abs(dayNumber(back) - dayNumber(day)) <= 1;
      }),
    );
  });
});

describe('the check of an exercice', () => {
  it('accepts a civil year, a school year and a first exercice of eighteen months', () => {
    expect(codes(civil(2020), civil(2019), civil(2020))).toBeNull();
    expect(codes(school(2021), school(2020), school(2022))).toBeNull();
    expect(codes(dated(2021, '2020-07-01', '2021-12-31'))).toBeNull();
  });

  it('refuses half of the dates, reversed ones, too long ones, ones of another year, ones held by another', () => {
    expect(codes({ ...school(2021), endDate: null })).toBe('endDate exercice_dates_incomplete');
    expect(codes({ ...school(2021), startDate: null })).toBe('startDate exercice_dates_incomplete');
    expect(codes(dated(2021, '2021-08-31', '2020-09-01'))).toBe('endDate period_reversed');
    expect(codes(dated(2021, '2020-06-30', '2021-12-31'))).toBe('endDate exercice_too_long');
    expect(codes(dated(2021, '2020-01-15', '2021-07-15'))).toBe('endDate exercice_too_long');
    expect(codes(dated(2021, '2019-09-01', '2020-08-31'))).toBe('startDate exercice_elsewhere');
    expect(codes(dated(2021, '2022-01-01', '2022-08-31'))).toBe('startDate exercice_elsewhere');
    expect(codes(civil(2021), school(2021), school(2022))).toBe('startDate exercice_overlap');
  });

  it('says whose days they are', () => {
    expect(daysIssue(civil(2021), [school(2022)])?.message).toBe(
      'Ces jours sont déjà dans l’exercice 2021-2022\u00a0: un jour n’appartient qu’à un exercice.',
    );
  });
});
