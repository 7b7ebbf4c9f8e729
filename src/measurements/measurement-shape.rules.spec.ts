import fc from 'fast-check';
import { rightShape } from './measurement-shape.rules.js';
import { measurementShape, readMeasurementShape } from './measurements.schema.js';

const RIGHT = { indicator: 'VUES', periodStart: '2020-06-01', periodEnd: '2020-06-30', value: 1 };
const MEMBERS =
  'indicator campaign channel organisation periodStart periodEnd value valueMax qualifier absence status marking precision source note version __proto__ id'.split(
    ' ',
  );
const anything = fc.oneof(
  fc.constantFrom('exact', 'about', 'draft', 'final', 'month', 'not_available', 'a'.repeat(101), '', null),
  fc.constantFrom(0, 1.5, -1, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 31, true, undefined, [], {}),
);

describe('the quick reading of a shape', () => {
  it('accepts nothing that the schema refuses, and reads the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...MEMBERS), anything), fc.boolean(), (members, isRight) => {
        const raw = { ...(isRight ? RIGHT : {}), ...members };
        const quick = rightShape(raw);
        if (quick === null) return;
        const { data } = measurementShape.safeParse(raw);
        expect(JSON.stringify(quick)).toBe(JSON.stringify(data));
      }),
      { numRuns: 2_000 },
    );
  });

  it('accepts what is right without asking the schema, in the order of its members', () => {
    expect(JSON.stringify(rightShape({ version: 3, ...RIGHT, channel: null }))).toBe(
      '{"indicator":"VUES","channel":null,"periodStart":"2020-06-01","periodEnd":"2020-06-30","value":1,"version":3}',
    );
  });

  it.each([[null], [1], [[RIGHT]], [{ ...RIGHT, more: 1 }], [{ value: 1 }], [{ ...RIGHT, version: 1.5 }]])(
    'leaves %j to the schema, which says what is wrong',
    (raw) => {
      expect(rightShape(raw)).toBeNull();
      expect(readMeasurementShape(raw).ok).toBe(false);
    },
  );
});
