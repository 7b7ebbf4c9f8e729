import type { PersonIdentity, Role } from '../../accounts/account.types.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { InputIssue } from '../../kernel/domain-error.js';
import type { MeasurementStatus } from '../../measurements/measurement.types.js';
import type { ImportQuestion, ImportReport, RejectedCell } from '../import.types.js';
import type { Interpretation } from '../interpretation.types.js';

const TEAM: readonly Role[] = ['editor', 'validator', 'admin'];
const TARGET_KEEPERS: readonly Role[] = ['validator', 'admin'];

/** Whether somebody may create the indicators and channels that files bring, and teach how files are read. */
export const mayTeach = ({ role }: Pick<PersonIdentity, 'role'>): boolean => TEAM.includes(role);

/**
 * What a file says once held to what its importer may say (a person, or a program without a role): figures that name nobody are a partner's own; a status or a
 * target that is for others to give is refused, with its line.
 */
export function heldToRights(
  interpretation: Interpretation,
  { role, organisations }: { role: Role | null; organisations: readonly string[] | null },
  issueOf: (status: MeasurementStatus | undefined) => InputIssue | null,
): Interpretation {
  const [own = null] = organisations ?? [];
  const observations =
    own === null
      ? interpretation.observations
      : interpretation.observations.map((one) =>
          one.organisation === null ? { ...one, organisation: own } : one,
        );
  const reserved: RejectedCell[] = [];
  for (const { line, status } of observations) {
    const issue = issueOf(status);
    if (issue !== null) reserved.push({ line, column: 'statut', code: issue.code, message: issue.message });
  }
  const targets: RejectedCell[] =
    role !== null && TARGET_KEEPERS.includes(role)
      ? []
      : interpretation.targets.map(({ line }) => ({
          line,
          column: '',
          code: 'targets_reserved',
          message: TARGETS,
        }));
  return {
    ...interpretation,
    observations,
    rejected: [...interpretation.rejected, ...reserved, ...targets],
  };
}

const TARGETS =
  'Les cibles et les références reviennent à qui valide : retirez cette ligne, ou demandez-lui d’importer ce fichier.';

/** What a partner reads of what does not exist yet: they cannot answer the question. */
export function creationRefusal(creates: ImportReport['creates'], question: ImportQuestion): RejectedCell {
  const what = creates.length === 1 ? 'le créer' : 'les créer';
  const [said = ''] = question.message.split(/ Faut-il /);
  const message = sentence`${said} Seule l’équipe du programme peut ${what} : écrivez-lui, puis déposez ce fichier de nouveau.`;
  return { line: 1, column: '', code: 'creation_reserved', message };
}
