import type { OpinionView } from '../figures/figure-standing.types.js';
import { OPINION_MARKS, opinionText } from '../figures/opinion.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { OpinionMarkView } from './dashboard.types.js';

/** What people think, beside what is computed: its own shapes, its word, when and why. Drawn by `partials/opinion`. */
export function opinionMark(given: OpinionView | null): OpinionMarkView | null {
  if (given === null) return null;
  const { opinion, reason, givenOn, givenIn, contradicts } = given;
  return {
    ...OPINION_MARKS[opinion],
    word: typographic(capitalise(opinionText(given))),
    when: givenIn ?? `le ${formatDate(givenOn)}`,
    reason: reason === null ? null : typographic(reason),
    contradicts,
  };
}
