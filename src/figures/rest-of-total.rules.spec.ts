import { fact, indicatorRule } from '../../test/support/facts.js';
import type { IndicatorRule } from './figure-input.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { aggregate } from './aggregation.rules.js';
import { restOf } from './rest-of-total.rules.js';

const flow = indicatorRule();
const stock = indicatorRule({ nature: 'stock', aggregationTime: 'last' });
const rest = (total: MeasurementFact[], parts: MeasurementFact[], indicator: IndicatorRule = flow) =>
  restOf(
    indicator,
    'territory',
    aggregate(indicator, total),
    parts.map((part) => aggregate(indicator, [part])),
  )?.amount;
const of = (value: number | null, territory: string, period = '2020', more: object = {}) =>
  fact(value, period, { territory, ...more });

describe('the rest of a total', () => {
  it('is what its parts do not tell', () => {
    expect(rest([fact(250, '2020')], [of(61, 'A'), of(54, 'B')])).toMatchObject({
      value: 135,
      qualifier: 'exact',
    });
    expect(rest([fact(250, '2020')], [of(61, 'A'), of(null, 'B')])).toMatchObject({ value: 189 });
    expect(rest([fact(400, '2020', { qualifier: 'nearly' })], [of(300, 'A')])).toMatchObject({
      value: 100,
      qualifier: 'nearly',
      interval: { lower: 80, upper: 100, upperOpen: true },
    });
    const range = fact(400, '2020', { qualifier: 'between', valueMax: 500 });
    expect(rest([range], [of(300, 'A')])).toMatchObject({ value: 100, valueMax: 200, qualifier: 'between' });
    const open = fact(400, '2020', { qualifier: 'more_than' });
    expect(rest([open], [of(300, 'A')])).toMatchObject({ value: 100, interval: { upper: null } });
  });

  it('is none where nothing remains for certain', () => {
    expect(rest([fact(115, '2020')], [of(61, 'A'), of(54, 'B')])).toBeUndefined();
    expect(rest([fact(100, '2020')], [of(61, 'A'), of(54, 'B')])).toBeUndefined();
    expect(rest([fact(400, '2020', { qualifier: 'less_than' })], [of(61, 'A')])).toBeUndefined();
    expect(
      rest(
        [fact(400, '2020')],
        [of(61, 'A', '2020', { quantity: { value: 61, valueMax: null, qualifier: 'about' } })],
      ),
    ).toBeUndefined();
    expect(rest([fact(400, '2020')], [of(null, 'A')])).toBeUndefined();
    expect(rest([fact(400, '2020')], [])).toBeUndefined();
    expect(rest([fact(null, '2020')], [of(61, 'A')])).toBeUndefined();
    const signed = indicatorRule({ wording: { ...flow.wording, signed: true } });
    expect(rest([fact(4, '2020', { qualifier: 'less_than' })], [of(1, 'A')], signed)).toBeUndefined();
  });

  it('is none of parts that make the whole, or that overlap', () => {
    for (const other of [
      { exhaustive: true },
      { overlapping: true },
      { aggregationTerritory: 'none' as const },
    ]) {
      expect(rest([fact(250, '2020')], [of(61, 'A')], indicatorRule(other))).toBeUndefined();
    }
  });

  it('of a state is taken on one day', () => {
    const total = [fact(100, '2020-12-31')];
    expect(rest(total, [of(60, 'A', '2020-12-31')], stock)).toMatchObject({ value: 40 });
    expect(rest(total, [of(60, 'A', '2020-06-30')], stock)).toBeUndefined();
  });
});
