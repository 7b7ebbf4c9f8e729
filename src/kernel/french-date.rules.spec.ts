import fc from 'fast-check';
import { addDays } from './calendar.rules.js';
import {
  formatDate,
  formatMonth,
  formatPeriod,
  formatPeriodIn,
  formatShortDate,
  formatTime,
  shortMonths,
} from './french-date.rules.js';
import { precisionOf } from './period.rules.js';
import type { Period, Precision } from './period.types.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const period = (start: string | null, end: string | null, precision: Precision): Period => ({
  start,
  end,
  precision,
});

describe('dates', () => {
  it('never lets the day, the month and the year part', () => {
    expect(formatDate('2020-12-16')).toBe('16\u00a0décembre\u00a02020');
    expect(formatDate('2020-12-16', { weekday: true })).toBe('mercredi 16\u00a0décembre\u00a02020');
  });

  it('writes the first as an ordinal', () => {
    expect(plain(formatDate('2021-01-01'))).toBe('1er janvier 2021');
    expect(plain(formatDate('2021-01-01', { weekday: true }))).toBe('vendredi 1er janvier 2021');
    expect(plain(formatDate('2021-01-01', { rich: true }))).toBe('1^er^ janvier 2021');
    expect(plain(formatDate('2021-01-11', { rich: true }))).toBe('11 janvier 2021');
  });

  it('has short forms', () => {
    expect(formatShortDate('2020-12-16')).toBe('16\u00a0déc.');
    expect(shortMonths().join(' ')).toBe('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.');
  });

  it('writes months', () => {
    expect(formatMonth('2020-04')).toBe('avril\u00a02020');
    expect(formatMonth('2020-08-16')).toBe('août\u00a02020');
  });

  it('writes times of day', () => {
    expect(formatTime('10:30')).toBe('10\u00a0h\u00a030');
    expect(plain(formatTime('09:05:59.123'))).toBe('9 h 05');
    expect(plain(formatTime('10:00'))).toBe('10 h');
    expect(plain(formatTime('00:00'))).toBe('0 h');
    for (const wrong of ['24:00', '9:05', '10:60', '', '10:30:75'])
      expect(() => formatTime(wrong)).toThrow(RangeError);
  });
});

describe('periods', () => {
  it.each([
    [period('2020-12-16', '2020-12-16', 'day'), '16 décembre 2020', 'le 16 décembre 2020'],
    [period('2021-01-01', '2021-01-01', 'day'), '1er janvier 2021', 'le 1er janvier 2021'],
    [period('2020-01-01', '2020-01-31', 'month'), 'janvier 2020', 'en janvier 2020'],
    [period('2020-04-01', '2020-06-30', 'month'), 'd’avril à juin 2020', 'd’avril à juin 2020'],
    [
      period('2020-11-01', '2021-02-28', 'month'),
      'de novembre 2020 à février 2021',
      'de novembre 2020 à février 2021',
    ],
    [period('2020-03-01', '2020-05-31', 'season'), 'printemps 2020', 'au printemps 2020'],
    [period('2020-06-01', '2020-09-30', 'season'), 'été 2020', 'à l’été 2020'],
    [period('2020-10-01', '2020-11-30', 'season'), 'automne 2020', 'à l’automne 2020'],
    [period('2020-12-01', '2021-02-28', 'season'), 'hiver 2020-2021', 'à l’hiver 2020-2021'],
    [
      period('2020-06-01', '2020-11-30', 'season'),
      'du 1er juin au 30 novembre 2020',
      'du 1er juin au 30 novembre 2020',
    ],
    [period('2020-01-01', '2020-12-31', 'year'), '2020', 'en 2020'],
    [period('2019-01-01', '2021-12-31', 'year'), 'de 2019 à 2021', 'de 2019 à 2021'],
    [
      period('2020-07-01', '2020-08-31', 'range'),
      'du 1er juillet au 31 août 2020',
      'du 1er juillet au 31 août 2020',
    ],
    [period('2020-01-16', '2020-01-17', 'range'), 'les 16 et 17 janvier 2020', 'les 16 et 17 janvier 2020'],
    [
      period('2020-01-31', '2020-02-01', 'range'),
      'les 31 janvier et 1er février 2020',
      'les 31 janvier et 1er février 2020',
    ],
    [
      period('2020-12-31', '2021-01-01', 'range'),
      'les 31 décembre 2020 et 1er janvier 2021',
      'les 31 décembre 2020 et 1er janvier 2021',
    ],
    [period('2020-01-16', '2020-01-20', 'range'), 'du 16 au 20 janvier 2020', 'du 16 au 20 janvier 2020'],
    [
      period('2020-12-15', '2021-01-03', 'range'),
      'du 15 décembre 2020 au 3 janvier 2021',
      'du 15 décembre 2020 au 3 janvier 2021',
    ],
    [period('2020-04-01', null, 'month'), 'depuis avril 2020', 'depuis avril 2020'],
    [period(null, '2020-04-30', 'month'), 'jusqu’en avril 2020', 'jusqu’en avril 2020'],
    [period('2020-06-01', null, 'season'), 'depuis l’été 2020', 'depuis l’été 2020'],
    [period('2020-03-01', null, 'season'), 'depuis le printemps 2020', 'depuis le printemps 2020'],
    [period(null, '2020-05-31', 'season'), 'jusqu’au printemps 2020', 'jusqu’au printemps 2020'],
    [period(null, '2021-01-31', 'season'), 'jusqu’à l’hiver 2020-2021', 'jusqu’à l’hiver 2020-2021'],
    [period('2020-01-01', null, 'year'), 'depuis 2020', 'depuis 2020'],
    [period(null, '2020-12-31', 'year'), 'jusqu’en 2020', 'jusqu’en 2020'],
    [period('2020-04-16', null, 'day'), 'depuis le 16 avril 2020', 'depuis le 16 avril 2020'],
    [period(null, '2020-04-01', 'range'), 'jusqu’au 1er avril 2020', 'jusqu’au 1er avril 2020'],
    [period(null, null, 'range'), 'période non précisée', 'sur une période non précisée'],
    [period('2020-03-17', '2020-05-10', 'unknown'), 'période non précisée', 'sur une période non précisée'],
  ])('%j', (given, title, inside) => {
    expect(plain(formatPeriod(given))).toBe(title);
    expect(plain(formatPeriodIn(given))).toBe(inside);
  });

  it('raises the first of the month when pages ask for it', () => {
    const summer = period('2020-07-01', '2020-08-01', 'range');
    expect(plain(formatPeriod(summer, { rich: true }))).toBe('du 1^er^ juillet au 1^er^ août 2020');
    expect(plain(formatPeriodIn(period('2020-07-01', null, 'day'), { rich: true }))).toBe(
      'depuis le 1^er^ juillet 2020',
    );
  });

  it('finds words for every period', () => {
    const offset = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(offset, offset, (from, length) => {
        const start = addDays('2019-01-01', from);
        const end = addDays(start, length);
        const text = formatPeriodIn(period(start, end, precisionOf(start, end)));
        expect(text).toMatch(/\d{4}$/);
        expect(text).not.toMatch(/undefined|null|NaN|^\s|\s{2}/);
      }),
    );
  });
});
