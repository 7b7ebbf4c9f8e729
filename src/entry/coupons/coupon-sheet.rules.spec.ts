import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.rules.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { isMonth, couponMonths, couponState, latestEnd, proposedEnd } from './coupon.rules.js';
import { isExplainedBy, thanksWords } from './coupon-sheet.rules.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a coupon', () => {
  it('opens up to its last day, included, and never again once it was taken back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (expiresAt, days) => {
        const today = addDays(expiresAt, days);
        expect(couponState({ expiresAt, revokedAt: null }, today)).toBe(days > 0 ? 'expired' : 'open');
        expect(couponState({ expiresAt, revokedAt: '2020-01-01T00:00:00Z' }, today)).toBe('revoked');
      }),
    );
  });

  it('is proposed an end that it may have', () => {
    fc.assert(fc.property(day, (today) => expect(proposedEnd(today) <= latestEnd(today)).toBe(true)));
  });

  it('may be of any month there was, once each, the latest first', () => {
    fc.assert(
      fc.property(day, day, day, (one, other, asked) => {
        const [first, today] = one < other ? [one, other] : [other, one];
        const months = couponMonths(first, today, asked.slice(0, 7));
        expect(new Set(months).size).toBe(months.length);
        // Nobody has figures of a month that has not begun.
        expect(months.includes(asked.slice(0, 7))).toBe(asked.slice(0, 7) <= today.slice(0, 7));
        expect(months).toEqual(months.toSorted().toReversed());
        expect(months).toContain(today.slice(0, 7));
        expect(months.length).toBeLessThanOrEqual(37);
        expect(months.every(isMonth)).toBe(true);
      }),
    );
  });

  it.each([
    [
      '2020-12-04',
      '2020-12-15',
      'Merci, chiffres reçus le 4 décembre ; vous pouvez les modifier jusqu’au 15.',
    ],
    [
      '2020-12-01',
      '2020-12-15',
      'Merci, chiffres reçus le 1er décembre ; vous pouvez les modifier jusqu’au 15.',
    ],
    [
      '2020-12-20',
      '2021-01-05',
      'Merci, chiffres reçus le 20 décembre ; vous pouvez les modifier jusqu’au 5 janvier.',
    ],
    [
      '2020-12-15',
      '2020-12-15',
      'Merci, chiffres reçus le 15 décembre ; vous pouvez les modifier jusqu’à la fin de la journée.',
    ],
  ])('received on %s and open until %s, says « %s »', (received, until, words) => {
    expect(plain(thanksWords(received, until))).toBe(words);
  });
});

describe('the remark of an answer', () => {
  const waiting = { version: 2, status: 'submitted', source: 'Relevé' } as MeasurementRecord;
  const explains = (source: string, version: number, changed: boolean, current = waiting): boolean =>
    isExplainedBy({ source, versions: new Map([['spots', version]]) }, { key: 'spots', current }, changed);

  it.each<[string, boolean, boolean]>([
    ['is new', explains('Le salon est en plus', 2, true), true],
    ['is sent again with nothing else', explains('Relevé', 2, false), true],
    ['is sent again with another figure', explains('Relevé', 2, true), false],
    ['is empty', explains('', 2, true), false],
    ['answers a page that was drawn before', explains('Le salon est en plus', 1, true), false],
    ['is of a figure that counts', explains('Relevé', 2, false, { ...waiting, status: 'validated' }), false],
  ])('that %s tells why a figure surprises, or does not', (_case, told, expected) => {
    expect(told).toBe(expected);
  });
});
