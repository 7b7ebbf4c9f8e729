import fc from 'fast-check';
import { fact, figuresInput, indicatorRule, targetRule } from '../../test/support/facts.js';
import { NATURES } from '../indicators/indicator.types.js';
import { addDays } from '../kernel/calendar.rules.js';
import { toAmount } from '../kernel/figure.rules.js';
import { QUALIFIERS } from '../kernel/figure.types.js';
import { typographic } from '../kernel/french-text.rules.js';
import { monthsBetween } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { withCosts } from './cost.rules.js';
import { hasValue, sliceKey } from './declared-total.rules.js';
import { figureAnswer } from './figure-answer.rules.js';
import { figureOf } from './figure.rules.js';

const flow = indicatorRule();
const keyOf = (one: MeasurementFact): string =>
  `${one.indicator}|${sliceKey(one)}|${one.periodStart}|${one.periodEnd}`;

const anyValue = fc.record({
  value: fc.option(fc.integer({ min: 0, max: 10_000 })),
  qualifier: fc.constantFrom(...QUALIFIERS),
  more: fc.integer({ min: 1, max: 500 }),
});
const anySlice = fc.record({
  territory: fc.constantFrom(null, 'A', 'B'),
  channel: fc.constantFrom(null, 'web'),
  organisation: fc.constantFrom(null, 'CCI'),
  campaign: fc.constantFrom(null, 'SALON'),
});
const anyDays = fc.oneof(
  fc.constantFrom('2020', '2020-ete', '2020-06', '2020-07', '2020-07-14').map((period) => fact(0, period)),
  fc.record({ start: fc.nat(200), length: fc.nat(90) }).map(({ start, length }) => {
    const periodStart = addDays('2020-01-01', start);
    return fact(0, '2020', { periodStart, periodEnd: addDays(periodStart, length), precision: 'range' });
  }),
);
const anyFact = fc
  .tuple(anyDays, anySlice, anyValue, fc.constantFrom('VISITEURS', 'NUM', 'DEN'))
  .map(([days, slice, { value, qualifier, more }, indicator]): MeasurementFact => ({
    ...days,
    ...slice,
    indicator,
    quantity:
      value === null ? null : { value, qualifier, valueMax: qualifier === 'between' ? value + more : null },
    absence: value === null ? 'not_communicated' : null,
  }));
const anyFacts = fc.uniqueArray(anyFact, { maxLength: 14, selector: keyOf });

/** An exact value that a qualified one may stand for. */
function exactly(one: MeasurementFact, share: number): MeasurementFact {
  if (!one.quantity) return one;
  const { lower, lowerOpen, upper, upperOpen } = toAmount(one.quantity).interval;
  const least = (lower ?? 0) + (lowerOpen ? 1 : 0);
  const most = upper === null ? least + 5_000 : upper - (upperOpen ? 1 : 0);
  const value = least + Math.floor(Math.max(0, most - least) * share);
  return { ...one, quantity: { value, valueMax: null, qualifier: 'exact' } };
}

describe('a total, whatever is given', () => {
  it('holds in its interval the total of any exact values that its parts may stand for', () => {
    const apart = fc.uniqueArray(anyFact, {
      maxLength: 8,
      selector: (one) => `${one.periodStart.slice(0, 7)}`,
    });
    fc.assert(
      fc.property(apart, fc.double({ min: 0, max: 1, noNaN: true }), (facts, share) => {
        const months = facts.map((one) => ({ ...one, periodEnd: one.periodStart }));
        const [told, drawn] = [months, months.map((one) => exactly(one, share))].map((list) =>
          aggregate(flow, list),
        );
        if (!told?.amount || !drawn?.amount) return;
        const { lower, upper } = told.amount.interval;
        expect(drawn.amount.value).toBeGreaterThanOrEqual(lower ?? -Infinity);
        expect(drawn.amount.value).toBeLessThanOrEqual(upper ?? Infinity);
      }),
    );
  });

  it('is the same whatever the order, and whatever is given twice', () => {
    const numbers = (facts: MeasurementFact[]) => {
      const { amount, empty, partial, lowerBound } = aggregate(flow, facts);
      return { amount, empty, partial, lowerBound };
    };
    fc.assert(
      fc.property(anyFacts, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (facts, keys) => {
        const order = new Map(facts.map((one, index) => [one, keys[index] ?? 0]));
        const turned = facts.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
        expect(numbers(turned)).toEqual(numbers(facts));
      }),
    );
  });

  it('is the same when a period is split, and its value with it', () => {
    const cut = fc.record({
      value: fc.nat(1_000),
      day: fc.integer({ min: 1, max: 365 }),
      share: fc.nat(1_000),
    });
    fc.assert(
      fc.property(cut, anySlice, ({ value, day, share }, slice) => {
        const whole = fact(value, '2020', slice);
        const first = Math.min(value, share);
        const middle = addDays('2020-01-01', day);
        const halves = [
          { ...fact(first, '2020', slice), periodEnd: addDays(middle, -1) },
          { ...fact(value - first, '2020', slice), periodStart: middle },
        ];
        expect(aggregate(flow, halves).amount?.value).toBe(value);
        expect(aggregate(flow, [whole, ...halves]).amount?.value).toBe(value);
      }),
    );
  });

  it('of what crosses is a minimum of any day by day truth', () => {
    const truth = fc.array(fc.nat(20), { minLength: 100, maxLength: 100 });
    const spans = fc.uniqueArray(fc.tuple(fc.nat(60), fc.nat(30)), {
      minLength: 1,
      maxLength: 8,
      selector: String,
    });
    fc.assert(
      fc.property(truth, spans, (days, periods) => {
        const covered = new Set<number>();
        const facts = periods.map(([start, length]) => {
          let sum = 0;
          for (let day = start; day <= start + length; day += 1) {
            covered.add(day);
            sum += days[day] ?? 0;
          }
          const periodStart = addDays('2020-01-01', start);
          return fact(sum, '2020', { periodStart, periodEnd: addDays(periodStart, length) });
        });
        const real = [...covered].reduce((sum, day) => sum + (days[day] ?? 0), 0);
        const { amount } = aggregate(flow, facts);
        if (amount?.qualifier === 'exact') expect(amount.value).toBe(real);
        else expect(amount?.interval.lower).toBeLessThanOrEqual(real);
      }),
    );
  });
});

/** One indicator is told in every month and slice of another. */
function tellsAllOf(facts: readonly MeasurementFact[], one: string, other: string): boolean {
  const placesOf = (code: string): string[] =>
    facts
      .filter((fact) => fact.indicator === code && hasValue(fact))
      .flatMap((fact) =>
        monthsBetween(fact.periodStart, fact.periodEnd).map((month) => `${month} ${sliceKey(fact)}`),
      );
  const told = new Set(placesOf(one));
  return placesOf(other).every((place) => told.has(place));
}

describe('a figure, whatever its nature and whatever is given', () => {
  it('prints neither NaN nor a broken number, and no « dont » passes its whole in silence', () => {
    const operators = fc.constantFrom('sum', 'last', 'max', 'mean', 'none' as const);
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...NATURES),
        operators,
        fc.boolean(),
        (facts, nature, operator, whole) => {
          const wording = { ...flow.wording, decimals: 1 };
          const indicator = indicatorRule({
            nature,
            aggregationTime: operator,
            exhaustive: whole,
            numerator: 'NUM',
            denominator: 'DEN',
            factor: 100,
            carryMaxDays: whole ? 200 : null,
            wording,
          });
          const terms = ['NUM', 'DEN'].map((code) =>
            indicatorRule({ code, subsetOf: code === 'NUM' ? 'DEN' : null }),
          );
          const campaigns = [{ code: 'SALON', name: 'Salon', shortName: 'Salon' }];
          const input = figuresInput({ indicators: [indicator, ...terms], campaigns, facts });
          for (const one of input.indicators) {
            const figure = figureOf(one, null, input);
            const text = JSON.stringify(figureAnswer(figure));
            expect(text).not.toMatch(/NaN|Infinity|:-0[,}]|undefined|\d \d{3}/);
            expect(typographic(figure.text)).toBe(figure.text);
            for (const issue of figure.issues) expect(typographic(issue.text)).toBe(issue.text);
            expect((figure.amount === null) === (figure.empty !== null)).toBe(true);
            if (figure.partial) expect(figure.partial.given).toBeLessThan(figure.partial.expected);
          }
          const [, part, total] = input.indicators.map((one) => figureOf(one, null, input));
          const [least, most] = [
            part?.amount?.interval.lower ?? 0,
            total?.amount?.interval.upper ?? Infinity,
          ];
          if (least > most && !total?.partial && tellsAllOf(facts, 'DEN', 'NUM')) {
            expect(part?.issues.map(({ kind }) => kind)).toContain('exceeds_parent');
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is missing alone when no number holds its sum', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const largest = fc.integer({ min: most - 10, max: most });
    const huge = fc.tuple(anyFact, largest).map(([one, value]): MeasurementFact => ({
      ...one,
      quantity: {
        value: value - 20,
        valueMax: null,
        qualifier: 'exact',
        ...(one.quantity?.qualifier === 'between' ? { qualifier: 'between', valueMax: value } : {}),
      },
    }));
    const targets = ['2020-01-01 2020-06-30', '2020-07-01 2020-12-31'].map((days) => {
      const [periodStart = '', periodEnd = ''] = days.split(' ');
      return targetRule(most, { periodStart, periodEnd });
    });
    const wording = { ...flow.wording, decimals: 2, symbol: '€' };
    const spent = indicatorRule({ code: 'NUM', costKind: 'spent', wording });
    const campaigns = [{ code: 'SALON', name: 'Salon', shortName: 'Salon' }];
    fc.assert(
      fc.property(fc.array(huge, { maxLength: 6 }), fc.constantFrom(...NATURES), (facts, nature) => {
        const input = figuresInput({
          indicators: [flow, spent, indicatorRule({ code: 'DEN', nature, aggregationTime: 'last' })],
          campaigns,
          facts,
          targets,
        });
        for (const scope of [null, campaigns[0] ?? null]) {
          const figures = withCosts(input.indicators.map((one) => figureOf(one, scope, input)));
          expect(JSON.stringify(figures.map(figureAnswer))).not.toMatch(/NaN|Infinity|undefined/);
        }
      }),
    );
    const [first, second] = ['2020-01', '2020-02'].map((month) => fact(most, month));
    const facts = [first, second].flatMap((one) => one ?? []);
    const figure = figureOf(flow, null, figuresInput({ indicators: [flow], facts, targets }));
    expect(figure).toMatchObject({ amount: null, empty: 'absent', attainment: null });
    expect(figure.text.replace(/\s/g, ' ')).toBe(
      'Visiteurs : non disponible (la somme dépasse les nombres que le logiciel peut tenir exactement)',
    );
  });
});
