import { typographic } from '../kernel/french-text.rules.js';
import { wayOf } from './change.rules.js';
import { isMoney } from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';

/** What a change is worth: « down » is better for a delay, and money spent is neither good nor bad. */
export type Worth = 'better' | 'worse' | 'neutral';

/** A comparison as pages and documents say it. */
export interface ComparisonWords {
  way: 'up' | 'down' | 'stable' | null;
  worth: Worth;
  /** « 320 en 2019 (près de +25 %) », « 320 en 2019. Comparaison impossible : définition modifiée en 2019. » */
  text: string;
}

/** Null when there is nothing to compare with. */
export function comparisonWords(figure: Figure): ComparisonWords | null {
  const { previous, change } = figure;
  if (previous === null) return null;
  const window = previous.window === null ? '' : ` ${previous.window}`;
  const before = `${previous.text} en ${previous.label}${window}`;
  const nothing = { way: null, worth: 'neutral' } as const;
  if (change === null || (change.kind === 'not_comparable' && change.reason === 'no_value')) {
    return { ...nothing, text: typographic(before) };
  }
  if (change.kind === 'not_comparable') return { ...nothing, text: typographic(`${before}. ${change.text}`) };
  const way = wayOf(change);
  const worth = worthOf(figure, way);
  // Where less is better the sign alone would mislead.
  const judged = figure.indicator.direction === 'down' && worth !== 'neutral' ? WORTH_WORDS[worth] : '';
  return { way, worth, text: typographic(`${before} (${change.text}${judged})`) };
}

const WORTH_WORDS = { better: ', en mieux', worse: ', en moins bien' } as const;

function worthOf(figure: Figure, way: ComparisonWords['way']): Worth {
  const { direction } = figure.indicator;
  if (way === null || way === 'stable' || direction === 'neutral' || isMoney(figure)) return 'neutral';
  return way === direction ? 'better' : 'worse';
}
