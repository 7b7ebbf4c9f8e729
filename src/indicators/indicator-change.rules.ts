import type { InputIssue } from '../kernel/domain-error.js';
import { sentence, typographic } from '../kernel/french-text.rules.js';
import { formatDate } from '../kernel/french-date.rules.js';
import type { IsoDate } from '../kernel/period.types.js';

/** What a person says of a change of what is counted. */
export interface SaidOfChange {
  /** Another wording of the same thing, or something else from a day on; null when nothing was said. */
  kind: 'same' | 'break' | null;
  validFrom: IsoDate | null;
  reason: string | null;
}

/**
 * What is missing from what was said, for an indicator that has figures.
 * @param present first day of the present definition, null when it holds from the start.
 */
export function changeIssues(
  { kind, validFrom, reason }: SaidOfChange,
  present: IsoDate | null,
  today: IsoDate,
): InputIssue[] {
  if (kind === null) {
    return [
      issue(
        'change',
        'Cet indicateur a déjà des chiffres et ce qu’il compte change : dites si l’on compte toujours la même chose.',
      ),
    ];
  }
  return [
    ...(kind === 'break' ? dayIssues(validFrom, present, today) : []),
    ...(reason === null
      ? [issue('reason', 'Dites pourquoi : ce motif se lit à côté des comparaisons et dans l’historique.')]
      : []),
  ];
}

function dayIssues(validFrom: IsoDate | null, present: IsoDate | null, today: IsoDate): InputIssue[] {
  if (validFrom === null) {
    return [issue('validFrom', 'Donnez le premier jour de la nouvelle définition.')];
  }
  if (validFrom > today) {
    return [
      issue(
        'validFrom',
        sentence`Le ${formatDate(validFrom)} n’est pas encore venu : revenez ce jour-là, les chiffres d’ici là suivent la définition présente.`,
      ),
    ];
  }
  return present !== null && validFrom <= present
    ? [
        issue(
          'validFrom',
          sentence`La définition présente vaut depuis le ${formatDate(present)} : choisissez un jour d’après.`,
        ),
      ]
    : [];
}

const issue = (path: string, message: string): InputIssue => ({
  path,
  code: 'unsaid_change',
  message: typographic(message),
});
