import fc from 'fast-check';
import { fact } from '../../test/support/facts.js';
import { covers, overlaps } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { DIMENSIONS, settleTotals, sliceKey } from './declared-total.rules.js';

const anyFact = fc
  .record({
    value: fc.option(fc.integer({ min: 0, max: 10_000 })),
    period: fc.constantFrom('2020', '2020-ete', '2020-06', '2020-07', '2020-07-14', '2020-12'),
    territory: fc.constantFrom(null, 'A', 'B'),
    channel: fc.constantFrom(null, 'web', 'salon'),
    organisation: fc.constantFrom(null, 'CCI'),
  })
  .map(({ value, period, ...slice }) => fact(value, period, slice));
const anyFacts = fc.uniqueArray(anyFact, {
  maxLength: 14,
  selector: (one) => [one.periodStart, one.periodEnd, sliceKey(one)].join('|'),
});

const spanOf = (one: MeasurementFact) => ({ start: one.periodStart, end: one.periodEnd });
/** The contract, word for word: every dimension that the total fills is the part's, and its period holds the part's. */
const declaresTotalOf = (total: MeasurementFact, part: MeasurementFact): boolean =>
  total.id !== part.id &&
  DIMENSIONS.every((dimension) => total[dimension] === null || total[dimension] === part[dimension]) &&
  covers(spanOf(total), spanOf(part));
const hasValue = (one: MeasurementFact): boolean => one.quantity !== null;
const filled = (one: MeasurementFact): string =>
  DIMENSIONS.filter((dimension) => one[dimension] !== null).join();

describe('settling totals, whatever is given', () => {
  it('puts each fact on one side only', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { counted, details } = settleTotals(facts);
        const ids = [...counted, ...details].map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set(facts.map(({ id }) => id)));
        expect(ids).toHaveLength(facts.length);
      }),
    );
  });

  it('counts no value beside one that declares its total', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const counted = settleTotals(facts).counted.filter(hasValue);
        for (const part of counted) {
          expect(facts.some((total) => hasValue(total) && declaresTotalOf(total, part))).toBe(false);
        }
      }),
    );
  });

  it('leaves a value out only for another that is counted over the same days', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { counted, details } = settleTotals(facts);
        const values = counted.filter(hasValue);
        for (const left of details.filter(hasValue)) {
          expect(values.some((value) => overlaps(spanOf(value), spanOf(left)))).toBe(true);
        }
      }),
    );
  });

  it('prefers what tells more days: months of the whole to a year of the web, that year to a day of the whole', () => {
    const web = fact(1_000, '2020', { channel: 'web' });
    const day = fact(5, '2020-07-14');
    expect(settleTotals([day, web]).counted).toEqual([web]);
    const months = Array.from({ length: 12 }, (_, month) =>
      fact(100, `2020-${String(month + 1).padStart(2, '0')}`),
    );
    expect(settleTotals([web, ...months]).counted).toEqual(months);
    expect(settleTotals([web, ...months.slice(0, 6)]).counted).toEqual([web]);
    // Days that cross are told once: the least detailed stand.
    const crossing = fact(30, '2020-07', { channel: 'web', periodEnd: '2020-08-15' });
    const july = fact(100, '2020-07', { periodStart: '2020-06-15' });
    expect(settleTotals([crossing, july]).counted).toEqual([july]);
  });

  it('never counts two kinds of breakdown over the same days', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { counted } = settleTotals(facts);
        for (const one of counted) {
          const others = counted.filter((other) => filled(other) !== filled(one));
          expect(others.some((other) => overlaps(spanOf(one), spanOf(other)))).toBe(false);
        }
      }),
    );
  });

  it('never hides a value behind an absence', () => {
    const channel = fact(70, '2020-07', { channel: 'web' });
    expect(settleTotals([fact(null, '2020-07', { territory: 'A' }), channel]).counted).toEqual([channel]);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const alone = settleTotals(facts.filter(hasValue)).counted.map(({ id }) => id);
        const among = settleTotals(facts).counted.filter(hasValue);
        expect(new Set(among.map(({ id }) => id))).toEqual(new Set(alone));
      }),
    );
  });

  it('counts all of the days or months that fill the same dimensions, and sees one that holds others', () => {
    const slices = ['A', 'B'].map((territory) => ({ territory }));
    const [months, days] = [
      ['2020-01', '2020-02'],
      ['2020-01-30', '2020-01-31'],
    ].map((periods) => periods.flatMap((period) => slices.map((slice) => fact(1, period, slice)))) as [
      MeasurementFact[],
      MeasurementFact[],
    ];
    expect(settleTotals(months)).toEqual({ counted: months, details: [], crossed: [] });
    expect(settleTotals(days)).toEqual({ counted: days, details: [], crossed: [] });
    expect(settleTotals([...months, ...days])).toEqual({ counted: months, details: days, crossed: [] });
    const first = fact(1, '2020-01-01', { territory: 'A' });
    expect(settleTotals([first, ...months]).details).toEqual([first]);
    expect(settleTotals([])).toEqual({ counted: [], details: [], crossed: [] });
  });

  it('settles ten thousand facts of one campaign without comparing each with every other', () => {
    const days = Array.from({ length: 28 }, (_, index) => `2020-02-${String(index + 1).padStart(2, '0')}`);
    const facts = days.flatMap((day) =>
      Array.from({ length: 360 }, (_, place) => fact(1, day, { territory: `T${place}` })),
    );
    // Answers of an index, not of pairs: a hundred million comparisons would outlast the test's own limit.
    expect(settleTotals(facts).counted).toHaveLength(facts.length);
    expect(settleTotals([...facts, fact(5, '2020-02')]).counted).toHaveLength(1);
  });
});
