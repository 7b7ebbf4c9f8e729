import { sentence } from '../../kernel/french-text.rules.js';
import { parseIsoDate, parsePeriodText } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { ImportQuestion } from '../import.types.js';

/** The period that somebody gives a whole file: `2020-06`, `2020-06-01/2020-06-30`; null for anything else. */
export function saidPeriod(text: string): ClosedPeriod | null {
  const [first = '', last, ...more] = text.split('/');
  if (more.length > 0) return null;
  if (last === undefined) {
    const period = parsePeriodText(first);
    return period === null ? null : { start: period.start, end: period.end };
  }
  const [start, end] = [parseIsoDate(first), parseIsoDate(last)];
  return start === null || end === null || start > end ? null : { start, end };
}

/** Asked of each file that says no date: the next one is of another period. */
export const PERIOD_QUESTION: ImportQuestion = {
  code: 'missing_period',
  message: sentence`Rien dans ce fichier ne dit sa date : à quelle période ces chiffres se rapportent-ils ?`,
  choices: ['un mois (2020-06)', 'du premier au dernier jour (2020-06-01/2020-06-30)'],
  answer: { name: 'period', values: [] },
};
