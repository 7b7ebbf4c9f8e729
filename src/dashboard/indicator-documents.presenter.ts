import type { Figure } from '../figures/figures.types.js';
import type { HistoryYear } from '../figures/yearly-line.rules.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { Exercice } from '../programme/programme.types.js';
import type { LinkView } from './dashboard.types.js';

/** A bilan has a line for each result and for each « dont » of one; of the context, only what has a value. */
function isQuoted(figure: Figure, parent: Pick<Indicator, 'subsetOf'> | null): boolean {
  if (figure.empty === 'no_measurement') return false;
  if (figure.indicator.nature === 'context') return figure.amount !== null;
  return parent === null || parent.subsetOf === null;
}

/** The bilans that quote an indicator, the latest first, each said to be a draft until it is sealed. */
export function documentsOf(
  history: readonly HistoryYear[],
  parent: Pick<Indicator, 'subsetOf'> | null,
  exercices: readonly Pick<Exercice, 'year' | 'state'>[],
): LinkView[] {
  return history
    .flatMap(({ year, label, figure }): LinkView[] => {
      // Figures may stand in a year that nobody described: it has no bilan.
      const exercice = exercices.find((one) => one.year === year);
      if (exercice === undefined || !isQuoted(figure, parent)) return [];
      const state = exercice.state === 'sealed' ? 'scellé' : 'brouillon';
      return [{ label: `Bilan ${label} (${state})`, href: `/bilans/${year}` }];
    })
    .reverse();
}
