import fc from 'fast-check';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../kernel/figure.types.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { MEASUREMENT_STATUSES } from './measurement.types.js';
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

  it('accepts all that the schema accepts of JSON, and reads the same', () => {
    const code = fc.string({ maxLength: 100 });
    const text = fc.option(fc.string());
    const amount = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.string());
    const item = fc.record(
      {
        version: fc.nat(),
        internalNote: text,
        note: text,
        source: text,
        value: fc.option(amount),
        valueMax: fc.option(amount),
        qualifier: fc.constantFrom(...QUALIFIERS),
        absence: fc.option(fc.constantFrom(...ABSENCES)),
        status: fc.constantFrom(...MEASUREMENT_STATUSES),
        marking: fc.constantFrom(...MARKINGS),
        precision: fc.constantFrom(...PRECISIONS),
        campaign: fc.option(code),
        territory: fc.option(code),
        channel: fc.option(code),
        organisation: fc.option(code),
        periodEnd: fc.string(),
        periodStart: fc.string(),
        indicator: code,
      },
      { requiredKeys: ['indicator', 'periodStart', 'periodEnd'] },
    );
    fc.assert(
      fc.property(item, (raw) => {
        const json = JSON.stringify(raw);
        const { data } = measurementShape.safeParse(JSON.parse(json));
        expect(JSON.stringify(rightShape(JSON.parse(json)))).toBe(JSON.stringify(data));
      }),
    );
  });

  it('takes nothing from what an item inherits', () => {
    expect(rightShape(Object.create(RIGHT))).toBeNull();
    expect(rightShape(Object.assign(Object.create({ value: 2 }), { ...RIGHT, value: 1 }))).toBeNull();
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
