import { toldEvent } from '../../test/support/figure-builder.js';
import {
  drawnEvents,
  eventsOfMonth,
  eventsOnMonths,
  eventsOnDays,
  eventsSentence,
  eventWords,
} from './chart-events.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const lockdown = toldEvent({ label: 'Premier confinement', start: '2020-03-17', end: '2020-05-11' });
const frost = toldEvent({
  code: 'GEL',
  label: 'Gel',
  start: '2020-04-01',
  end: '2020-04-30',
  precision: 'month',
});
const winter = toldEvent({ label: 'Neige', start: '2019-12-01', end: '2020-02-29', precision: 'season' });
const YEAR = Array.from({ length: 12 }, (_, index) => `2020-${String(index + 1).padStart(2, '0')}`);

describe('the events of a chart', () => {
  it('are those of its indicator and of the programme, its own kept first, in the order of time', () => {
    const own = toldEvent({ code: 'OWN', start: '2020-12-01', indicator: 'VISITES' });
    const other = toldEvent({ code: 'OTHER', indicator: 'SPOTS' });
    const many = Array.from({ length: 9 }, (_, index) => toldEvent({ code: `E${index}` }));
    expect(drawnEvents([...many, other, own], 'VISITES').map(({ code }) => code)).toEqual([
      'E0',
      'E1',
      'E2',
      'E3',
      'E4',
      'OWN',
    ]);
    expect(drawnEvents([other, own], null)).toEqual([]);
  });

  it('are said without the year, with letters in the sentence', () => {
    expect(plain(eventWords(lockdown, 2020))).toBe('du 17 mars au 11 mai : premier confinement');
    expect(plain(eventsSentence([lockdown, frost], 2020))).toBe(
      ' Repères : A, du 17 mars au 11 mai : premier confinement ; B, avril : gel.',
    );
    expect(plain(eventsSentence([frost], 2020))).toBe(' Repère : A, avril : gel.');
    expect(eventsSentence([], 2020)).toBe('');
  });

  it('stand where they began: a month’s value is in its middle, so is what is known to the month', () => {
    const places = eventsOnMonths([winter, lockdown, frost], YEAR, 2020);
    expect(places.map(({ mark, at }) => [mark, Math.round(at * 100) / 100])).toEqual([
      ['A', 0],
      ['B', 2.02],
      ['C', 3],
    ]);
    const edges = ['2020-01-02', '2020-12-31', '2021-01-05'].map((start) => toldEvent({ start }));
    expect(eventsOnMonths(edges, YEAR, 2020).map(({ at }) => Math.round(at * 10) / 10)).toEqual([0, 11, 11]);
    expect(eventsOnDays([lockdown], 2020, { start: '2020-01-01', end: '2020-12-31' })[0]?.at).toBeCloseTo(
      2.516,
      3,
    );
  });

  it('stand in the row of their month; what began before stands in the first', () => {
    const row = (month: string): string => eventsOfMonth([winter, lockdown, frost], YEAR, month);
    expect([row('2020-01'), row('2020-03'), row('2020-04'), row('2020-05')]).toEqual([
      'Neige',
      'Premier confinement',
      'Gel',
      '',
    ]);
  });
});
