import type { FiguresInput, IndicatorRule, TargetRule } from '../../src/figures/figure-input.types.js';
import { toAmount } from '../../src/kernel/figure.rules.js';
import type { Qualifier } from '../../src/kernel/figure.types.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import type { MeasurementFact } from '../../src/measurements/measurement.types.js';

let nextId = 1;

/** A validated fact from what matters to a test: `fact(450, '2020-01', { campaign: 'SALON' })`. */
export function fact(
  value: number | null,
  period: string,
  rest: Partial<MeasurementFact> & { qualifier?: Qualifier; valueMax?: number } = {},
): MeasurementFact {
  const { qualifier = 'exact', valueMax = null, ...others } = rest;
  const span = parsePeriodText(period);
  if (!span) throw new Error(`${period} is not a period`);
  return {
    id: nextId++,
    version: 1,
    indicator: 'VISITEURS',
    campaign: null,
    territory: null,
    channel: null,
    organisation: null,
    periodStart: span.start,
    periodEnd: span.end,
    precision: span.precision,
    quantity: value === null ? null : { value, valueMax, qualifier },
    absence: value === null ? 'not_communicated' : null,
    status: 'validated',
    marking: 'final',
    source: 'Compteur',
    note: null,
    recordedAt: '2020-12-17T08:00:00Z',
    ...others,
  };
}

/** A counted flow, summed on every axis, unless said otherwise. */
export function indicatorRule(rest: Partial<IndicatorRule> = {}): IndicatorRule {
  return {
    code: 'VISITEURS',
    name: 'Visiteurs',
    shortName: 'Visiteurs',
    nature: 'flow',
    aggregationTime: 'sum',
    aggregationTerritory: 'sum',
    aggregationChannel: 'sum',
    overlapping: false,
    direction: 'up',
    keyFigure: true,
    chainLevel: 'output',
    unit: 'personne',
    definition: null,
    note: null,
    wording: {
      labelOne: 'visiteur accueilli',
      labelOther: 'visiteurs accueillis',
      elision: false,
      decimals: 0,
      symbol: null,
      signed: false,
    },
    sentenceOne: null,
    sentenceOther: null,
    subsetOf: null,
    numerator: null,
    denominator: null,
    factor: 1,
    chainAfter: null,
    exhaustive: false,
    carryMaxDays: null,
    carriesLastValue: false,
    restartsOn: null,
    costKind: null,
    frequency: null,
    version: 1,
    validFrom: null,
    ...rest,
  };
}

/** A target of 2020 that is reached evenly, unless said otherwise. */
export function targetRule(
  value: number,
  rest: Partial<TargetRule> & { qualifier?: Qualifier; valueMax?: number } = {},
): TargetRule {
  const { qualifier = 'exact', valueMax = null, ...others } = rest;
  return {
    indicator: 'VISITEURS',
    campaign: null,
    periodStart: '2020-01-01',
    periodEnd: '2020-12-31',
    amount: toAmount({ value, valueMax, qualifier }),
    decidedBy: null,
    decidedIn: null,
    version: 1,
    path: 'linear',
    steps: [],
    window: null,
    ...others,
  };
}

/** The exercice 2020, over, without anything in it but what is given. */
export function figuresInput(rest: Partial<FiguresInput> = {}): FiguresInput {
  return {
    year: 2020,
    period: { start: '2020-01-01', end: '2020-12-31' },
    at: '2020-12-31',
    today: '2021-03-01',
    exerciceIsOver: true,
    indicators: [],
    campaigns: [],
    facts: [],
    targets: [],
    baselines: [],
    opinions: [],
    labels: { territory: new Map(), channel: new Map(), organisation: new Map() },
    ...rest,
  };
}
