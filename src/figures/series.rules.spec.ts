import { expect } from '@jest/globals';
import fc from 'fast-check';
import { fact, indicatorRule } from '../../test/support/facts.js';
import { monthsBetween, parsePeriodText, yearPeriod } from '../kernel/period.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { refuseManySlices, spanHolding, spansOf } from './series-spans.rules.js';
import { seriesOf } from './series.rules.js';
import type { Grain, Series, SeriesInput } from './series.types.js';

function windowOf(from: string, to: string): { start: string; end: string } {
  return { start: String(parsePeriodText(from)?.start), end: String(parsePeriodText(to)?.end) };
}

function read(
  facts: MeasurementFact[],
  {
    grain = 'month',
    from = '2020',
    to = '2020',
    ...rest
  }: Partial<SeriesInput> & { from?: string; to?: string } = {},
): Series {
  const indicator = rest.indicator ?? indicatorRule();
  return seriesOf({
    indicator,
    indicators: [indicator],
    today: '2022-12-31',
    flow: false,
    grain,
    spans: spansOf(grain, windowOf(from, to), yearPeriod),
    startOfExercice: (day) => `${day.slice(0, 4)}-01-01`,
    facts,
    by: null,
    labels: new Map(),
    ...rest,
  });
}

const texts = ({ lines }: Series): string[][] => lines.map(({ points }) => points.map(({ text }) => text));
const told = ({ lines }: Series): string[] =>
  (lines[0]?.points ?? []).flatMap(({ period, text, empty }) =>
    empty === 'no_measurement' ? [] : [`${period} ${text}`],
  );

describe('points of a series', () => {
  it('are all there, empty before anything was said', () => {
    const { lines, undated, notes } = read([fact(450, '2020-01')], { to: '2020-03' });
    expect(texts({ lines, undated, notes })).toEqual([['450', '–', '–']]);
    expect(lines[0]?.points[1]).toEqual({
      period: '2020-02',
      amount: null,
      absence: null,
      empty: 'no_measurement',
      partial: null,
      text: '–',
      marking: 'final',
    });
    expect([undated, notes]).toEqual([[], []]);
  });

  it('hold what lies in them: a month stands for its days', () => {
    const facts = [
      fact(100, '2020-01'),
      fact(30, '2020-01-05'),
      fact(40, '2020-02-05'),
      fact(5, '2020-02-29'),
    ];
    expect(told(read(facts))).toEqual(['2020-01 100', '2020-02 45']);
    expect(told(read(facts, { grain: 'day' }))).toEqual(['2020-01-05 30', '2020-02-05 40', '2020-02-29 5']);
    expect(told(read(facts, { grain: 'year' }))).toEqual(['2020 145']);
  });

  it('say an absence, a qualifier and a marking', () => {
    const facts = [
      fact(null, '2020-01'),
      fact(13_000, '2020-02', { qualifier: 'more_than', marking: 'provisional' }),
    ];
    const [january, february] = read(facts).lines[0]?.points ?? [];
    expect(january).toMatchObject({ absence: 'not_communicated', empty: 'absent', text: 'n.\u00a0c.' });
    expect(february).toMatchObject({ text: 'plus de 13\u202f000', marking: 'provisional' });
  });

  it('tell apart what is given for longer, never spread', () => {
    const facts = [fact(250, '2020-ete'), fact(20, '2020-05'), fact(500, '2020'), fact(9, '2019')];
    const series = read(facts, { to: '2020-08' });
    expect(told(series)).toEqual(['2020-05 20']);
    expect(series.undated.map(({ start, end, point }) => [start, end, point.text])).toEqual([
      ['2020-01-01', '2020-12-31', '500'],
      ['2020-06-01', '2020-09-30', '250'],
    ]);
    expect(series.notes).toEqual([
      '2 périodes avec une valeur sont plus longues qu’un mois\u00a0: rien n’en est réparti sur les points, voir «\u00a0undated\u00a0».',
    ]);
    expect(read([fact(250, '2020-ete')]).notes[0]).toMatch(
      /^Une période avec une valeur est plus longue qu’un mois/,
    );
    expect(read(facts, { grain: 'year' }).undated).toEqual([]);
  });

  it('tell at most a hundred longer periods, and how many there are', () => {
    const months = monthsBetween('2010-01', '2018-12').map((month) => fact(1, month));
    const { undated, notes } = read(months, { grain: 'day', from: '2010', to: '2018' });
    expect(undated).toHaveLength(100);
    expect(notes[0]).toBe(
      '108 périodes avec une valeur sont plus longues qu’un jour\u00a0: rien n’en est réparti sur les points, voir «\u00a0undated\u00a0», dont les 100 premières.',
    );
  });

  it('say of how many parts a partial point is made', () => {
    const facts = [fact(3, '2020-01', { channel: 'A' }), fact(null, '2020-01', { channel: 'B' })];
    expect(read(facts).lines[0]?.points[0]?.partial).toEqual({ given: 1, expected: 2 });
  });

  it('do not add what does not add up', () => {
    const unique = indicatorRule({ nature: 'unique' });
    const facts = [fact(10, '2020-01-05'), fact(12, '2020-01-06')];
    expect(told(read(facts, { indicator: unique }))).toEqual(['2020-01 non cumulable']);
  });

  it('keep the last known stock from one exercice to the next, not from one month to the next', () => {
    const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last', carriesLastValue: true });
    const facts = [fact(320, '2019-12-20'), fact(400, '2021-06-30')];
    const window = { from: '2019', to: '2022' };
    expect(texts(read(facts, { indicator: stock, grain: 'year', ...window }))).toEqual([
      ['320', '320', '400', '400'],
    ]);
    expect(told(read(facts, { indicator: stock, ...window }))).toEqual(['2019-12 320', '2021-06 400']);
  });

  it('keep of a running total the last reading of each channel, from before the window too', () => {
    const views = indicatorRule({ nature: 'snapshot', aggregationTime: 'last' });
    const facts = [
      fact(500, '2019-12', { channel: 'instagram' }),
      fact(90, '2020-04', { channel: 'facebook' }),
      fact(40, '2020-04-20', { channel: 'instagram' }),
      fact(95, '2020-05-12', { channel: 'facebook' }),
      fact(60, '2020-07-01', { channel: 'instagram' }),
    ];
    expect(told(read(facts, { indicator: views }))).toEqual(['2020-04 130', '2020-05 135', '2020-07 155']);
    expect(told(read(facts, { indicator: views, from: '2020-05', to: '2020-06' }))).toEqual(['2020-05 135']);
    expect(told(read(facts, { indicator: views, grain: 'day', to: '2020-06' }))).toEqual([
      '2020-04-20 40',
      '2020-05-12 135',
    ]);
    const labels = new Map(['facebook', 'instagram'].map((name) => [name, name]));
    const window = { from: '2020-05', to: '2020-06' };
    const by = read(facts.slice(0, 4), { indicator: views, by: 'channel', labels, ...window });
    expect(by.lines.map(({ slice, points }) => [slice?.key, points.map(({ text }) => text)])).toEqual([
      ['facebook', ['95', '–']],
    ]);
  });

  it('recompute a rate from the sums of its terms, point by point', () => {
    const [above, below] = [indicatorRule({ code: 'A' }), indicatorRule({ code: 'B' })];
    const rate = indicatorRule({
      nature: 'ratio',
      numerator: 'A',
      denominator: 'B',
      factor: 100,
      wording: { ...above.wording, symbol: '%' },
    });
    const facts = [
      fact(1, '2020-01-01', { indicator: 'A' }),
      fact(5, '2020-01-02', { indicator: 'A' }),
      fact(2, '2020-01-01', { indicator: 'B' }),
      fact(10, '2020-01-02', { indicator: 'B' }),
    ];
    expect(told(read(facts, { indicator: rate, indicators: [rate, above, below] }))).toEqual([
      '2020-01 50\u00a0%',
    ]);
  });

  it('give the differences of a running total beside its values', () => {
    const families = indicatorRule({ nature: 'cumulative' });
    const facts = [fact(100, '2019-12-31'), fact(130, '2020-01-31'), fact(125, '2020-03-31')];
    const { lines } = read(facts, { indicator: families, flow: true, to: '2020-03' });
    expect(
      lines[0]?.points.map(({ text, flow }) => [text, flow === undefined ? '' : (flow?.text ?? null)]),
    ).toEqual([
      ['130', '30'],
      ['–', null],
      ['125', '\u22125'],
    ]);
  });

  it('does not let a day or a month grow too old', () => {
    const stock = indicatorRule({ nature: 'stock', carriesLastValue: true, carryMaxDays: 5 });
    expect(told(read([fact(320, '2020-01-02')], { indicator: stock }))).toEqual(['2020-01 320']);
    expect(told(read([fact(320, '2020-01-02')], { indicator: stock, grain: 'year' }))).toEqual([
      '2020 n.\u00a0d.',
    ]);
  });

  it('go by slices, in the order of their labels, and say what belongs to none', () => {
    const labels = new Map([
      ['B', 'Bœuf'],
      ['A', 'Agneau'],
      ['C', 'Canard'],
    ]);
    const facts = [
      fact(1, '2020-01', { channel: 'A' }),
      fact(2, '2020-02', { channel: 'B' }),
      fact(9, '2020-01'),
    ];
    const series = read(facts, { by: 'channel', labels, to: '2020-02' });
    expect(series.lines.map(({ slice }) => [slice?.key, slice?.label])).toEqual([
      ['B', 'Bœuf'],
      ['A', 'Agneau'],
    ]);
    expect(texts(series)).toEqual([
      ['–', '2'],
      ['1', '–'],
    ]);
    expect(series.notes).toEqual([
      'Des valeurs données tous canaux réunis ne figurent pas dans cette série\u00a0: demandez-la sans «\u00a0by\u00a0».',
    ]);
    expect(read(facts, { by: 'territory', labels }).lines).toEqual([]);
  });

  it('add up to the exercice when all is given by month or day, whatever the order', () => {
    const month = fc.constantFrom(...monthsBetween('2020-01', '2020-12'));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(month, fc.nat(1_000)), { selector: ([name]) => name }),
        (values) => {
          const facts = values.map(([period, value]) => fact(value, period));
          const sum = (read(facts).lines[0]?.points ?? []).reduce(
            (all, point) => all + (point.amount?.value ?? 0),
            0,
          );
          expect(sum).toBe(aggregate(indicatorRule(), facts).amount?.value ?? 0);
          expect(read(facts.toReversed())).toEqual(read(facts));
        },
      ),
      { seed: 46 },
    );
  });
});

describe('the spans of a series', () => {
  const spans = (grain: Grain, from: string, to: string) => spansOf(grain, windowOf(from, to), yearPeriod);

  it('are whole days, months or exercices', () => {
    expect(spans('month', '2020-01-15', '2020-02')).toEqual([
      { period: '2020-01', start: '2020-01-01', end: '2020-01-31' },
      { period: '2020-02', start: '2020-02-01', end: '2020-02-29' },
    ]);
    expect(spans('day', '2020-02-28', '2020-03-01').map(({ period }) => period)).toEqual([
      '2020-02-28',
      '2020-02-29',
      '2020-03-01',
    ]);
    expect(spans('year', '2019-05', '2020').map(({ period }) => period)).toEqual(['2019', '2020']);
  });

  it('are refused in reverse or beyond what somebody reads, saying what to write', () => {
    expect(() => spans('month', '2020-02', '2020-01')).toThrow('La période de la série est à corriger.');
    expect(spans('day', '2011-01-01', '2020-12-31')).toHaveLength(3_653);
    for (const [grain, from, wanted] of [
      [
        'day',
        '2010',
        /compterait 4\u202f018 points.*3\u202f660 au plus\u00a0: demandez un grain plus large \(«\u00a0grain=month\u00a0»\)/,
      ],
      ['month', '1000', /«\u00a0grain=year\u00a0»/],
      ['year', '0001', null],
    ] as const) {
      if (wanted === null) expect(spans(grain, from, '2020')).toHaveLength(2_020);
      else expect(issueOf(() => spans(grain, from, '2020'))).toMatch(wanted);
    }
    expect(issueOf(() => spans('year', '0001', '9999'))).toMatch(/demandez une période plus courte\.$/);
    expect(issueOf(() => refuseManySlices(313, 366, 'day'))).toMatch(
      /compterait 114\u202f558 points.*36\u202f600 au plus/,
    );
    expect(() => refuseManySlices(3, 366, 'day')).not.toThrow();
  });

  it('find their own days in any order', () => {
    const months = spans('month', '2020-01', '2020-12');
    const at = (start: string, end: string, grain: Grain = 'month') =>
      spanHolding(months, grain, { start, end })?.period ?? null;
    expect(at('2020-02-01', '2020-02-29')).toBe('2020-02');
    expect(at('2020-12-31', '2020-12-31')).toBe('2020-12');
    expect(at('2020-01-31', '2020-02-01')).toBeNull();
    expect(at('2019-12-31', '2019-12-31')).toBeNull();
    expect(at('2021-01-01', '2021-01-01')).toBeNull();
    const years = spans('year', '2019', '2020');
    expect(spanHolding(years, 'year', { start: '2018-09-01', end: '2019-08-31' })?.period).toBe('2019');
  });

  function issueOf(run: () => unknown): string {
    try {
      run();
    } catch (error) {
      return (error as { issues: { message: string }[] }).issues[0]?.message ?? '';
    }
    return '';
  }
});
