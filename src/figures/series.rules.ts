import { formatNumber, formatQuantity } from '../kernel/french-number.rules.js';
import { sentence } from '../kernel/french-text.rules.js';
import { groupBy } from '../kernel/group-by.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { cellText } from './breakdown.rules.js';
import { carriedFacts } from './carried-stock.rules.js';
import { flowsOfCumulative } from './cumulative.rules.js';
import { evidenceOf, totalOf } from './evidence.rules.js';
import { standingBeside } from './standing-states.rules.js';
import { refuseManySlices, spanHolding } from './series-spans.rules.js';
import type {
  Grain,
  Series,
  SeriesDimension,
  SeriesInput,
  SeriesLine,
  SeriesSpan,
  SpannedPoint,
  UndatedValue,
} from './series.types.js';

/** Values given for longer periods that one answer tells one by one. */
const MOST_UNDATED = 100;

const POINT_WORDS: Record<Grain, string> = { day: 'un jour', month: 'un mois', year: 'un exercice' };

const WITHOUT: Record<SeriesDimension, string> = {
  campaign: 'Des valeurs données sans opération ne figurent pas dans cette série.',
  territory: sentence`Des valeurs données pour le territoire entier ne figurent pas dans cette série : demandez-la sans « by ».`,
  channel: sentence`Des valeurs données tous canaux réunis ne figurent pas dans cette série : demandez-la sans « by ».`,
};

/**
 * An indicator through time, by the rules that make figures. A measurement counts in the point in which its period lies:
 * the long period stands there and the shorter ones detail it; what is longer than a point is told apart, never spread.
 */
export function seriesOf(input: SeriesInput): Series {
  const { by, spans, facts, grain } = input;
  const told =
    grain === 'year' ? facts : facts.filter(({ periodEnd }) => periodEnd >= String(spans[0]?.start));
  const slices = by === null ? [{ slice: null, facts }] : slicesOf(by, input, told);
  refuseManySlices(slices.length, spans.length, grain);
  const undated = undatedOf(facts, input);
  return {
    lines: slices.map(({ slice, facts: own }) => ({ slice, points: pointsOf(own, input) })),
    undated: undated.slice(0, MOST_UNDATED).map(({ start, end, facts: own }) => ({
      start,
      end,
      point: pointOf(`${start}/${end}`, own, input, { start, end }),
    })),
    notes: [
      ...(undated.length > 0 ? [undatedText(undated.length, grain)] : []),
      ...(by !== null && told.some((fact) => fact[by] === null) ? [WITHOUT[by]] : []),
    ],
  };
}

type Slice = Omit<SeriesLine, 'points'> & { facts: readonly MeasurementFact[] };

/** Slices of which something was said, in the order of their labels. */
function slicesOf(
  by: SeriesDimension,
  { facts, labels }: SeriesInput,
  told: readonly MeasurementFact[],
): Slice[] {
  const groups = groupBy(facts, (fact) => fact[by] ?? '');
  const keys = new Set(told.map((fact) => fact[by]));
  return [...labels].flatMap(([key, label]) => {
    const own = groups.get(key);
    return own === undefined || !keys.has(key) ? [] : [{ slice: { key, label }, facts: own }];
  });
}

function pointsOf(facts: readonly MeasurementFact[], input: SeriesInput): SpannedPoint[] {
  const { indicator, grain, spans, flow } = input;
  const within = groupBy(facts, (fact) => spanHolding(spans, grain, spanOf(fact))?.period ?? '');
  const flows = flow ? flowsOfCumulative(indicator, facts, spans) : [];
  const points = spans.map((span) => ({ span, own: within.get(span.period) ?? [] }));
  // A year holds all that was told of it.
  const standing =
    grain === 'year'
      ? []
      : standingBeside(
          indicator,
          facts.filter(({ indicator: code }) => code === indicator.code),
          points,
          input.startOfExercice,
        );
  return points.map(({ span, own }, index) => {
    const beside = standing[index] ?? carriedTo(span, own, facts, input);
    const point = pointOf(span.period, [...own, ...beside], input, span);
    const amount = flows[index] ?? null;
    const text = amount === null ? '' : formatQuantity(amount, indicator.wording).text;
    return { ...point, ...(flow ? { flow: amount && { amount, text } } : {}) };
  });
}

/** The exercice of a stock whose last value stands says what the figure of that exercice says. */
function carriedTo(
  { start }: SeriesSpan,
  own: readonly MeasurementFact[],
  facts: readonly MeasurementFact[],
  { indicators }: SeriesInput,
): MeasurementFact[] {
  return indicators
    .filter(({ carriesLastValue }) => carriesLastValue)
    .flatMap(({ code }) =>
      carriedFacts(
        own.filter((fact) => fact.indicator === code),
        facts.filter((fact) => fact.indicator === code && fact.periodEnd < start),
      ),
    );
}

/** A value that was counted in a day or a month stands there, however old an exercice lets its last value be. */
function pointOf(
  period: string,
  facts: MeasurementFact[],
  { indicator, indicators, grain, today }: SeriesInput,
  { start, end }: ClosedPeriod,
): SpannedPoint {
  const at = grain === 'year' ? end : start;
  const total = totalOf(evidenceOf(indicator, null, { indicators, facts, at, today }));
  return {
    period,
    amount: total.amount,
    absence: total.absence?.kind ?? null,
    empty: total.empty,
    partial: total.partial && { given: total.partial.given, expected: total.partial.expected },
    text: cellText(total, indicator),
    marking: total.marking,
  };
}

/** What crosses the window without lying in one of its points, by period. */
function undatedOf(
  facts: readonly MeasurementFact[],
  { spans, grain }: SeriesInput,
): (Pick<UndatedValue, 'start' | 'end'> & { facts: MeasurementFact[] })[] {
  if (grain === 'year') return [];
  const [first, last] = [spans[0], spans.at(-1)];
  const isLonger = (fact: MeasurementFact): boolean =>
    fact.periodStart <= String(last?.end) &&
    fact.periodEnd >= String(first?.start) &&
    spanHolding(spans, grain, spanOf(fact)) === null;
  const byPeriod = groupBy(
    facts.filter(isLonger),
    ({ periodStart, periodEnd }) => `${periodStart}/${periodEnd}`,
  );
  return [...byPeriod]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, own]) => ({ start: period.slice(0, 10), end: period.slice(11), facts: own }));
}

const spanOf = ({ periodStart, periodEnd }: MeasurementFact): { start: string; end: string } => ({
  start: periodStart,
  end: periodEnd,
});

function undatedText(count: number, grain: Grain): string {
  const told = count > 1 ? `${formatNumber(count)} périodes` : 'Une période';
  const are = count > 1 ? 'sont plus longues' : 'est plus longue';
  const first = count > MOST_UNDATED ? `, dont les ${formatNumber(MOST_UNDATED)} premières` : '';
  return sentence`${told} avec une valeur ${are} qu’${POINT_WORDS[grain]} : rien n’en est réparti sur les points, voir « undated »${first}.`;
}
