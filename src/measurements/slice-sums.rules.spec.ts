import fc from 'fast-check';
import { PARTS } from './measurement-part.rules.js';
import type { NewStanding } from './roll-up.types.js';
import { SliceSums, type SliceSum } from './slice-sums.rules.js';

const NOW = '2020-12-17T10:00:00Z';
const EARLIER = '2020-12-16T10:00:00Z';

/** What batches come to together. */
function sliceSums(...batches: readonly (readonly NewStanding[])[]): SliceSum[] {
  const sums = new SliceSums();
  for (const batch of batches) sums.add(batch, NOW);
  return sums.take();
}

const standing = fc
  .record({
    indicatorId: fc.constantFrom(1, 2),
    campaignId: fc.constantFrom(null, 3),
    territoryId: fc.constantFrom(null, 5),
    channel: fc.constantFrom(null, 'web'),
    organisationId: fc.constantFrom(null, 7),
    day: fc.constantFrom('2020-06-01', '2020-06-30', '2020-07-01', '2019-06-01'),
    part: fc.constantFrom(PARTS.day, PARTS.day, PARTS.month, PARTS.apart, PARTS.none),
    value: fc.option(fc.integer({ min: -9, max: 99 })),
    marking: fc.constantFrom('final' as const, 'provisional' as const),
    source: fc.constantFrom(null, 'Compteur', 'A|B'),
  })
  .map(({ day, part, value, marking, source, ...slice }): NewStanding => {
    const said = { valueMax: null, qualifier: null, absence: null, note: null, internalNote: null };
    const content = {
      ...said,
      value,
      marking,
      source,
      status: 'validated' as const,
      precision: 'day' as const,
    };
    return { key: { ...slice, periodStart: day, periodEnd: day }, content, part };
  });

const added = ({ part, content }: NewStanding): boolean =>
  content.value !== null && (part === PARTS.day || part === PARTS.month);

/** A figure of one day. */
const one = (day: string, value = 4): NewStanding => ({
  key: {
    indicatorId: 1,
    campaignId: null,
    territoryId: null,
    channel: null,
    organisationId: null,
    periodStart: day,
    periodEnd: day,
  },
  content: {
    value,
    valueMax: null,
    qualifier: 'exact',
    absence: null,
    status: 'validated',
    marking: 'final',
    precision: 'day',
    source: null,
    note: null,
    internalNote: null,
  },
  part: PARTS.day,
});

describe('the sums of new measurements by slice and month', () => {
  it('hold each of those that are added up once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 40 }), (created) => {
        const sums = sliceSums(created);
        expect(sliceSums(created.slice(0, 9), created.slice(9))).toEqual(sums);
        const months = sums.map(({ month }) => month);
        expect(months).toEqual(months.toSorted((one, other) => one - other));
        const counted = created.filter(added);
        expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(
          counted.reduce((sum, { content }) => sum + (content.value ?? 0), 0),
        );
        expect(sums.reduce((sum, { measurements }) => sum + measurements, 0)).toBe(counted.length);
        const rows = (list: typeof sums): string[] =>
          list
            .map(({ key: { periodStart, periodEnd, ...slice }, ...sum }) => {
              expect([periodStart.slice(0, 7), periodEnd.slice(0, 7)]).toEqual(
                Array(2).fill(`${String(sum.month).slice(0, 4)}-${String(sum.month).slice(4)}`),
              );
              return JSON.stringify([Object.values(slice), sum]);
            })
            .sort();
        expect(rows(sliceSums(created.toReversed()))).toEqual(rows(sums));
        const keys = sums.map(({ key, month, part, marking, source }) =>
          JSON.stringify([{ ...key, periodStart: '', periodEnd: '' }, month, part, marking, source]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('have the first and the last of their days', () => {
    const days = ['2020-06-15', '2020-06-02', '2020-07-09', '2020-06-20'].map((day) => one(day));
    expect(sliceSums(days)).toMatchObject([
      { month: 202006, measurements: 3, total: 12, first: '2020-06-02', last: '2020-06-20', source: '' },
      { month: 202007, measurements: 1, total: 4, first: '2020-07-09', last: '2020-07-09' },
    ]);
    expect(sliceSums([])).toEqual([]);
  });

  it('tell when the last of them was recorded, and none twice', () => {
    const sums = new SliceSums();
    for (const recordedAt of [EARLIER, NOW, EARLIER]) sums.add([one('2020-06-15')], recordedAt);
    expect(sums.take()).toMatchObject([{ measurements: 3, total: 12, recordedAt: NOW }]);
    expect(sums.take()).toEqual([]);
  });

  it('are full before they take too much room, or add up to more than a number holds', () => {
    const sums = new SliceSums();
    sums.add([one('2020-06-15', -(2 ** 51)), one('2020-06-16', 2 ** 51 - 1)], NOW);
    expect(sums.isFull).toBe(false);
    sums.add([one('2020-06-17', 1)], NOW);
    expect(sums.isFull).toBe(true);
    sums.take();
    expect(sums.isFull).toBe(false);
    const months = Array.from({ length: 50_000 }, (_, index) => ({
      ...one('2020-06-15'),
      key: { ...one('2020-06-15').key, organisationId: index },
    }));
    sums.add(months, NOW);
    expect(sums.isFull).toBe(true);
  });
});
