import { coherenceIssues, DEFAULT_OPERATORS } from './indicator-definition.rules.js';
import { NATURES, type IndicatorDefinition } from './indicator.types.js';

const FLOW: IndicatorDefinition = {
  code: 'VUES',
  position: 1,
  name: 'Vues',
  shortName: 'Vues',
  labelOne: 'vue',
  labelOther: 'vues',
  sentenceOne: null,
  sentenceOther: null,
  elision: false,
  unit: 'vue',
  symbol: null,
  decimals: 0,
  signed: false,
  nature: 'flow',
  ...DEFAULT_OPERATORS.flow,
  direction: 'up',
  chainLevel: 'output',
  keyFigure: false,
  overlapping: false,
  carriesLastValue: false,
  subsetOf: null,
  numerator: null,
  denominator: null,
  factor: 1,
  chainAfter: null,
  exhaustive: false,
  carryMaxDays: null,
  restartsOn: null,
  costKind: null,
  method: null,
  producer: null,
  owner: null,
  frequency: null,
  dueDays: null,
  definition: null,
  note: null,
};
const paths = (changes: Partial<IndicatorDefinition>): string[] =>
  coherenceIssues({ ...FLOW, ...changes }).map(({ path }) => path);

describe('a definition that holds together', () => {
  it.each(NATURES)('adds up as its nature does by default: %s', (nature) => {
    expect(paths({ nature, ...DEFAULT_OPERATORS[nature] })).toEqual([]);
  });

  it.each<[string, Partial<IndicatorDefinition>]>([
    [
      'a rate with both terms',
      { nature: 'ratio', ...DEFAULT_OPERATORS.ratio, numerator: 'A', denominator: 'B', factor: 100 },
    ],
    ['a rate that is given, not computed', { nature: 'ratio', ...DEFAULT_OPERATORS.ratio }],
    ['a weighted mean', { nature: 'mean', ...DEFAULT_OPERATORS.mean, denominator: 'B' }],
    [
      'a stock that is carried for a year',
      { nature: 'stock', ...DEFAULT_OPERATORS.stock, carriesLastValue: true, carryMaxDays: 365 },
    ],
    [
      'a running total that restarts',
      { nature: 'cumulative', ...DEFAULT_OPERATORS.cumulative, restartsOn: '01-01' },
    ],
    [
      'the highest of unique people',
      { nature: 'unique', ...DEFAULT_OPERATORS.unique, aggregationTime: 'max' },
    ],
    ['both sentences', { sentenceOne: 'vue a été comptée', sentenceOther: 'vues ont été comptées' }],
  ])('may be %s', (_name, changes) => {
    expect(paths(changes)).toEqual([]);
  });

  it.each<[string, Partial<IndicatorDefinition>, string[]]>([
    ['a stock summed over time', { nature: 'stock', ...DEFAULT_OPERATORS.flow }, ['aggregationTime']],
    ['a running total summed', { nature: 'cumulative', ...DEFAULT_OPERATORS.flow }, ['aggregationTime']],
    ['a snapshot summed', { nature: 'snapshot', ...DEFAULT_OPERATORS.flow }, ['aggregationTime']],
    [
      'unique people summed',
      { nature: 'unique', ...DEFAULT_OPERATORS.flow },
      ['aggregationTime', 'aggregationTerritory', 'aggregationChannel'],
    ],
    [
      'rates averaged',
      { nature: 'ratio', ...DEFAULT_OPERATORS.ratio, aggregationTime: 'mean' },
      ['aggregationTime'],
    ],
    [
      'context summed',
      { nature: 'context', ...DEFAULT_OPERATORS.unique, aggregationChannel: 'sum' },
      ['aggregationChannel'],
    ],
    [
      'means summed',
      { nature: 'mean', ...DEFAULT_OPERATORS.unique, aggregationTerritory: 'sum' },
      ['aggregationTerritory'],
    ],
    ['overlapping parts that make the total', { exhaustive: true, overlapping: true }, ['exhaustive']],
    [
      'terms of what is no rate',
      { numerator: 'A', denominator: 'B', factor: 100 },
      ['numerator', 'denominator', 'factor'],
    ],
    [
      'a rate without denominator',
      { nature: 'ratio', ...DEFAULT_OPERATORS.ratio, numerator: 'A' },
      ['denominator'],
    ],
    [
      'a rate without numerator',
      { nature: 'ratio', ...DEFAULT_OPERATORS.ratio, denominator: 'A' },
      ['numerator'],
    ],
    ['a flow that is carried', { carriesLastValue: true }, ['carriesLastValue']],
    ['an age for what is not carried', { carryMaxDays: 30 }, ['carryMaxDays']],
    ['a flow that restarts', { restartsOn: '01-01' }, ['restartsOn']],
    ['a plural sentence alone', { sentenceOther: 'vues ont été comptées' }, ['sentenceOne']],
    ['a singular sentence alone', { sentenceOne: 'vue a été comptée' }, ['sentenceOther']],
  ])('is never %s', (_name, changes, expected) => {
    expect(paths(changes)).toEqual(expected);
  });
});
