import { readDecimalString } from '../../kernel/decimal-string.rules.js';

/** What Matomo says of a month. */
export type MatomoMonth =
  | { kind: 'counts'; visits: number | null; uniqueVisitors: number | null }
  /** It counted nothing then: `[]` or `{}`. */
  | { kind: 'nothing' }
  | { kind: 'failed'; reason: string };

const LONGEST_MESSAGE = 200;

/**
 * Reads the answer to `VisitsSummary.get` for one month.
 * @param token is never repeated, were it in the answer
 */
export function readMatomoAnswer(text: string, token: string): MatomoMonth {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { kind: 'failed', reason: 'sa réponse n’est pas du JSON : vérifiez MATOMO_URL' };
  }
  if (typeof answer !== 'object' || answer === null) {
    return { kind: 'failed', reason: 'sa réponse n’est pas celle de VisitsSummary.get' };
  }
  const members = new Map<string, unknown>(Object.entries(answer));
  if (members.get('result') === 'error') {
    const said = members.get('message');
    const message = typeof said === 'string' ? said.replaceAll(token, '…').replace(/\s+/g, ' ') : '';
    return { kind: 'failed', reason: `il répond : « ${message.slice(0, LONGEST_MESSAGE)} »` };
  }
  if (members.size === 0) return { kind: 'nothing' };
  if (Array.isArray(answer)) return { kind: 'failed', reason: 'sa réponse n’est pas celle d’un seul mois' };
  const visits = countOf(members.get('nb_visits'));
  const uniqueVisitors = countOf(members.get('nb_uniq_visitors'));
  if (visits === null && uniqueVisitors === null) {
    return { kind: 'failed', reason: 'sa réponse ne donne ni nb_visits ni nb_uniq_visitors' };
  }
  return { kind: 'counts', visits, uniqueVisitors };
}

/** A count as a number or as digits; null of anything else. */
function countOf(given: unknown): number | null {
  if (typeof given !== 'number' && typeof given !== 'string') return null;
  const reading = readDecimalString(given, 0);
  return reading.kind === 'value' && reading.value >= 0 ? reading.value : null;
}
