import { uncapitalise } from '../figures/chart-parts.rules.js';
import type { OpinionView } from '../figures/figure-standing.types.js';
import { OPINION_MARKS } from '../figures/opinion.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { OpinionMarkView } from './dashboard.types.js';

/** What people think, beside what is computed: its own shapes, its word, when and why. Drawn by `partials/opinion`. */
export function opinionMark(given: OpinionView | null): OpinionMarkView | null {
  if (given === null) return null;
  const { opinion, label, reason, givenOn, givenIn, contradicts } = given;
  const by = givenIn === null ? 'Avis du pilote' : 'Avis du comité';
  return {
    ...OPINION_MARKS[opinion],
    word: typographic(`${by} : ${uncapitalise(label)}`),
    when: givenIn ?? `le ${formatDate(givenOn)}`,
    reason: reason === null ? null : typographic(reason),
    contradicts,
  };
}
