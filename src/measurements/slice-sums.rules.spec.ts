import fc from 'fast-check';
import { PARTS } from './measurement-part.rules.js';
import type { NewStanding } from './roll-up.types.js';
import { sliceSums } from './slice-sums.rules.js';

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

describe('the sums of new measurements by slice and month', () => {
  it('hold each of those that are added up once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 40 }), (created) => {
        const sums = sliceSums(created);
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
    const one = (day: string): NewStanding => ({
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
        value: 4,
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
    const days = ['2020-06-15', '2020-06-02', '2020-07-09', '2020-06-20'].map(one);
    expect(sliceSums(days)).toMatchObject([
      { month: 202006, measurements: 3, total: 12, first: '2020-06-02', last: '2020-06-20', source: '' },
      { month: 202007, measurements: 1, total: 4, first: '2020-07-09', last: '2020-07-09' },
    ]);
    expect(sliceSums([])).toEqual([]);
  });
});
