import fc from 'fast-check';
import { batchItem } from '../../test/support/measurement-contents.js';
import { nextContent } from './measurement-content.rules.js';
import { PARTS } from './measurement-part.rules.js';
import { MeasurementPacker } from './measurement-packer.rules.js';
import { subsetRelations } from './measurement-subset.rules.js';
import { naturalKey } from './measurement.rules.js';
import type { BatchItem } from './measurement-batch.types.js';
import type { IndicatorTerm } from './measurement.types.js';
import { BlockOpener } from './packed-rows.rules.js';
import { compareKeys } from './slice-order.rules.js';
import type { PackingRules } from './packed-measurements.types.js';

const term = (id: number, more: Partial<IndicatorTerm> = {}): IndicatorTerm => ({
  id,
  code: `I${id}`,
  decimals: 0,
  subsetOfId: null,
  retiredOn: null,
  ...more,
});
const [part, total, retired] = [term(3, { subsetOfId: 4 }), term(4), term(5, { retiredOn: '2020-06-30' })];
const TERMS = [term(1), term(2), part, total, retired];
const byId = new Map(TERMS.map((one) => [one.id, one]));
const rules: PackingRules = {
  defaultStatus: 'submitted',
  relations: subsetRelations(TERMS),
  sealed: [],
};

const id = fc.option(fc.integer({ min: 1, max: 9_007_199_254_740_991 }));
const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { nil: null });
const unsaid = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const amount = fc.option(fc.integer({ min: -9_007_199_254_740_991, max: 9_007_199_254_740_991 }), {
  nil: null,
});
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const items = (indicators: readonly IndicatorTerm[]): fc.Arbitrary<BatchItem[]> =>
  fc
    .array(
      fc.record({
        indicator: fc.constantFrom(...indicators),
        key: fc.record({
          campaignId: id,
          territoryId: id,
          channel: text,
          organisationId: id,
          periodStart: day,
          periodEnd: day,
        }),
        content: fc.record({
          value: amount,
          valueMax: amount,
          qualifier: fc.constantFrom('exact' as const, 'between' as const, null),
          absence: fc.constantFrom('not_available' as const, null),
          status: unsaid(fc.constantFrom('draft' as const, 'validated' as const, 'withdrawn' as const)),
          marking: unsaid(fc.constantFrom('provisional' as const, 'final' as const)),
          precision: unsaid(fc.constantFrom('day' as const, 'range' as const)),
          source: unsaid(text),
          note: unsaid(text),
          internalNote: unsaid(text),
        }),
      }),
      { maxLength: 30 },
    )
    .map((rows) =>
      rows.map(({ indicator, key: rest, content }, index) => {
        const key = { ...rest, indicatorId: indicator.id };
        return { line: 3 * index + 2, checked: { indicator, key, naturalKey: naturalKey(key), content } };
      }),
    );

function packed(all: readonly BatchItem[], by: PackingRules = rules, texts = new BlockOpener()) {
  const packer = new MeasurementPacker(by);
  for (const item of all) packer.add(item);
  return texts.open(packer.take());
}

describe('a block of measurements', () => {
  it('says what it was made of, in the order of lines and in that of slices', () => {
    fc.assert(
      fc.property(items(TERMS), (all) => {
        const rows = packed(all);
        expect(rows.items(0, rows.count, byId)).toEqual(all);
        for (const [place, { line, checked }] of all.entries()) {
          const { periodStart: start, periodEnd: end } = checked.key;
          expect(rows.content(place)).toEqual(
            nextContent(checked.content, { start, end }, null, 'submitted'),
          );
          expect(rows.keyOfLine(line)).toEqual(checked.key);
          expect(rows.keyOfLine(line + 1)).toBeNull();
        }
        const sorted = Array.from(rows.order, (place) => rows.key(place));
        expect(sorted).toEqual(all.map(({ checked }) => checked.key).toSorted(compareKeys));
      }),
    );
  });

  it('grows as long as it is not taken, and says where each measurement counts', () => {
    const all = Array.from({ length: 3_000 }, (_, index) => {
      const on = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return batchItem(
        index + 1,
        term(1),
        index % 2 === 0 ? { value: index, status: 'validated' } : { value: null, status: 'draft' },
        {
          key: { periodStart: on, periodEnd: on },
        },
      );
    });
    const rows = packed(all);
    expect(rows.items(0, rows.count, byId)).toEqual(
      all.map(({ line, checked: { version: _, ...checked } }) => ({ line, checked })),
    );
    const { day, none } = PARTS;
    expect([0, 1, 2].map((place) => rows.part(place))).toEqual([day, none, day]);
  });

  it('shares nothing with the blocks before it', () => {
    fc.assert(
      fc.property(fc.array(items(TERMS), { maxLength: 4 }), (blocks) => {
        const [packer, texts] = [new MeasurementPacker(rules), new BlockOpener()];
        for (const all of blocks) {
          for (const item of all) packer.add(item);
          const rows = texts.open(packer.take());
          expect(rows.items(0, rows.count, byId)).toEqual(all);
        }
      }),
    );
  });

  it('is plain when none of it depends on another, on a total or on what is closed', () => {
    const [one] = fc.sample(
      items([term(1)]).filter((all) => all.length > 0),
      { seed: 46, numRuns: 1 },
    );
    const [first] = one ?? [];
    if (first === undefined) throw new Error('no item');
    const on = (indicator: IndicatorTerm, periodEnd: string): BatchItem => {
      const key = { ...first.checked.key, indicatorId: indicator.id, periodStart: periodEnd, periodEnd };
      return { line: 1, checked: { ...first.checked, indicator, key } };
    };
    const plain = term(1);
    const exercice = { year: 2021, startDate: '2021-01-01', endDate: '2021-12-31' };
    expect(packed([on(plain, '2020-06-30'), on(plain, '2020-07-01')]).isPlain).toBe(true);
    expect(packed([on(plain, '2020-06-30'), on(plain, '2020-06-30')]).isPlain).toBe(false);
    expect(packed([on(part, '2020-06-30')]).isPlain).toBe(false);
    expect(packed([on(total, '2020-06-30')]).isPlain).toBe(false);
    expect(packed([on(retired, '2020-06-30')]).isPlain).toBe(true);
    expect(packed([on(retired, '2020-07-01')]).isPlain).toBe(false);
    const sealed = { ...rules, sealed: [exercice] };
    expect(packed([on(plain, '2020-12-31')], sealed).isPlain).toBe(true);
    expect(packed([on(plain, '2021-01-01')], sealed).isPlain).toBe(false);
  });

  it('refuses an indicator that nobody knows any more', () => {
    const [all] = fc.sample(
      items([term(1)]).filter((some) => some.length > 0),
      { seed: 46, numRuns: 1 },
    );
    const rows = packed(all ?? []);
    expect(() => rows.items(0, rows.count, new Map())).toThrow('Indicator 1 went away');
  });
});
