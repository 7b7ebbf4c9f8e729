import type { Rate } from '../kernel/figure.types.js';
import { NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { capitalise, countWords, joinList } from '../kernel/french-text.rules.js';
import type { BarChart } from '../platform/charts/chart.types.js';
import {
  axisLabel,
  chartTable,
  markLength,
  sourceLine,
  certainPart,
  uncertainEnd,
  valueText,
} from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';

/** A bar ten times shorter than its neighbour can still be read; a thousand times shorter, it says nothing. */
const WIDEST_RATIO = 10;
const MOST_BARS = 8;
const MOST_RATES = 16;
/** Beyond twice its target a bar is cut, and the chart says so. */
const HIGHEST_RATE = 200;

type Measured = Figure & { amount: NonNullable<Figure['amount']> };
const lengthOf = (figure: Measured): number => markLength(figure.amount, figure.indicator.wording);
const isMeasured = (figure: Figure): figure is Measured => figure.amount !== null;

/** Counts that one linear scale shows honestly: the largest set of figures within one order of magnitude. */
function sameScale(figures: readonly Figure[]): Measured[] {
  const candidates = figures
    .filter(isMeasured)
    .filter((figure) => figure.subsetOf === null && figure.indicator.nature !== 'context')
    .filter((figure) => figure.indicator.wording.symbol === null && lengthOf(figure) > 0);
  let best: Measured[] = [];
  for (const largest of candidates) {
    const top = lengthOf(largest);
    const group = candidates.filter(
      (figure) => lengthOf(figure) <= top && lengthOf(figure) * WIDEST_RATIO >= top,
    );
    const wins =
      group.length > best.length || (group.length === best.length && keyFigures(group) > keyFigures(best));
    if (wins) best = group;
  }
  if (best.length <= MOST_BARS) return best;
  const kept = new Set(
    [...best]
      .sort((one, other) => Number(other.indicator.keyFigure) - Number(one.indicator.keyFigure))
      .slice(0, MOST_BARS),
  );
  return best.filter((figure) => kept.has(figure));
}

const keyFigures = (figures: readonly Figure[]): number =>
  figures.filter((figure) => figure.indicator.keyFigure).length;

/** « 450 visiteurs accueillis sur le stand, dont 150 avec un projet de mobilité », or the first before the second; null without two. */
function comparisonTitle(figures: readonly Measured[]): string | null {
  const sorted = [...figures].sort((one, other) => lengthOf(other) - lengthOf(one));
  const [largest, second] = sorted;
  if (largest === undefined || second === undefined) return null;
  // A whole and its part say more than subscribers who outnumber visitors.
  const whole = sorted.find((figure) => figure.indicator.keyFigure && figure.subsets.some(isMeasured));
  if (whole !== undefined) {
    const parts = whole.subsets.filter(isMeasured).map((subset) => subset.text);
    return capitalise(`${whole.text}, dont ${joinList(parts)}`);
  }
  const level = lengthOf(largest) === lengthOf(second);
  return capitalise(`${largest.text}, ${level ? 'autant que' : 'devant'} ${second.text}`);
}

/**
 * Results of one order of magnitude side by side, each with its « dont »; null when fewer than two compare.
 * @param year what the exercice is called.
 */
export function comparableBars(figures: readonly Figure[], year: number | string): BarChart | null {
  const compared = sameScale(figures);
  const title = comparisonTitle(compared);
  if (title === null) return null;
  const lines = compared.flatMap((figure) => [figure, ...figure.subsets.filter(isMeasured)]);
  const apart = figures.filter(
    (figure) =>
      isMeasured(figure) &&
      figure.subsetOf === null &&
      figure.indicator.nature !== 'context' &&
      !compared.includes(figure),
  );
  return {
    kind: 'bars',
    id: 'chiffres-comparables',
    title,
    subtitle: `Résultats ${year} d’un même ordre de grandeur, en nombre`,
    sentence: `Graphique en barres. ${joinList(lines.map((figure) => `${axisLabel(figure)} : ${valueText(figure)}`))}.${apart.length > 0 ? ' Les résultats d’un autre ordre de grandeur figurent dans le tableau.' : ''}`,
    source: sourceLine(compared),
    table: chartTable(
      `Résultats ${year}`,
      ['Indicateur', `Valeur ${year}`],
      lines.map((figure) => [axisLabel(figure), valueText(figure)]),
    ),
    unit: 'count',
    bars: lines.map((figure) => ({
      label: axisLabel(figure),
      value: lengthOf(figure),
      text: valueText(figure),
      tone: figure.subsetOf === null ? 'main' : 'part',
      uncertain: uncertainEnd(figure.amount),
      ...certainLength(figure),
      target: null,
    })),
    reference: null,
  };
}

function certainLength(figure: Measured): { certain?: number } {
  const { qualifier, interval } = figure.amount;
  const lower = interval.lower === null ? null : interval.lower / 10 ** figure.indicator.wording.decimals;
  return certainPart({ qualifier, lower }, lengthOf(figure));
}

/** « Jusqu’à 84 % »: as far as is possible, which its words name. */
const rateLength = ({ value, upper, qualifier }: Rate): number =>
  Math.max(0, Math.min(HIGHEST_RATE, qualifier === 'up_to' ? (upper ?? value) : value));

type Rated = Figure & { attainment: { rate: Rate; text: string }; target: NonNullable<Figure['target']> };
const isRated = (figure: Figure): figure is Rated =>
  figure.target !== null && figure.attainment !== null && figure.attainment.rate.kind === 'rate';

/** « Sept cibles atteintes sur douze ». */
function attainmentTitle(rated: readonly Rated[]): string {
  const reached = rated.filter((figure) => figure.assessment === 'reached').length;
  const of = countWords(rated.length, 'feminine');
  if (rated.length === 1) return reached === 1 ? 'La cible est atteinte' : 'La cible n’est pas atteinte';
  if (reached === 0) return `Aucune des ${of} cibles n’est atteinte`;
  if (reached === rated.length) return `Les ${of} cibles sont atteintes`;
  return capitalise(
    `${countWords(reached, 'feminine')} ${reached === 1 ? 'cible atteinte' : 'cibles atteintes'} sur ${of}`,
  );
}

const isBehind = ({ assessment }: Figure): boolean => assessment === 'late' || assessment === 'watch';

/** When not all can be shown: key figures, and what is behind, which a chart must not leave out. */
const weightOf = (figure: Figure): number =>
  (isBehind(figure) ? 2 : 0) + (figure.indicator.keyFigure ? 1 : 0);

/** Results as shares of their targets, against a line at 100 %; null without any computable share. @param year as above. */
export function attainmentBars(figures: readonly Figure[], year: number | string): BarChart | null {
  const all = figures.filter(isRated);
  if (all.length === 0) return null;
  const shown = [...all]
    .sort((one, other) => weightOf(other) - weightOf(one))
    .slice(0, MOST_RATES)
    .sort((one, other) => other.attainment.rate.value - one.attainment.rate.value);
  const cut = shown.some((figure) => figure.attainment.rate.value > HIGHEST_RATE);
  const notes = [
    `Réalisé ${year} en part de la cible`,
    ...(shown.length < all.length ? [`${shown.length} des ${all.length} indicateurs avec une cible`] : []),
    ...(cut ? [`barres coupées à 200${NO_BREAK_SPACE}%`] : []),
  ];
  return {
    kind: 'bars',
    id: 'taux-de-realisation',
    title: attainmentTitle(all),
    subtitle: notes.join(' ; '),
    sentence: `Graphique en barres, cible à 100${NO_BREAK_SPACE}%. ${joinList(shown.map((figure) => `${axisLabel(figure)} : ${figure.attainment.text}`))}.`,
    source: sourceLine(shown),
    table: chartTable(
      `Réalisé et cible ${year}`,
      ['Indicateur', 'Réalisé', 'Cible', 'Taux'],
      shown.map((figure) => [
        axisLabel(figure),
        valueText(figure),
        figure.target.text,
        figure.attainment.text,
      ]),
    ),
    unit: 'percent',
    bars: shown.map((figure) => ({
      label: axisLabel(figure),
      value: rateLength(figure.attainment.rate),
      text: figure.attainment.text,
      tone: isBehind(figure) ? 'watch' : 'main',
      uncertain: uncertainEnd(figure.attainment.rate),
      ...certainPart(figure.attainment.rate, rateLength(figure.attainment.rate)),
      target: null,
    })),
    reference: { value: 100, label: 'cible' },
  };
}
