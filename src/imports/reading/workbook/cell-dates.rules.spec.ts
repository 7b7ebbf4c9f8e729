import fc from 'fast-check';
import { builtInDateStyle, dateStyleOf, dateText, isoText } from './cell-dates.rules.js';

const DAY_MS = 86_400_000;

describe('what a format shows', () => {
  it.each([
    ['General', null],
    ['Standard', null],
    ['0.00E+00', null],
    ['#\\ ##0" jours"', null],
    ['# ##0,00\\ "€";[Red]-# ##0', null],
    ['[$-40C]d\\ mmmm\\ yyyy;@', 'day'],
    ['dd/mm/yyyy hh:mm', 'day'],
    ['mmm\\-yy', 'day'],
    ['mmmm', 'day'],
    ['jj/mm/aaaa', 'day'],
    ['h:mm AM/PM', 'hour'],
    ['mm:ss.0', 'hour'],
    ['[h]:mm:ss', 'elapsed'],
    ['"d"0', null],
  ])('%s', (format, style) => expect(dateStyleOf(format)).toBe(style));

  it('is known of the formats that nobody writes', () => {
    const dates = Array.from({ length: 60 }, (_, format) => format).filter(
      (one) => builtInDateStyle(one) !== null,
    );
    expect(dates.join()).toBe(
      '14,15,16,17,18,19,20,21,22,27,28,29,30,31,32,33,34,35,36,45,46,47,50,51,52,53,54,55,56,57,58',
    );
  });
});

describe('a number that is a day', () => {
  it.each([
    [1, 'day', false, '1900-01-01'],
    [59, 'day', false, '1900-02-28'],
    [60, 'day', false, '1900-02-29'],
    [61, 'day', false, '1900-03-01'],
    [43_937, 'day', false, '2020-04-16'],
    [43_936.999_999, 'day', false, '2020-04-16'],
    [43_937.4375, 'hour', false, '2020-04-16T10:30:00'],
    [43_937.04, 'day', false, '2020-04-16T00:57:36'],
    [0.4375, 'hour', false, '10:30:00'],
    [0.000_775, 'elapsed', false, '0:01:07'],
    [1.5, 'elapsed', false, '36:00:00'],
    [0, 'day', true, '1904-01-01'],
    [42_475, 'day', true, '2020-04-16'],
    [0, 'day', false, null],
    [-1, 'day', false, null],
    [2_958_466, 'day', false, null],
  ] as const)('%d as %s, from 1904: %s', (serial, style, from1904, text) =>
    expect(dateText(serial, style, from1904)).toBe(text),
  );

  it('is every day since March 1900, and every second of it', () => {
    const days = fc.integer({ min: 61, max: 2_958_465 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 86_399 }), (serial, seconds) => {
        const day = new Date(Date.UTC(1900, 2, 1) + (serial - 61) * DAY_MS).toISOString().slice(0, 10);
        const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
        expect(dateText(serial, 'day', false)).toBe(day);
        expect(dateText(serial + seconds / 86_400, 'day', false)).toBe(`${day}T${clock}`);
        expect(dateText(serial - 1462, 'day', true)).toBe(serial < 1462 ? null : day);
      }),
    );
  });

  it('is taken as it is written in ISO', () => {
    const written = [
      '2020-12-17',
      '2020-12-17T00:00:00',
      '2020-12-17T10:30:00.000Z',
      '2020-12-17T10:30',
      'x',
    ];
    expect(written.map(isoText)).toEqual([
      '2020-12-17',
      '2020-12-17',
      '2020-12-17T10:30:00',
      '2020-12-17T10:30:00',
      'x',
    ]);
  });
});
