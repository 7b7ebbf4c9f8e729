import type { SeriesBreak } from '../indicators/indicator.types.js';
import { yearOf } from '../kernel/calendar.rules.js';
import { formatQuantity, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import type { ClosedPeriod, IsoDate } from '../kernel/period.types.js';
import { changeBetween } from './change.rules.js';
import type { ChangeView, NotComparableReason, PreviousView } from './figure-comparison.types.js';
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
  /** The year still runs: both are taken as far as the same day of it. */
  running: boolean;
  breaks: readonly Pick<SeriesBreak, 'indicator' | 'from'>[];
}

const WINDOW = 'à date comparable';

/** Figures with what they were in another exercice, found by indicator; context is no result, and is not compared. */
export function comparedFigures(
  figures: readonly Figure[],
  others: readonly Figure[],
  terms: ComparisonTerms,
): Figure[] {
  const before = new Map(others.map((figure) => [figure.indicator.code, figure]));
  return figures.map((figure) => {
    const subsets = comparedFigures(figure.subsets, others, terms);
    if (figure.indicator.nature === 'context') return { ...figure, subsets };
    const other = before.get(figure.indicator.code);
    const known = other !== undefined && other.empty !== 'no_measurement' ? other : null;
    return { ...figure, subsets, previous: known && previousOf(known, terms), change: changeOf(figure, known, terms) };
  });
}

function previousOf(other: Figure, { previous, running }: ComparisonTerms): PreviousView {
  return {
    year: previous.year,
    label: previous.label,
    at: previous.at,
    amount: other.amount,
    text: other.amount === null ? 'sans valeur' : formatQuantity(other.amount, other.indicator.wording).text,
    window: running ? WINDOW : null,
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
  const broken = breakBetween(figure.indicator.code, terms);
  if (broken !== null) return impossible('definition_changed', `définition modifiée en ${yearOf(broken)}`);
  const sides = {
    current: { year: current.label, perimeter: figure.perimeter },
    previous: { year: previous.label, perimeter: other.perimeter },
  };
  const perimeter = otherPerimeter(sides);
  if (perimeter !== null) return impossible('other_perimeter', perimeter);
  const partial = figure.partial === null ? other.partial && previous : current;
  if (partial !== null) return impossible('partial', `total partiel en ${partial.label}`);
  return (
    changeBetween(figure.amount, other.amount, figure.indicator.wording) ??
    refusal('undetermined', 'Évolution indéterminée : ces valeurs sont des minimums ou des maximums.')
  );
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
