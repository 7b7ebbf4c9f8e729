import { toAmount } from '../kernel/figure.rules.js';
import { seriesAnswer } from './series-answer.rules.js';
import type { SpannedPoint } from './series.types.js';

const HEADING = {
  indicator: 'COUT',
  unit: '€',
  from: '2020-01-01',
  to: '2020-01-31',
  grain: 'month',
} as const;
const POINT: SpannedPoint = {
  period: '2020-01',
  amount: toAmount({ value: 1_250, valueMax: 2_000, qualifier: 'between' }),
  absence: null,
  empty: null,
  partial: { given: 3, expected: 4 },
  text: 'entre 12,5\u00a0€ et 20\u00a0€',
  marking: 'provisional',
};

describe('a series as the API gives it', () => {
  it('is in the unit of the indicator, with the slice of each point', () => {
    const lines = [{ slice: { key: 'A', label: 'Alpha' }, points: [POINT] }];
    expect(seriesAnswer(HEADING, { lines, undated: [], notes: [] }, 2)).toEqual({
      ...HEADING,
      items: [
        {
          period: '2020-01',
          key: 'A',
          label: 'Alpha',
          value: 12.5,
          valueMax: 20,
          qualifier: 'between',
          lower: 12.5,
          upper: 20,
          absence: null,
          partial: { given: 3, expected: 4 },
          text: 'entre 12,5\u00a0€ et 20\u00a0€',
          marking: 'provisional',
        },
      ],
    });
  });

  it('says why a point is empty, and what a running total brought', () => {
    const empty: SpannedPoint = {
      ...POINT,
      amount: null,
      empty: 'no_measurement',
      partial: null,
      flow: null,
    };
    const flow = { amount: toAmount({ value: 300, valueMax: null, qualifier: 'exact' }), text: '3' };
    const lines = [{ slice: null, points: [empty, { ...POINT, flow }] }];
    const { items } = seriesAnswer(HEADING, { lines, undated: [], notes: [] }, 2);
    expect(items).toEqual([
      expect.objectContaining({ value: null, empty: 'no_measurement', flow: null }),
      expect.objectContaining({ flow: { value: 3, qualifier: 'exact', lower: 3, upper: 3, text: '3' } }),
    ]);
  });

  it('tells longer periods and notes only when there are some', () => {
    const undated = [
      { start: '2020-01-01', end: '2020-12-31', point: { ...POINT, amount: null, partial: null } },
    ];
    const answer = seriesAnswer(HEADING, { lines: [], undated, notes: ['Une note.'] }, 2);
    expect(answer.undated).toEqual([
      expect.objectContaining({
        periodStart: '2020-01-01',
        periodEnd: '2020-12-31',
        value: null,
        lower: null,
      }),
    ]);
    expect(answer.notes).toEqual(['Une note.']);
  });
});
