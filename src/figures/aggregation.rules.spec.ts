import fc from 'fast-check';
import { fact, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';

const flow = indicatorRule();
const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last' });
const valueOf = (facts: MeasurementFact[], indicator = flow) =>
  aggregate(indicator, facts).amount?.value ?? null;

describe('a flow', () => {
  it('adds up periods and campaigns', () => {
    expect(
      valueOf([fact(450, '2020-01', { campaign: 'SALON' }), fact(12, '2020-02', { campaign: 'SALON' })]),
    ).toBe(462);
    expect(
      valueOf([fact(450, '2020-01', { campaign: 'SALON' }), fact(8, '2020-01', { campaign: 'FOIRE' })]),
    ).toBe(458);
    expect(valueOf([fact(450, '2020-01', { campaign: 'SALON' }), fact(8, '2020-01')])).toBe(458);
  });

  it('never adds a breakdown to its declared total', () => {
    const total = fact(250, '2020-ete');
    const parts = [fact(61, '2020-ete', { territory: 'A' }), fact(54, '2020-ete', { territory: 'B' })];
    expect(valueOf([total, ...parts])).toBe(250);
    expect(valueOf(parts)).toBe(115);
  });

  it('never adds months to the season or the year that holds them', () => {
    expect(valueOf([fact(250, '2020-ete'), fact(100, '2020-07'), fact(90, '2020-08')])).toBe(250);
    expect(valueOf([fact(250, '2020-ete'), fact(30, '2020-05')])).toBe(280);
    expect(valueOf([fact(1_000, '2020'), fact(250, '2020-ete'), fact(100, '2020-07')])).toBe(1_000);
  });

  it('counts two breakdowns of the same thing once', () => {
    const byTerritory = [fact(60, '2020-07', { territory: 'A' }), fact(40, '2020-07', { territory: 'B' })];
    const byChannel = [fact(70, '2020-07', { channel: 'web' }), fact(25, '2020-07', { channel: 'salon' })];
    expect(valueOf([...byChannel, ...byTerritory])).toBe(100);
    expect(valueOf([...byTerritory, fact(70, '2020-08', { channel: 'web' })])).toBe(170);
  });

  it('keeps what was given although the year was said not communicated', () => {
    expect(valueOf([fact(null, '2020'), fact(100, '2020-07')])).toBe(100);
  });

  it('says how many parts are missing', () => {
    const total = aggregate(flow, [fact(10, '2020-01'), fact(null, '2020-02'), fact(5, '2020-03')]);
    expect(total).toMatchObject({ amount: { value: 15 }, partial: { given: 2, expected: 3 } });
  });

  it('does not expect what was said not to apply', () => {
    const facts = [fact(10, '2020-01'), fact(null, '2020-02', { absence: 'not_applicable' })];
    expect(aggregate(flow, facts).partial).toBeNull();
  });

  it('is absent, not zero, when nothing was communicated', () => {
    const total = aggregate(flow, [fact(null, '2020-02', { note: 'CCI, 4 déc.' })]);
    expect(total).toMatchObject({
      amount: null,
      empty: 'absent',
      absence: { kind: 'not_communicated', note: 'CCI, 4 déc.' },
    });
  });

  it('holds a true zero', () => {
    expect(valueOf([fact(0, '2020-01')])).toBe(0);
  });

  it('knows nothing of an indicator nobody measured', () => {
    expect(aggregate(flow, [])).toMatchObject({ amount: null, empty: 'no_measurement' });
  });

  it('is provisional as soon as one part is', () => {
    const facts = [
      fact(10, '2020-01', { marking: 'revised' }),
      fact(5, '2020-02', { marking: 'provisional' }),
    ];
    expect(aggregate(flow, facts).marking).toBe('provisional');
  });

  it('carries qualifiers through the sum', () => {
    const facts = [fact(13_000, '2020-04', { qualifier: 'more_than' }), fact(60, '2020-05')];
    expect(aggregate(flow, facts).amount).toMatchObject({
      value: 13_060,
      qualifier: 'more_than',
      interval: { lower: 13_060, lowerOpen: true, upper: null },
    });
  });

  it('does not add territories when the indicator says they overlap', () => {
    const facts = [fact(60, '2020-07', { territory: 'A' }), fact(40, '2020-07', { territory: 'B' })];
    const attendance = indicatorRule({ aggregationTerritory: 'none' });
    expect(aggregate(attendance, facts)).toMatchObject({ amount: null, empty: 'not_additive' });
    expect(valueOf(facts.slice(0, 1), attendance)).toBe(60);
  });
});

describe('what is left out of a total', () => {
  const january = { periodEnd: '2020-02-15' };

  it('makes it a minimum, unless it may be negative', () => {
    const facts = [fact(130, '2020-01', january), fact(100, '2020-02')];
    expect(aggregate(flow, facts)).toMatchObject({
      amount: { value: 130, qualifier: 'at_least' },
      crossings: [{ complete: false }],
    });
    const open = [fact(130, '2020-01', { ...january, qualifier: 'more_than' }), fact(100, '2020-02')];
    expect(aggregate(flow, open).amount).toMatchObject({ value: 130, qualifier: 'more_than' });
    const signed = indicatorRule({ wording: { ...flow.wording, signed: true } });
    const below = [fact(130, '2020-01', { ...january, qualifier: 'less_than' }), fact(100, '2020-02')];
    expect(aggregate(signed, below)).toMatchObject({ amount: null, empty: 'not_additive', lowerBound: null });
  });

  it('is nothing when other values tell its days', () => {
    const facts = [
      fact(130, '2020-01', january),
      fact(100, '2020-02'),
      fact(60, '2020-02', { periodStart: '2020-02-16' }),
    ];
    expect(aggregate(flow, facts).amount).toMatchObject({ value: 190, qualifier: 'exact' });
  });

  it('are channels that do not add up: the largest is what is certain', () => {
    const facts = [fact(60, '2020-07', { channel: 'web' }), fact(40, '2020-07', { channel: 'salon' })];
    const apart = indicatorRule({ aggregationChannel: 'none' });
    expect(aggregate(apart, facts)).toMatchObject({ empty: 'not_additive', lowerBound: { value: 60 } });
    const open = [...facts, fact(60, '2020-07', { channel: 'radio', qualifier: 'more_than' })];
    expect(aggregate(apart, open).lowerBound).toMatchObject({ value: 60, qualifier: 'more_than' });
    const nothing = facts.map((one) => ({
      ...one,
      quantity: { value: 5, valueMax: null, qualifier: 'less_than' as const },
    }));
    expect(aggregate(apart, nothing).lowerBound).toBeNull();
  });

  it('has no reason to give when none was said', () => {
    expect(aggregate(flow, [fact(null, '2020', { absence: null })])).toMatchObject({
      empty: 'absent',
      absence: null,
    });
  });
});

describe('a stock', () => {
  it('is its last known value', () => {
    expect(valueOf([fact(320, '2019-12-20'), fact(400, '2020-12-16'), fact(350, '2020-06-30')], stock)).toBe(
      400,
    );
  });

  it('is the value of the shorter of two periods that end on one day, in either order', () => {
    const [year, december] = [fact(390, '2020'), fact(400, '2020-12')];
    for (const facts of [
      [year, december],
      [december, year],
    ])
      expect(valueOf(facts, stock)).toBe(400);
  });

  it('keeps the last value when a later one was not communicated', () => {
    expect(valueOf([fact(350, '2020-06-30'), fact(null, '2020-12-16')], stock)).toBe(350);
  });

  it('adds the last value of each slice, whatever their days, when no total was declared', () => {
    const facts = [
      fact(10, '2020-01-31', { territory: 'A' }),
      fact(12, '2020-03-31', { territory: 'A' }),
      fact(5, '2020-02-28', { territory: 'B' }),
    ];
    expect(valueOf(facts, stock)).toBe(17);
    expect(valueOf([...facts, fact(20, '2020-01-31')], stock)).toBe(20);
  });
});

describe('what does not add up', () => {
  it('refuses to add unique people over months, and shows a single one', () => {
    const unique = indicatorRule({ nature: 'unique', aggregationTime: 'none' });
    expect(aggregate(unique, [fact(100, '2020-01'), fact(90, '2020-02')])).toMatchObject({
      amount: null,
      empty: 'not_additive',
    });
    expect(valueOf([fact(100, '2020-01')], unique)).toBe(100);
  });

  it('takes the highest when the indicator says so', () => {
    const highest = indicatorRule({ aggregationTime: 'max' });
    expect(valueOf([fact(100, '2020-01'), fact(190, '2020-02'), fact(50, '2020-03')], highest)).toBe(190);
  });
});

describe('what is false once added up', () => {
  it.each(['ratio', 'mean', 'unique', 'context'] as const)(
    'never adds a %s, whatever was asked',
    (nature) => {
      for (const aggregationTime of ['sum', 'last', 'mean', 'none'] as const) {
        const indicator = indicatorRule({ nature, aggregationTime });
        const facts = [fact(30, '2020-01', { campaign: 'A' }), fact(40, '2020-01', { campaign: 'B' })];
        expect(aggregate(indicator, facts)).toMatchObject({ amount: null, empty: 'not_additive' });
        expect(valueOf(facts.slice(0, 1), indicator)).toBe(30);
      }
    },
  );

  it.each(['stock', 'cumulative', 'snapshot'] as const)('replaces a %s by its last value', (nature) => {
    const facts = [fact(320, '2020-01'), fact(400, '2020-12')];
    expect(valueOf(facts, indicatorRule({ nature, aggregationTime: 'sum' }))).toBe(400);
  });

  it('does not add bodies that count the same people', () => {
    const facts = [fact(60, '2020-07', { organisation: 'A' }), fact(40, '2020-07', { organisation: 'B' })];
    expect(valueOf(facts)).toBe(100);
    expect(aggregate(indicatorRule({ overlapping: true }), facts).empty).toBe('not_additive');
  });
});

describe('the highest value', () => {
  const peak = indicatorRule({ aggregationTime: 'max' });

  it('says how many months are missing and is as firm as the least firm of them', () => {
    const facts = [
      fact(100, '2020-01', { marking: 'provisional' }),
      fact(190, '2020-02'),
      fact(null, '2020-03'),
    ];
    expect(aggregate(peak, facts)).toMatchObject({
      amount: { value: 190, qualifier: 'exact' },
      partial: { given: 2, expected: 3 },
      marking: 'provisional',
    });
    expect(aggregate(peak, [fact(null, '2020-03')])).toMatchObject({ amount: null, empty: 'absent' });
  });

  it('is a minimum when another may pass it', () => {
    const facts = [fact(120, '2020-01'), fact(100, '2020-02', { qualifier: 'more_than' })];
    expect(aggregate(peak, facts).amount).toMatchObject({ value: 120, qualifier: 'at_least' });
    const open = [fact(120, '2020-01', { qualifier: 'more_than' }), fact(100, '2020-02')];
    expect(aggregate(peak, open).amount).toMatchObject({ value: 120, qualifier: 'more_than' });
    const range = [
      fact(100, '2020-01', { qualifier: 'between', valueMax: 150 }),
      fact(120, '2020-02', { qualifier: 'at_least' }),
    ];
    expect(aggregate(peak, range).amount).toMatchObject({ value: 100, qualifier: 'at_least' });
  });

  it('stays as it is known where it has no least value', () => {
    const signed = indicatorRule({ aggregationTime: 'max', wording: { ...flow.wording, signed: true } });
    const facts = [
      fact(120, '2020-01', { qualifier: 'less_than' }),
      fact(100, '2020-02', { qualifier: 'more_than' }),
    ];
    expect(aggregate(signed, facts).amount).toMatchObject({ value: 120, qualifier: 'less_than' });
  });

  it('is what unique people of a year are at least', () => {
    const unique = indicatorRule({ nature: 'unique', aggregationTime: 'max' });
    expect(aggregate(unique, [fact(100, '2020-01'), fact(190, '2020-02')]).amount).toMatchObject({
      value: 190,
      qualifier: 'at_least',
    });
    expect(aggregate(unique, [fact(190, '2020-02')]).amount).toMatchObject({ qualifier: 'exact' });
  });

  it('is not that of one territory among several', () => {
    const facts = [fact(60, '2020-07', { territory: 'A' }), fact(40, '2020-07', { territory: 'B' })];
    expect(aggregate(peak, facts).empty).toBe('not_additive');
  });
});

describe('a total, whatever is given', () => {
  const anyFact = fc
    .record({
      value: fc.option(fc.integer({ min: 0, max: 10_000 })),
      period: fc.constantFrom('2020', '2020-ete', '2020-06', '2020-07', '2020-07-14', '2020-12'),
      territory: fc.constantFrom(null, 'A', 'B'),
      channel: fc.constantFrom(null, 'web', 'salon'),
      campaign: fc.constantFrom(null, 'SALON'),
    })
    .map(({ value, period, ...slice }) => fact(value, period, slice));
  const anyFacts = fc.uniqueArray(anyFact, {
    maxLength: 12,
    selector: (one) => [one.periodStart, one.periodEnd, one.territory, one.channel, one.campaign].join('|'),
  });

  it.each([flow, stock])('does not depend on the order of facts', (indicator) => {
    fc.assert(
      fc.property(anyFacts, fc.integer(), (facts, seed) => {
        const turned = facts.toSorted((one, other) => ((one.id * seed) % 7) - ((other.id * seed) % 7));
        expect(valueOf(turned, indicator)).toBe(valueOf(facts, indicator));
      }),
    );
  });

  it('keeps a declared total of the year whatever parts join it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const parts = facts.filter(
          (one) =>
            one.campaign === null && (one.periodStart !== '2020-01-01' || one.territory || one.channel),
        );
        expect(valueOf([...parts, fact(77, '2020')])).toBe(77);
      }),
    );
  });

  it('tells one of three things: an amount, an absence, or why there is neither', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { amount, absence, empty, partial } = aggregate(flow, facts);
        const given = facts.some((one) => one.quantity !== null);
        expect(amount !== null).toBe(given);
        expect(empty).toBe(given ? null : facts.length > 0 ? 'absent' : 'no_measurement');
        expect(absence !== null).toBe(empty === 'absent');
        if (partial) expect(partial.given).toBeLessThan(partial.expected);
      }),
    );
  });
});
