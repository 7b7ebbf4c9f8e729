import { comparisonWords, type ComparisonWords } from '../figures/comparison-words.rules.js';
import type { Figure } from '../figures/figures.types.js';
import type { ComparisonChoiceView, StateView } from './dashboard.types.js';

const SHAPES: Record<'up' | 'down' | 'stable', StateView['shape']> = {
  up: 'up',
  down: 'down',
  stable: 'level',
};
const TONES: Record<ComparisonWords['worth'], StateView['tone']> = {
  better: 'good',
  worse: 'watch',
  neutral: 'calm',
};

/** What a figure was, with its shape; null without anything to compare with. */
export function comparisonState(figure: Figure): StateView | null {
  const words = comparisonWords(figure);
  if (words === null) return null;
  return {
    word: words.text,
    shape: words.way === null ? 'ring' : SHAPES[words.way],
    tone: TONES[words.worth],
  };
}

/** Nothing to compare with, in the address of the dashboard. */
export const NO_COMPARISON = 'aucune';

export interface ComparableYears {
  year: number;
  measured: readonly number[];
  labels: ReadonlyMap<number, string>;
}

/** The exercices that this one may be compared with, the nearest first. */
export function comparisonChoice(
  { year, measured, labels }: ComparableYears,
  comparedWith: number | null,
): ComparisonChoiceView | null {
  const others = measured.filter((other) => other !== year).toReversed();
  if (others.length === 0) return null;
  return {
    action: `/tableau-de-bord/${year}`,
    options: [
      ...others.map((other) => ({
        value: String(other),
        label: labels.get(other) ?? String(other),
        selected: other === comparedWith,
      })),
      { value: NO_COMPARISON, label: 'Aucune année', selected: comparedWith === null },
    ],
  };
}
