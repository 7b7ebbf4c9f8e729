import { columnName, daySerial, quotedSheet, sheetNames } from './sheet-places.rules.js';

describe('places of a workbook', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (index, name) => expect(columnName(index)).toBe(name));

  it.each([
    ['1900-03-01', 61],
    ['2020-12-17', 44_182],
    ['2000-02-29', 36_585],
    ['1900-02-28', null],
    ['1789-07-14', null],
  ])('the day %s is number %s', (day, serial) => expect(daySerial(day)).toBe(serial));

  it('gives sheets names that spreadsheets take', () => {
    expect(sheetNames(['Mesures', 'mesures', 'a/b:c*d?e[f]\\g', "'l’été'", '', '\u0007'])).toEqual([
      'Mesures',
      'mesures (2)',
      'a b c d e f g',
      'l’été',
      'Feuille',
      'Feuille (2)',
    ]);
    const [long = '', other = ''] = sheetNames(['x'.repeat(40), 'x'.repeat(50)]);
    expect([long.length, other]).toEqual([31, `${'x'.repeat(27)} (2)`]);
    const [emoji = ''] = sheetNames([`${'x'.repeat(30)}👩`]);
    expect(emoji.isWellFormed()).toBe(true);
  });

  it('quotes them in addresses', () => expect(quotedSheet("L'été")).toBe("'L''été'"));
});
