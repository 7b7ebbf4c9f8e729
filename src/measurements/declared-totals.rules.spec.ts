import fc from 'fast-check';
import { content, measurementKey, storedUnder } from '../../test/support/measurement-contents.js';
import { groupUnderTotals, possibleParts, slicesAbove } from './declared-totals.rules.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import type { MeasurementContent, PartsUnderTotal } from './measurement.types.js';

const created = (rest: Partial<MeasurementKey>): PlannedMeasurement => {
  const key = measurementKey(rest);
  return { indicator: 'SPOTS', key, naturalKey: naturalKey(key), stored: null, versions: [content(1)] };
};
const day = (text: string): Partial<MeasurementKey> => ({ periodStart: text, periodEnd: text });
const year = { periodStart: '2020-01-01', periodEnd: '2020-12-31' };
const january = { periodStart: '2020-01-01', periodEnd: '2020-01-31' };

/** The totals under which new measurements stand, among those declared before. */
const under = (
  parts: readonly Partial<MeasurementKey>[],
  ...totals: readonly (readonly [Partial<MeasurementKey>, MeasurementContent])[]
): PartsUnderTotal[] => {
  const newest = storedUnder(...totals.map(([key, said]) => [measurementKey(key), said] as const));
  return groupUnderTotals(possibleParts(parts.map(created)), { newest, counting: newest });
};

const spans = (rest: Partial<MeasurementKey>): string[] =>
  possibleParts([created(rest)]).flatMap(({ above }) =>
    above.map(([, { periodStart, periodEnd }]) => `${periodStart} ${periodEnd}`),
  );

describe('the totals that may stand above a measurement', () => {
  it.each([
    ['2020-07-14', ['2020-07-01 2020-07-31', '2020-06-01 2020-09-30', '2020-01-01 2020-12-31']],
    ['2020-01-16', ['2020-01-01 2020-01-31', '2019-12-01 2020-02-29', '2020-01-01 2020-12-31']],
    ['2020-12-16', ['2020-12-01 2020-12-31', '2020-12-01 2021-02-28', '2020-01-01 2020-12-31']],
  ])('on %s are its month, its season and its year', (given, periods) => {
    expect(spans(day(given))).toEqual(periods);
  });

  it('of a month are its season and its year, of a year none', () => {
    expect(spans(january)).toEqual(['2019-12-01 2020-02-29', '2020-01-01 2020-12-31']);
    expect(spans(year)).toEqual([]);
    expect(spans({ periodStart: '2019-12-15', periodEnd: '2020-01-15' })).toEqual(['2019-12-01 2020-02-29']);
    expect(spans({ periodStart: '2019-10-15', periodEnd: '2020-10-15' })).toEqual([]);
  });

  it('have its dimensions, or some of them emptied, the fewest first', () => {
    const [{ above } = { above: [] }] = possibleParts([
      created({ ...year, territoryId: 5, channel: 'facebook', organisationId: 8 }),
    ]);
    const emptied = above.map(([, key]) =>
      (['territoryId', 'channel', 'organisationId'] as const).filter((member) => key[member] === null),
    );
    expect(emptied).toHaveLength(7);
    expect(emptied.at(-1)).toEqual(['territoryId', 'channel', 'organisationId']);
    expect(emptied).not.toContainEqual([]);
  });

  it('are searched for once for rows of one period', () => {
    const rows = [created({ ...january, channel: 'web' }), created({ ...january, channel: 'facebook' })];
    const [web, facebook] = possibleParts(rows);
    expect(web?.above.length).toBe(5);
    expect(facebook?.above.length).toBe(5);
  });
});

const anyDay = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2018, 10, 1) + days * 86_400_000).toISOString().slice(0, 10));
const anyKey = fc
  .record({
    days: fc.tuple(anyDay, anyDay),
    isDay: fc.boolean(),
    territoryId: fc.constantFrom(null, 5),
    channel: fc.constantFrom(null, 'web', 'facebook'),
    organisationId: fc.constantFrom(null, 8),
  })
  .map(({ days, isDay, ...slice }) => {
    const [start = '', end = ''] = days.toSorted();
    return { ...slice, periodStart: start, periodEnd: isDay ? start : end };
  });

describe('where totals may stand above the slices of a batch', () => {
  it('is every key of a total above its measurements, and each measurement is of one slice', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 20 }), (keys) => {
        const planned = keys.map(created);
        const slices = slicesAbove(planned);
        expect(new Set(slices.flatMap(({ measurements }) => measurements))).toEqual(new Set(planned));
        for (const { measurements, own, lessDetailed, first, last } of slices) {
          const sliceOf = ({ periodStart: _, periodEnd: __, ...slice }: MeasurementKey): unknown => slice;
          for (const [, key] of possibleParts(measurements).flatMap(({ above }) => above)) {
            const ofOwn = JSON.stringify(sliceOf(key)) === JSON.stringify(sliceOf(own));
            if (ofOwn) expect(key.periodStart).not.toBe(key.periodEnd);
            else expect(lessDetailed.map(sliceOf)).toContainEqual(sliceOf(key));
            expect(key.periodEnd >= first && key.periodEnd <= last).toBe(true);
          }
        }
      }),
    );
  });
});

describe('new measurements under a declared total', () => {
  it('are counted under the nearest one', () => {
    const parts = [{ ...january, channel: 'web' }, { ...january, channel: 'facebook' }, day('2020-03-02')];
    const exact = { valueMax: null, qualifier: 'exact' };
    expect(under(parts, [january, content(61)], [year, content(250)])).toEqual([
      { totalId: 1, indicator: 'SPOTS', ...january, total: { value: 61, ...exact }, waits: false, parts: 2 },
      { totalId: 2, indicator: 'SPOTS', ...year, total: { value: 250, ...exact }, waits: false, parts: 1 },
    ]);
  });

  it('are under none when it was withdrawn, was not sent for validation, or says why there is no value', () => {
    for (const status of ['withdrawn', 'draft', 'returned'] as const) {
      expect(under([january], [year, content(250, { status })])).toEqual([]);
    }
    expect(under([day('2020-01-16')], [january, content(null)], [year, content(250)])).toEqual([]);
    expect(under([january])).toEqual([]);
  });

  it('are under the one that counts whatever waits, and under one that waits when none counts', () => {
    const sent = content(70, { status: 'submitted' });
    expect(under([day('2020-01-16')], [january, sent])).toMatchObject([
      { total: { value: 70 }, waits: true },
    ]);
    expect(under([day('2020-01-16')], [january, sent], [year, content(250)])).toMatchObject([
      { ...year, waits: false },
    ]);
    const key = measurementKey(january);
    const [newest, counting] = [storedUnder([key, sent]), storedUnder([key, content(61)])];
    expect(groupUnderTotals(possibleParts([created(day('2020-01-16'))]), { newest, counting })).toMatchObject(
      [{ ...january, total: { value: 61 }, waits: false }],
    );
  });

  it('are under the next one when the nearest was taken back', () => {
    const [found] = under(
      [day('2020-01-16')],
      [january, content(61, { status: 'withdrawn' })],
      [year, content(250)],
    );
    expect(found).toMatchObject({ ...year, parts: 1 });
  });
});
