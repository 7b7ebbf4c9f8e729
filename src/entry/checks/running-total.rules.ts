import { yearOf } from '../../kernel/calendar.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { amountFirst, amountWords } from './amount-words.rules.js';
import type { CheckedIndicator, Doubt, SaidFigure, Surroundings } from './checks.types.js';
import { lookedBackFrom } from './past-values.rules.js';
import { exceeding } from './relation-doubts.rules.js';
import { sliceText } from '../plan/row-key.rules.js';
import { stands } from './said-figures.rules.js';

/** A running total that starts again between two days may be lower on the second. */
export function restartsBetween(after: IsoDate, until: IsoDate, restartsOn: string | null): boolean {
  if (restartsOn === null) return false;
  for (let year = yearOf(after); year <= yearOf(until); year += 1) {
    const day = `${String(year).padStart(4, '0')}-${restartsOn}`;
    if (day > after && day <= until) return true;
  }
  return false;
}

/** A running total below the last one, or above the next: it can only grow. */
export function fallingDoubts(
  figure: SaidFigure,
  indicator: CheckedIndicator,
  around: Surroundings,
): Doubt[] {
  if (indicator.nature !== 'cumulative' || figure.quantity === null) return [];
  const series = (around.bySlice.get(sliceText(figure)) ?? []).filter(
    (other) => other.id !== figure.id && stands(other),
  );
  const from = lookedBackFrom(figure);
  const last = series.findLast(({ end }) => end < figure.end && end >= from);
  const next = series.find(({ end }) => end > figure.end);
  return [
    ...(last ? fall(figure, last, indicator, 'last') : []),
    ...(next ? fall(figure, next, indicator, 'next') : []),
  ].slice(0, 1);
}

function fall(
  figure: SaidFigure,
  other: SaidFigure,
  { wording, restartsOn }: CheckedIndicator,
  which: 'last' | 'next',
): Doubt[] {
  const [earlier, later] = which === 'last' ? [other, figure] : [figure, other];
  if (earlier.quantity === null || later.quantity === null || figure.quantity === null) return [];
  if (restartsBetween(earlier.end, later.end, restartsOn)) return [];
  const how = exceeding(earlier.quantity, later.quantity);
  if (how === null || other.quantity === null) return [];
  const verb = which === 'last' ? 'est sous' : 'dépasse';
  const perhaps = how === 'certain' ? '' : 'peut-être ';
  const message = sentence`${amountFirst(figure.quantity, wording)} ${verb} ${perhaps}le cumul au ${formatDate(other.end)} (${amountWords(other.quantity, wording)}) : un cumul ne baisse pas. Est-ce le chiffre du mois seul ? Corrigez, ou confirmez avec une explication.`;
  return [{ code: 'falling_total', message }];
}
