import { uncapitalise } from '../figures/chart-parts.rules.js';
import type { OpinionView } from '../figures/figure-standing.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { Opinion } from '../targets/opinion.types.js';
import type { OpinionMarkView, StateView } from './dashboard.types.js';

const MARKS: Readonly<Record<Opinion, Pick<StateView, 'shape' | 'tone'>>> = {
  serene: { shape: 'check', tone: 'good' },
  achievable: { shape: 'rising', tone: 'good' },
  support_needed: { shape: 'plus', tone: 'watch' },
  compromised: { shape: 'barred', tone: 'late' },
};

/** What people think, beside what is computed: its own shapes, its word, when and why. Drawn by `partials/opinion`. */
export function opinionMark(given: OpinionView | null): OpinionMarkView | null {
  if (given === null) return null;
  const { opinion, label, reason, givenOn, givenIn, contradicts } = given;
  const by = givenIn === null ? 'Avis du pilote' : 'Avis du comité';
  return {
    ...MARKS[opinion],
    word: typographic(`${by} : ${uncapitalise(label)}`),
    when: givenIn ?? `le ${formatDate(givenOn)}`,
    reason: reason === null ? null : typographic(reason),
    contradicts,
  };
}
