import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.rules.js';
import { readDateText } from './date-cells.rules.js';
import { dateOrderOf } from './date-order.rules.js';
import { periodOfCell } from './periods.rules.js';

describe('The day that a cell writes', () => {
  it.each([
    ['2020-04-16', '2020-04-16'],
    ['2020/4/6', '2020-04-06'],
    ['20240131', '2024-01-31'],
    ['2020-04-01T00:00:00', '2020-04-01'],
    ['2020-10-01 18:01:00', '2020-10-01'],
    ['2020-01-16T23:30:00Z', '2020-01-17'],
    ['2020-07-14T22:30:00+00:00', '2020-07-15'],
    ['2020-01-16T00:30:00+0200', '2020-01-15'],
    ['Jul 02, 2020 10:00 am', '2020-07-02'],
    ['July 2nd, 2020', '2020-07-02'],
    ['1 juil. 2020', '2020-07-01'],
    ['1er juillet 2020', '2020-07-01'],
    ['mercredi 14 août 2020 à 10h30', '2020-08-14'],
    ['14-août-2020', '2020-08-14'],
    ['2 Dec 2020', '2020-12-02'],
  ])('%s', (text, day) => {
    expect(readDateText(text)).toMatchObject({ day });
  });

  it.each([
    ['2020-04', '2020-04'],
    ['04/2020', '2020-04'],
    ['novembre 2020', '2020-11'],
    ['Sept. 2020', '2020-09'],
  ])('may be a month: %s', (text, month) => {
    expect(readDateText(text)).toEqual({ form: 'month', month });
  });

  it.each(['', '31/02/2020', '2020-02-30', '13/13/2020', '1 jui 2020', 'Total', '12,5', '1 234', '99999999'])(
    'is none in %j',
    (text) => {
      expect(readDateText(text)).toBeNull();
    },
  );
});

const days = fc.integer({ min: 0, max: 12_000 }).map((number) => addDays('2000-01-01', number));
const written = (day: string, order: 'day_first' | 'month_first'): string => {
  const [year, month, date] = day.split('-');
  return order === 'day_first' ? `${date}/${month}/${year} 10:30` : `${month}/${date}/${year}`;
};

describe('Which number of a file’s dates is the day', () => {
  it('is told by one date that only one order reads, and every day is then right', () => {
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('day_first' as const, 'month_first' as const),
        (dates, order) => {
          const texts = dates.map((day) => written(day, order));
          const found = dateOrderOf(texts, 'inferred', undefined);
          const tells = dates.some((day) => day.slice(8) > '12');
          const isSame = dates.every((day) => day.slice(5, 7) === day.slice(8));
          if (tells) expect(found).toMatchObject({ order, question: null });
          else if (!isSame) expect(found).toMatchObject({ order: null, question: { code: 'date_order' } });
          if (!tells && !isSame) return;
          expect(texts.map((text) => periodOfCell(text, found.order, 'day')?.start)).toEqual(dates);
        },
      ),
    );
  });

  it('is what somebody answered, then what the profile believes, where no date tells', () => {
    expect(dateOrderOf(['03/06/2020'], 'inferred', 'month_first').order).toBe('month_first');
    expect(dateOrderOf(['03/06/2020'], 'day_first', 'month_first').order).toBe('month_first');
    expect(dateOrderOf(['03/06/2020'], 'day_first', undefined).order).toBe('day_first');
    expect(dateOrderOf(['03/25/2020'], 'day_first', undefined).order).toBe('month_first');
  });

  it('is asked when two dates contradict each other', () => {
    expect(
      dateOrderOf(['25/03/2020', '03/25/2020', '01/02/2020'], 'inferred', undefined).question,
    ).not.toBeNull();
  });

  it('is nobody’s business in dates that write their month', () => {
    expect(dateOrderOf(['2020-03-06', '1 juil. 2020'], 'inferred', undefined)).toEqual({
      order: null,
      form: 'iso',
      question: null,
    });
  });
});
