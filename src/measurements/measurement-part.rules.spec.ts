import { isAdded, monthNumber, partOf, PARTS } from './measurement-part.rules.js';
import type { MeasurementContent } from './measurement.types.js';

const DAY = { start: '2020-06-08', end: '2020-06-08' };
const JUNE = { start: '2020-06-01', end: '2020-06-30' };
const content = (rest: Partial<MeasurementContent> = {}): MeasurementContent => ({
  value: 450,
  valueMax: null,
  qualifier: 'exact',
  absence: null,
  status: 'validated',
  marking: 'final',
  precision: 'day',
  source: 'Compteur',
  note: null,
  internalNote: null,
  ...rest,
});

describe('where a measurement counts', () => {
  it.each<[string, { start: string; end: string }, Partial<MeasurementContent>, keyof typeof PARTS]>([
    ['an exact day', DAY, {}, 'day'],
    ['a day without a source', DAY, { source: null }, 'day'],
    ['an exact month', JUNE, { precision: 'month' }, 'month'],
    ['February of a leap year', { start: '2020-02-01', end: '2020-02-29' }, { precision: 'month' }, 'month'],
    ['a month that lacks its last day', { ...JUNE, end: '2020-06-29' }, { precision: 'month' }, 'apart'],
    ['a month that lacks its first day', { ...JUNE, start: '2020-06-02' }, { precision: 'month' }, 'apart'],
    ['two months', { ...JUNE, start: '2020-05-01' }, { precision: 'month' }, 'apart'],
    ['two days', { start: '2020-06-08', end: '2020-06-09' }, {}, 'apart'],
    ['a summer', { start: '2020-06-01', end: '2020-09-30' }, { precision: 'season' }, 'apart'],
    ['« près de 450 »', DAY, { qualifier: 'nearly' }, 'apart'],
    ['an absence', DAY, { value: null, qualifier: null, absence: 'not_communicated' }, 'apart'],
    ['the largest value added up', DAY, { value: -274_877_906_944 }, 'day'],
    ['a larger one', DAY, { value: 274_877_906_945 }, 'apart'],
    ['a source of 200 characters, some of two units', DAY, { source: '🚴'.repeat(200) }, 'day'],
    ['a source of 201 characters', DAY, { source: 'é'.repeat(201) }, 'apart'],
    ['what was withdrawn, whatever it said', JUNE, { status: 'withdrawn' }, 'withdrawn'],
  ])('%s', (_, period, rest, part) => expect(partOf(period, content(rest))).toBe(PARTS[part]));

  it('is a roll-up for days and months alone', () => {
    const added = Object.entries(PARTS).filter(([, part]) => isAdded(part));
    expect(added.map(([name]) => name)).toEqual(['day', 'month']);
  });

  it('is a month with a number', () => expect(monthNumber('2020-06-08')).toBe(202006));
});
