import { fact, indicatorRule, targetRule } from '../../test/support/facts.js';
import { toAmount } from '../kernel/figure.rules.js';
import { figureAnswer } from './figure-answer.rules.js';
import type { FiguresInput } from './figure-input.types.js';
import { figureOf } from './figure.rules.js';

const base = indicatorRule().wording;
const cost = indicatorRule({ code: 'COUT', wording: { ...base, decimals: 2, symbol: '€' } });
const part = indicatorRule({ code: 'DONT', subsetOf: 'COUT', wording: { ...base, decimals: 2 } });
const SALON = { code: 'OP-2020-SALON', name: 'Salon', shortName: 'Salon' };
const input = (rest: Partial<FiguresInput>): FiguresInput => ({
  year: 2020,
  period: { start: '2020-01-01', end: '2020-12-31' },
  at: '2020-12-31',
  today: '2021-03-01',
  exerciceIsOver: true,
  indicators: [cost, part],
  campaigns: [SALON],
  facts: [],
  targets: [],
  baselines: [],
  opinions: [],
  labels: {
    territory: new Map([
      ['A', 'Même nom'],
      ['B', 'Même nom'],
    ]),
    channel: new Map(),
    organisation: new Map(),
  },
  ...rest,
});
const of = (value: number | null, rest: Parameters<typeof fact>[2] = {}) =>
  fact(value, '2020-01', { indicator: 'COUT', campaign: SALON.code, ...rest });
const answer = (rest: Partial<FiguresInput>, campaign: typeof SALON | null = null) =>
  figureAnswer(figureOf(cost, campaign, input(rest)));

describe('a figure as the API gives it', () => {
  it('counts in the unit of the indicator, down to the bounds', () => {
    const given = answer({ facts: [of(1_250, { qualifier: 'between', valueMax: 1_305 })] }, SALON);
    expect(given).toMatchObject({
      indicator: 'COUT',
      campaign: SALON.code,
      value: 12.5,
      valueMax: 13.05,
      qualifier: 'between',
      lower: 12.5,
      upper: 13.05,
      status: 'validated',
    });
    expect(given).not.toHaveProperty('target');
    expect(answer({ facts: [of(1_250, { qualifier: 'more_than' })] })).toMatchObject({ upper: null });
  });

  it('says why there is no value, and what was noted', () => {
    expect(answer({ facts: [of(null, { note: 'CCI' })] })).toMatchObject({
      value: null,
      lower: null,
      upper: null,
      qualifier: null,
      empty: 'absent',
      absence: 'not_communicated',
      note: 'CCI',
    });
    expect(answer({})).toMatchObject({ empty: 'no_measurement', assessment: 'no_target' });
  });

  it('says what is certain of what does not add up, and what a reader must know', () => {
    const people = indicatorRule({ code: 'PERSONNES', nature: 'unique', aggregationTime: 'none' });
    const facts = [fact(900, '2020-04'), fact(1_200, '2020-05')].map((one) => ({
      ...one,
      indicator: people.code,
    }));
    const given = figureAnswer(figureOf(people, null, input({ indicators: [people], facts })));
    expect(given.lowerBound).toEqual({ value: 1_200, qualifier: 'at_least', text: 'au moins 1\u202f200' });
    expect(given).not.toHaveProperty('issues');
    const whole = [of(100), of(60, { channel: 'web' }), of(50, { channel: 'salon' })];
    expect(answer({ facts: whole }).issues).toMatchObject([{ kind: 'parts_differ', measurements: 3 }]);
  });

  it('tells the way made, what is thought of it and what one result cost', () => {
    const subscribers = indicatorRule({ code: 'ABONNES', nature: 'stock', aggregationTime: 'last' });
    const before = toAmount({ value: 100, valueMax: null, qualifier: 'exact' });
    const found = figureOf(
      subscribers,
      null,
      input({
        indicators: [subscribers],
        facts: [fact(250, '2020-12-31', { indicator: 'ABONNES' })],
        targets: [targetRule(300, { indicator: 'ABONNES' })],
        baselines: [{ indicator: 'ABONNES', campaign: null, periodEnd: '2019-12-31', amount: before }],
        opinions: [
          {
            indicator: 'ABONNES',
            campaign: null,
            opinion: 'achievable',
            reason: 'Deux envois de plus',
            givenOn: '2020-12-16',
            givenIn: null,
          },
        ],
      }),
    );
    expect(figureAnswer(found)).toMatchObject({
      progress: { value: 75, text: '75\u00a0%', baseline: { value: 100, text: '100' } },
      opinion: { opinion: 'achievable', label: 'Atteignable', contradicts: true },
      assessment: 'late',
    });
    expect(figureAnswer(found)).not.toHaveProperty('costPerResult');
    const costPerResult = { kind: 'not_computable', reason: 'partial', text: 'dépense partielle' } as const;
    expect(figureAnswer({ ...found, costPerResult }).costPerResult).toMatchObject({
      reason: 'partial',
      text: 'dépense partielle',
    });
  });

  it('holds its parts, its slices in one order, its target and what is missing', () => {
    const target = targetRule(2_000, { indicator: 'COUT' });
    const facts = [
      of(500, { territory: 'B' }),
      of(500, { territory: 'A' }),
      of(null, { territory: 'Z' }),
      fact(250, '2020-01', { indicator: 'DONT', campaign: SALON.code }),
    ];
    expect(answer({ facts, targets: [target] })).toMatchObject({
      value: 10,
      partial: { given: 2, expected: 3 },
      parts: [{ indicator: 'DONT', value: 2.5 }],
      breakdown: [
        { dimension: 'territory', key: 'A', value: 5, qualifier: 'exact' },
        { dimension: 'territory', key: 'B' },
        { key: 'Z', label: 'Z', value: null, qualifier: null, text: expect.stringMatching(/^n\.\sc\.$/) },
      ],
      target: { value: 20, qualifier: 'exact' },
      attainment: { value: 50, lower: 50, upper: 50 },
      assessment: 'late',
      expectedToDate: { value: 20, text: '20 €'.replace(' ', '\u00a0'), path: 'linear' },
    });
    const nothing = { ...target, amount: toAmount({ value: 0, valueMax: null, qualifier: 'exact' }, {}) };
    expect(answer({ facts: [of(100)], targets: [nothing] }).attainment).toMatchObject({
      reason: 'zero_denominator',
    });
    expect(answer({ facts: facts.slice(3).concat(of(1_000)) }).parts?.[0]?.shareOfParent).toMatchObject({
      value: 25,
    });
  });
});
