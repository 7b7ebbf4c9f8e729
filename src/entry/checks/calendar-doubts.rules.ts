import { quote } from '../../kernel/decimal-string.rules.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { capitalise, sentence } from '../../kernel/french-text.rules.js';
import { overlaps, precisionOf } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { CheckedIndicator, Doubt, SaidFigure, Surroundings } from './checks.types.js';

const periodWords = ({ start, end }: ClosedPeriod): string =>
  formatPeriod({ start, end, precision: precisionOf(start, end) });

/** A value of days that are still to come. */
export function futureDoubts(figure: SaidFigure, { today }: Surroundings): Doubt[] {
  if (figure.quantity === null || figure.start <= today) return [];
  const message = sentence`${capitalise(periodWords(figure))} : cette période n’est pas encore venue. Vérifiez la période ; si c’est une prévision, confirmez avec une explication.`;
  return [{ code: 'in_future', message }];
}

const LATER_TOO: ReadonlySet<string> = new Set(['stock', 'cumulative', 'snapshot']);

/** A value of days on which its operation did not take place. Bills come later, and what it left still counts. */
export function campaignDoubts(
  figure: SaidFigure,
  { nature, costKind }: CheckedIndicator,
  { campaigns }: Surroundings,
): Doubt[] {
  const campaign = campaigns.get(figure.campaign ?? '');
  if (!campaign || figure.quantity === null || overlaps(campaign.period, figure)) return [];
  const isAfter = campaign.period.end !== null && figure.start > campaign.period.end;
  if (isAfter && (LATER_TOO.has(nature) || costKind !== null)) return [];
  const message = sentence`${capitalise(periodWords(figure))} est hors des dates de l’opération ${quote(campaign.name)}, qui a lieu ${campaign.periodTextIn}. Vérifiez la période, ou confirmez avec une explication.`;
  return [{ code: 'outside_campaign', message }];
}
