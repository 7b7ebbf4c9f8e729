import type { Role } from '../../accounts/account.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import { type DatedExercice, exerciceLabel, exercicePeriod } from '../../programme/exercice.rules.js';
import type { MeetingReference, TargetPath } from '../../targets/target.types.js';
import type { YearChoiceView } from './targets.types.js';

const NOTICES = new Map([
  ['ajout', 'La cible est enregistrée.'],
  ['version', 'La nouvelle version est enregistrée ; la précédente reste dans l’historique.'],
  ['retrait', 'La cible est retirée : elle ne compte plus, son historique reste.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

export const PATH_WORDS: Readonly<Record<TargetPath, string>> = {
  linear: 'régulier',
  stepped: 'par paliers',
  window: 'jours de l’opération',
};

/** Who may change targets and give opinions. */
export const mayManage = (role: Role): boolean => role === 'validator' || role === 'admin';

/** « 2020 », « 2020-2021 » for an exercice that stands in two civil years. */
export const yearWords = (year: number, exercices: readonly DatedExercice[]): string =>
  exerciceLabel(exercicePeriod(year, exercices));

/** The exercices above a list, the latest last. */
export const yearChoices = (
  path: string,
  exercices: readonly DatedExercice[],
  current: number,
): YearChoiceView[] =>
  exercices.map(({ year }) => ({
    label: yearWords(year, exercices),
    href: `${path}?annee=${year}`,
    current: year === current,
  }));

/** « Comité de pilotage, séance du 16 décembre 2020 ». */
export const decidedWords = (decidedBy: string | null, meeting: MeetingReference | null): string => {
  const session = meeting === null ? [] : [`séance du ${formatDate(meeting.date)}`];
  return capitalise([...(decidedBy === null ? [] : [typographic(decidedBy)]), ...session].join(', '));
};
