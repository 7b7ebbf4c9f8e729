import fc from 'fast-check';
import { measurementKey } from '../../test/support/measurement-contents.js';
import { naturalKey, type MeasurementKey } from './measurement.rules.js';
import { bySlice, compareKeys } from './slice-order.rules.js';

const number = fc.integer({ min: 1, max: 2 });
const word = fc.constantFrom('stand', 'web');
const day = fc.integer({ min: 10, max: 13 }).map((of) => `2020-01-${of}`);
const key: fc.Arbitrary<MeasurementKey> = fc.record({
  indicatorId: number,
  campaignId: fc.option(number),
  territoryId: fc.option(number),
  channel: fc.option(word),
  organisationId: fc.option(number),
  periodStart: day,
  periodEnd: day,
});
const keys = fc.array(key, { maxLength: 40 });

const sliceName = (one: MeasurementKey): string =>
  naturalKey({ ...one, periodStart: '', periodEnd: '' }).replace(/\|\|$/, '');

describe('the order of slices', () => {
  it('is an order: of two keys that differ, one comes first', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const order = Math.sign(compareKeys(one, other));
        expect(Math.sign(compareKeys(other, one))).toBe(order === 0 ? 0 : -order);
        expect(order === 0).toBe(naturalKey(one) === naturalKey(other));
      }),
    );
  });

  it('puts every key in one group of its slice, in order of its days', () => {
    fc.assert(
      fc.property(keys, (all) => {
        const slices = bySlice(all);
        expect(
          slices
            .flatMap((slice) => slice.keys)
            .map(naturalKey)
            .toSorted(),
        ).toEqual(all.map(naturalKey).toSorted());
        const names = slices.map((slice) => [...new Set(slice.keys.map(sliceName))]);
        expect(names.every((of) => of.length === 1)).toBe(true);
        expect(new Set(names.flat()).size).toBe(slices.length);
        for (const { keys: own, first, last } of slices) {
          const ends = own.map(({ periodEnd }) => periodEnd);
          expect(ends).toEqual(ends.toSorted());
          expect([first, last]).toEqual([ends[0], ends.at(-1)]);
        }
      }),
    );
  });

  it('puts what has no dimension before what has one', () => {
    const whole = measurementKey();
    const part = measurementKey({ channel: 'stand' });
    expect(bySlice([part, whole]).map(({ keys: [first] }) => first)).toEqual([whole, part]);
  });
});
