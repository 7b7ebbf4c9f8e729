import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules.js';
import { ANNOTATION_PRECISIONS } from './annotation.types.js';
import { datingIssue, datingText, fallsWithin, filled, newCode, type Dating } from './annotations.rules.js';

/** With plain spaces, which is how this file can be read. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const datings = fc
  .record({
    day: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days)),
    length: fc.option(fc.integer({ min: 0, max: 900 })),
    precision: fc.constantFrom(...ANNOTATION_PRECISIONS),
  })
  .map(({ day, length, precision }): Dating => ({
    start: day,
    end: length === null ? null : addDays(day, length),
    precision,
  }));

describe('when an event took place', () => {
  it.each([
    ['day', '2020-03-17', null, '2020-03-17', null, '17 mars 2020'],
    ['day', '2020-03-17', '2020-03-17', '2020-03-17', null, '17 mars 2020'],
    ['day', '2020-03-17', '2020-05-11', '2020-03-17', '2020-05-11', 'du 17 mars au 11 mai 2020'],
    ['month', '2020-04-10', null, '2020-04-01', '2020-04-30', 'avril 2020'],
    ['month', '2020-04-10', '2020-06-02', '2020-04-01', '2020-06-30', 'd’avril à juin 2020'],
    ['season', '2020-07-14', null, '2020-06-01', '2020-09-30', 'été 2020'],
    ['season', '2020-04-01', null, '2020-03-01', '2020-05-31', 'printemps 2020'],
    ['season', '2020-11-02', null, '2020-10-01', '2020-11-30', 'automne 2020'],
    ['season', '2020-12-24', null, '2020-12-01', '2021-02-28', 'hiver 2020-2021'],
    ['season', '2020-02-01', null, '2019-12-01', '2020-02-29', 'hiver 2019-2020'],
    ['year', '2020-07-14', null, '2020-01-01', '2020-12-31', '2020'],
  ] as const)('known to the %s, %s to %s', (precision, start, end, from, to, words) => {
    const dating = filled({ start, end, precision });
    expect(dating).toEqual({ start: from, end: to, precision });
    expect(plain(datingText(dating))).toBe(words);
  });

  it.each([
    ['9999-12-31', null, 'start'],
    ['0001-02-28', null, 'start'],
    ['2020-07-01', '9999-12-01', 'end'],
  ] as const)('is in no season from %s to %s, which its month is', (start, end, path) => {
    expect(datingIssue({ start, end, precision: 'season' })).toMatchObject({ path, code: 'no_such_season' });
    expect(datingIssue({ start, end, precision: 'month' })).toBeNull();
  });

  it('is never said to be fine when its days cannot be filled', () => {
    const days = fc.constantFrom('0001-01-01', '0001-02-28', '0001-03-01', '9999-11-30', '9999-12-01');
    fc.assert(
      fc.property(
        days,
        fc.option(days),
        fc.constantFrom(...ANNOTATION_PRECISIONS),
        (start, end, precision) => {
          const dating = { start, end, precision };
          if (datingIssue(dating) === null) expect(() => datingText(filled(dating))).not.toThrow();
        },
      ),
    );
  });

  it('never loses a day that was given, and filling twice changes nothing more', () => {
    fc.assert(
      fc.property(datings, (dating) => {
        const once = filled(dating);
        expect(once.start <= dating.start).toBe(true);
        expect((once.end ?? once.start) >= (dating.end ?? dating.start)).toBe(true);
        expect(filled(once)).toEqual(once);
        expect(fallsWithin(once, { start: dating.start, end: dating.end ?? dating.start })).toBe(true);
      }),
    );
  });

  it('belongs to every exercice in which it has a day', () => {
    const winter = filled({ start: '2020-12-24', end: null, precision: 'season' });
    const within = (year: number): boolean =>
      fallsWithin(winter, { start: `${year}-01-01`, end: `${year}-12-31` });
    expect([2019, 2020, 2021, 2022].map(within)).toEqual([false, true, true, false]);
  });
});

describe('the code of an event that a person adds', () => {
  it.each([
    ['Premier confinement', 'EV-2020-PREMIER-CONFINEMENT'],
    ['Été : l’accueil ferme !', 'EV-2020-ETE-L-ACCUEIL-FERME'],
    ['漢字', 'EV-2020'],
    ['a'.repeat(59) + ' bcd', `EV-2020-${'A'.repeat(59)}`],
  ])('of « %s »', (label, code) => expect(newCode(label, '2020-03-17', new Set())).toBe(code));

  it('is numbered when another event bears it', () => {
    const taken = new Set(['EV-2020-GEL', 'EV-2020-GEL-2']);
    expect(newCode('Gel', '2020-04-01', taken)).toBe('EV-2020-GEL-3');
  });
});
