import type { Amount, Qualifier, Wording } from '../../src/kernel/figure.types.js';
import { figureText, labelFor } from '../../src/kernel/figure-text.rules.js';
import { formatPeriod } from '../../src/kernel/french-date.rules.js';
import { formatQuantity, formatRate } from '../../src/kernel/french-number.rules.js';
import { capitalise, slug } from '../../src/kernel/french-text.rules.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import type { ToldEvent } from '../../src/figures/chart-events.rules.js';
import type { Figure } from '../../src/figures/figures.types.js';

/** What a test says of a figure; everything else follows as the figures service would make it. */
export interface FigureSketch {
  code: string;
  name?: string;
  shortName?: string;
  label?: [one: string, other: string];
  /** What follows the number in the sentence, when it is not the label. */
  narrative?: string;
  value?: number | null;
  valueMax?: number;
  qualifier?: Qualifier;
  symbol?: string | null;
  signed?: boolean;
  decimals?: number;
  unit?: string;
  nature?: Figure['indicator']['nature'];
  keyFigure?: boolean;
  costKind?: Figure['indicator']['costKind'];
  direction?: Figure['indicator']['direction'];
  absence?: Figure['absence'];
  empty?: Figure['empty'];
  marking?: Figure['marking'];
  issues?: Figure['issues'];
  campaign?: Figure['campaigns'][number];
  period?: string;
  target?: number;
  subsets?: FigureSketch[];
  source?: string | null;
  note?: string | null;
  definition?: string | null;
}

/** The amount that a value and its qualifier stand for, with the bounds that matter to a test. */
export function amountOf(
  value: number,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
): Amount {
  const upper = qualifier === 'more_than' || qualifier === 'at_least' ? null : (valueMax ?? value);
  return {
    value,
    valueMax,
    qualifier,
    interval: {
      lower: value,
      lowerOpen: qualifier === 'more_than',
      upper,
      upperOpen: qualifier === 'nearly',
    },
  };
}

/** A figure of 2020 from a sketch of it. */
export function buildFigure(sketch: FigureSketch, parent: string | null = null): Figure {
  const [labelOne, labelOther] = sketch.label ?? [sketch.name ?? sketch.code, sketch.name ?? sketch.code];
  const wording: Wording = {
    labelOne,
    labelOther,
    elision: false,
    decimals: sketch.decimals ?? 0,
    symbol: sketch.symbol ?? null,
    signed: sketch.signed ?? false,
  };
  const given = sketch.value ?? null;
  const amount = given === null ? null : amountOf(given, sketch.qualifier, sketch.valueMax ?? null);
  const written = amount === null ? null : formatQuantity(amount, wording);
  const subsets = (sketch.subsets ?? []).map((subset) =>
    buildFigure(
      { campaign: sketch.campaign, period: sketch.period, source: sketch.source, ...subset },
      sketch.code,
    ),
  );
  const dont = subsets.map((subset) => `, dont ${subset.text}`).join('');
  const narrated =
    written === null || amount === null
      ? null
      : `${written.text} ${sketch.narrative ?? labelFor(amount, wording)}`;
  const period = parsePeriodText(sketch.period ?? '2020');
  const rate = sketch.target === undefined || given === null ? null : (given / sketch.target) * 100;
  const attainment =
    rate === null
      ? null
      : ({ kind: 'rate', value: rate, lower: rate, upper: rate, qualifier: 'exact' } as const);
  return {
    indicator: {
      code: sketch.code,
      slug: slug(sketch.code),
      name: sketch.name ?? capitalise(labelOther),
      shortName: sketch.shortName ?? sketch.name ?? capitalise(labelOther),
      nature: sketch.nature ?? 'flow',
      keyFigure: sketch.keyFigure ?? true,
      direction: sketch.direction ?? 'up',
      costKind: sketch.costKind ?? null,
      unit: sketch.unit ?? 'unité',
      definition: sketch.definition ?? null,
      note: sketch.note ?? null,
      wording,
    },
    campaign: null,
    year: 2020,
    at: '2020-12-31',
    amount,
    empty:
      sketch.empty ?? (amount !== null ? null : sketch.absence === undefined ? 'no_measurement' : 'absent'),
    absence: sketch.absence ?? null,
    lowerBound: null,
    marking: sketch.marking ?? 'final',
    qualifierText: written?.qualifier ?? null,
    numberText: written?.number ?? null,
    text: amount === null ? 'non communiqué' : figureText(amount, wording),
    sentence: narrated === null ? `${sketch.name ?? sketch.code} : non communiqué` : `${narrated}${dont}`,
    partial: null,
    subsets,
    subsetOf: parent,
    breakdown: [],
    perimeter: { territory: null, channel: null, organisation: null },
    campaigns: sketch.campaign === undefined ? [] : [sketch.campaign],
    period: period === null ? null : { ...period, text: formatPeriod(period) },
    target:
      sketch.target === undefined
        ? null
        : {
            amount: amountOf(sketch.target),
            text: formatQuantity(amountOf(sketch.target), wording).text,
            decidedBy: null,
            decidedIn: null,
            version: 1,
            note: null,
          },
    attainment: attainment === null ? null : { rate: attainment, text: formatRate(attainment) },
    shareOfParent: null,
    assessment: rate === null ? 'no_target' : rate >= 100 ? 'reached' : 'late',
    assessmentText:
      rate === null
        ? 'Pas de cible définie'
        : `${formatRate(attainment ?? { kind: 'not_computable', reason: 'no_target' })} de la cible`,
    expectedToDate: null,
    progress: null,
    opinion: null,
    previous: null,
    change: null,
    costPerResult: null,
    issues: sketch.issues ?? [],
    provenance: {
      measurements: amount === null ? 0 : 1,
      sources: sketch.source === null || sketch.source === undefined ? [] : [sketch.source],
      lastUpdate: '2020-12-17T09:00:00Z',
    },
  };
}

/** A dated event of the programme, but for what a test says of it. */
export const toldEvent = (rest: Partial<ToldEvent> = {}): ToldEvent => ({
  code: 'EV',
  label: 'Événement',
  text: null,
  start: '2020-06-01',
  end: null,
  precision: 'day',
  indicator: null,
  campaign: null,
  periodText: '1er\u00a0juin\u00a02020',
  ...rest,
});
