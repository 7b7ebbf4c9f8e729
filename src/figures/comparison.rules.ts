import type { SeriesBreak } from '../indicators/indicator.types.js';
import { yearOf } from '../kernel/calendar.rules.js';
import { formatQuantity, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { changeBetween } from './change.rules.js';
import type { ChangeView, NotComparableReason, PreviousView } from './figure-comparison.types.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { Figure } from './figures.types.js';
import { otherPerimeter } from './perimeter.rules.js';

/** Another exercice, as far as the days that compare with those of the figures. */
export interface ComparedExercice {
  year: number;
  /** « 2019 », « 2019-2020 ». */
  label: string;
  period: ClosedPeriod;
  at: IsoDate;
}

export interface ComparisonTerms {
  current: ComparedExercice;
  previous: ComparedExercice;
  breaks: readonly Pick<SeriesBreak, 'indicator' | 'from'>[];
}

type Broken = ComparisonTerms['breaks'][number];

/** The breaks of indicators, and those that a rate or a mean has from its terms: of other terms, it is another one. */
export function breaksOfTerms(
  breaks: readonly Broken[],
  indicators: readonly Pick<IndicatorRule, 'code' | 'numerator' | 'denominator'>[],
): Broken[] {
  const ofTerms = indicators.flatMap(({ code, numerator, denominator }) =>
    breaks
      .filter(({ indicator }) => indicator === numerator || indicator === denominator)
      .map(({ from }) => ({ indicator: code, from })),
  );
  return [...breaks, ...ofTerms];
}

const WINDOW = 'à date comparable';

/** How far the figures of an exercice go: its last day once it is over, the present day while it runs. */
export function dayReached({ at, period, today, exerciceIsOver }: ReachedInput): IsoDate {
  const last = at < period.end ? at : period.end;
  return exerciceIsOver || last < today ? last : today;
}

type ReachedInput = Pick<FiguresInput, 'at' | 'period' | 'today' | 'exerciceIsOver'>;

/** A month told before its end reaches further than the present day: so does what it is compared with. */
export function dayOfFigure(
  figure: Pick<Figure, 'period'>,
  reached: IsoDate,
  { end }: ClosedPeriod,
): IsoDate {
  const told = figure.period?.end ?? reached;
  const day = told > reached ? told : reached;
  return day < end ? day : end;
}

/** A figure with what it was in another exercice; context is no result, and is not compared. */
export function comparedFigure(
  figure: Figure,
  otherOf: (indicator: string) => Figure | undefined,
  terms: ComparisonTerms,
): Figure {
  if (figure.indicator.nature === 'context') return figure;
  const other = otherOf(figure.indicator.code);
  const known = other === undefined || other.empty === 'no_measurement' ? null : other;
  return {
    ...figure,
    subsets: figure.subsets.map((subset) => comparedFigure(subset, otherOf, terms)),
    previous: known && previousOf(known, terms),
    change: changeOf(figure, known, terms),
  };
}

function previousOf(other: Figure, { current, previous }: ComparisonTerms): PreviousView {
  return {
    year: previous.year,
    label: previous.label,
    at: previous.at,
    amount: other.amount,
    text: other.amount === null ? 'sans valeur' : formatQuantity(other.amount, other.indicator.wording).text,
    window: current.at < current.period.end ? WINDOW : null,
  };
}

/** Same definition, same perimeter, both complete: else why they do not compare. Null when neither says anything. */
function changeOf(figure: Figure, other: Figure | null, terms: ComparisonTerms): ChangeView | null {
  const { current, previous } = terms;
  if (other === null) {
    return figure.amount === null ? null : refusal('no_previous', `Pas de chiffre en ${previous.label}.`);
  }
  if (figure.empty === 'not_additive' || other.empty === 'not_additive')
    return impossible('not_additive', 'valeurs non cumulables');
  if (figure.amount === null) return refusal('no_value', `Pas encore de chiffre en ${current.label}.`);
  if (other.amount === null) return refusal('no_value', `Pas de valeur en ${previous.label}.`);
  // The last known value of a stock stands: nothing was counted since, which is not « stable ».
  if (figure.period !== null && figure.period.end < current.period.start)
    return refusal('no_value', `Pas de nouvelle valeur en ${current.label}.`);
  const broken = breakBetween(figure.indicator.code, terms);
  if (broken !== null) return impossible('definition_changed', `définition modifiée en ${yearOf(broken)}`);
  const sides = {
    current: { year: current.label, perimeter: figure.perimeter },
    previous: { year: previous.label, perimeter: other.perimeter },
  };
  const perimeter = otherPerimeter(sides);
  if (perimeter !== null) return impossible('other_perimeter', perimeter);
  if (!equallyComplete(figure, other)) {
    return impossible('partial', `total partiel en ${(figure.partial === null ? previous : current).label}`);
  }
  return (
    changeBetween(figure.amount, other.amount, figure.indicator.wording) ??
    refusal('undetermined', 'Évolution indéterminée : ces valeurs sont des minimums ou des maximums.')
  );
}

/** Two totals are of the same parts: all of them, or as many of the same slices. */
function equallyComplete(figure: Figure, other: Figure): boolean {
  if (figure.partial === null || other.partial === null) return figure.partial === other.partial;
  const sliced = Object.values(figure.perimeter).some((slices) => slices !== null);
  return sliced && figure.partial.given === other.partial.given;
}

const refusal = (reason: NotComparableReason, text: string): ChangeView => ({
  kind: 'not_comparable',
  reason,
  text: text.replaceAll(' :', `${NO_BREAK_SPACE}:`),
});

const impossible = (reason: NotComparableReason, why: string): ChangeView =>
  refusal(reason, `Comparaison impossible : ${why}.`);

/** The first day of a definition that parts the days of the two figures, or falls within them. */
function breakBetween(indicator: string, { current, previous, breaks }: ComparisonTerms): IsoDate | null {
  const [first, last] = current.at < previous.at ? [current, previous] : [previous, current];
  const parting = breaks.filter(
    (one) => one.indicator === indicator && one.from > first.period.start && one.from <= last.at,
  );
  return parting[0]?.from ?? null;
}
