import { formatInstant, parisTime, startOfParisDay } from './french-instant.rules.js';

const plain = (text: string | null): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('instants in Paris', () => {
  it.each([
    ['2020-12-17T08:00:00Z', '17 décembre 2020 à 9 h 00'],
    ['2020-07-14T22:05:59Z', '15 juillet 2020 à 0 h 05'],
    ['2020-12-31T23:00:00.000Z', '1er janvier 2021 à 0 h 00'],
  ])('writes %s « %s »', (instant, text) => expect(plain(formatInstant(instant))).toBe(text));

  it('writes nothing of what is no instant', () => expect(formatInstant('hier')).toBeNull());

  it('gives both passages of the hour that comes twice', () => {
    expect(parisTime('2020-10-25T00:30:00Z')).toEqual({ day: '2020-10-25', time: '02:30:00' });
    expect(parisTime('2020-10-25T01:30:00Z')).toEqual({ day: '2020-10-25', time: '02:30:00' });
  });

  it.each([
    ['2020-01-15', '2020-01-14T23:00:00Z'],
    ['2020-03-29', '2020-03-28T23:00:00Z'],
    ['2020-03-30', '2020-03-29T22:00:00Z'],
    ['2020-07-14', '2020-07-13T22:00:00Z'],
    ['2020-10-25', '2020-10-24T22:00:00Z'],
    ['2020-10-26', '2020-10-25T23:00:00Z'],
    ['2021-01-01', '2020-12-31T23:00:00Z'],
  ])('begins %s at %s', (day, instant) => {
    expect(startOfParisDay(day)).toBe(instant);
    expect(parisTime(instant)).toEqual({ day, time: '00:00:00' });
  });
});
