import { absenceText } from '../kernel/figure-text.rules.js';
import type { Wording } from '../kernel/figure.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { parisTime } from '../kernel/french-instant.rules.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { SaidVersion } from './measurement-answer.types.js';

/** « plus de 13 000 », or « non communiqué »: what tells one amount from another. */
const amountText = ({ quantity, answer }: SaidVersion, wording: Wording): string =>
  quantity === null
    ? absenceText(answer.absence ?? 'not_available')
    : formatQuantity(quantity, wording, { digits: true, cents: true }).text;

/**
 * « Révisé le 4 mars 2021 : 450 → 463 (recomptage) », of the last change of amount of a figure that counts; null for one
 * that never changed, was taken back, or is still said to be provisional or estimated. A later version that corrects a
 * source or a note is no revision, one that waits neither.
 * @param versions oldest first, as their reader may see them: the reason is said where they bear it.
 */
export function revisionText(versions: readonly SaidVersion[], wording: Wording): string | null {
  const decided = versions.filter(({ answer }) => ['validated', 'withdrawn'].includes(answer.status));
  const last = decided.at(-1)?.answer;
  if (last?.status !== 'validated' || !['final', 'revised'].includes(last.marking)) return null;
  const steps = decided.map((version) => ({ ...version.answer, amount: amountText(version, wording) }));
  const changes = steps.slice(1).flatMap((step, before) => {
    const replaced = steps[before]?.amount;
    return replaced === step.amount ? [] : [{ ...step, replaced }];
  });
  const change = changes.at(-1);
  if (change === undefined) return null;
  const day = formatDate(parisTime(change.recordedAt).day);
  const why = change.reason === undefined ? '' : ` (${change.reason})`;
  return typographic(`Révisé le ${day} : ${change.replaced} → ${change.amount}${why}`);
}
