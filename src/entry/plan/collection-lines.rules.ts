import type { Person } from '../../accounts/people/person.types.js';
import type { InputIssue } from '../../kernel/domain-error.js';
import type { CollectionLineTerms } from './collection-line.types.js';

const MOST_DUE_DAYS = 366;

/** What is wrong with the days of a line. */
export function lineIssues({ startsOn, endsOn, dueDays }: CollectionLineTerms): InputIssue[] {
  const isReversed = startsOn !== null && endsOn !== null && endsOn < startsOn;
  const isDue = dueDays === null || (Number.isInteger(dueDays) && dueDays >= 0 && dueDays <= MOST_DUE_DAYS);
  const issues = [
    isReversed
      ? { path: 'endsOn', code: 'period_reversed', message: 'Le dernier jour vient avant le premier.' }
      : null,
    isDue
      ? null
      : {
          path: 'dueDays',
          code: 'wrong_delay',
          message: `Le délai est un nombre de jours, de 0 à ${MOST_DUE_DAYS}.`,
        },
  ];
  return issues.filter((issue) => issue !== null);
}

/** Who may see to a line: whoever enters every figure, or a partner for their own organisation. */
export function mayOwn(
  { role, state, organisation: own }: Pick<Person, 'role' | 'state' | 'organisation'>,
  organisation: string | null,
): boolean {
  if (state === 'disabled' || state === 'anonymised' || role === 'viewer') return false;
  return role !== 'contributor' || (own !== null && own === organisation);
}
