import { DomainError } from '../../kernel/domain-error.js';
import type { TargetChoices } from './target-forms.presenter.js';

/** What was chosen in the lists of a form; null for « none ». */
interface Chosen {
  indicator?: string;
  campaign?: string | null;
  meetingCode: string | null;
}

const MESSAGES = {
  indicator: 'Choisissez un indicateur de la liste.',
  campaign: 'Choisissez une opération de la liste.',
  meetingCode: 'Choisissez une séance de la liste.',
} as const;

/** @throws DomainError `not_in_list`, each beside its field, for what no list of the form has. */
export function refuseOutsideLists(chosen: Chosen, { indicators, campaigns, meetings }: TargetChoices): void {
  const results = indicators.filter(({ nature }) => nature !== 'context');
  const lists = { indicator: results, campaign: campaigns, meetingCode: meetings };
  const issues = (Object.keys(MESSAGES) as (keyof typeof MESSAGES)[])
    .filter((path) => {
      const code = chosen[path] ?? null;
      return code !== null && !lists[path].some((one) => one.code === code);
    })
    .map((path) => ({ path, code: 'not_in_list', message: MESSAGES[path] }));
  if (issues.length === 0) return;
  throw new DomainError('not_in_list', 'Rien n’a été enregistré\u00a0: corrigez ce qui suit.', 422, issues);
}
