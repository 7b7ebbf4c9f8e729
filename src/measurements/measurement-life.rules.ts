import type { Role } from '../accounts/account.types.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { joinList, sentence } from '../kernel/french-text.rules.js';
import { sameContent } from './measurement-content.rules.js';
import type { Decision, ReviewMode, SaidContent } from './measurement-life.types.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';
import { mayValidate } from './writer-status.rules.js';

/** What a decision makes of a figure. */
export const OUTCOMES: Readonly<Record<Decision, MeasurementStatus>> = {
  submit: 'submitted',
  validate: 'validated',
  return: 'returned',
  withdraw: 'withdrawn',
};

/** What may be decided on, by what its newest version is. */
const FROM: Readonly<Record<Decision, readonly MeasurementStatus[]>> = {
  submit: ['draft', 'returned'],
  // Whoever validates need not ask themselves first.
  validate: ['submitted', 'draft', 'returned'],
  return: ['submitted', 'validated'],
  withdraw: ['draft', 'submitted', 'returned', 'validated'],
};

/** Nothing is left to do. Asking for validation of what is validated asks for nothing either. */
export const isDone = (decision: Decision, status: MeasurementStatus): boolean =>
  status === OUTCOMES[decision] || (decision === 'submit' && status === 'validated');

/** Why a figure of this status cannot become what is decided; null when it can, or is it already. */
export function orderIssue(decision: Decision, status: MeasurementStatus): InputIssue | null {
  if (isDone(decision, status) || FROM[decision].includes(status)) return null;
  const message =
    status === 'withdrawn'
      ? 'Ce chiffre est retiré : saisissez-le à nouveau.'
      : 'Ce chiffre est encore un brouillon : il n’y a rien à renvoyer à son auteur.';
  return { path: 'status', code: 'wrong_status', message };
}

/** What decides on who may decide. */
export interface Rights {
  role: Role | null;
  mode: ReviewMode;
  /** A validated version of the figure stands. */
  counts: boolean;
}

/** Why somebody may not decide so; null when they may. Whoever writes figures may submit them. */
export function rightsIssue(decision: Decision, { role, mode, counts }: Rights): InputIssue | null {
  if (decision === 'submit' || mayValidate(role)) return null;
  if (decision === 'validate' && mode === 'auto' && role === 'editor') return null;
  if (decision === 'withdraw' && !counts) return null;
  const message =
    decision === 'withdraw'
      ? 'Ce chiffre est validé : seul qui valide peut le retirer. Soumettez plutôt sa correction.'
      : 'Valider un chiffre ou en demander la correction revient à qui valide : Direction ou Administration.';
  return { path: 'status', code: 'validation_reserved', message };
}

/** Why the decision must be explained; null when it is, or need not be. */
export function reasonIssue(decision: Decision, reason: string | null): InputIssue | null {
  if ((decision !== 'return' && decision !== 'withdraw') || (reason !== null && reason.trim() !== ''))
    return null;
  const message =
    decision === 'return'
      ? 'Dites à l’auteur ce qu’il faut corriger.'
      : 'Dites pourquoi ce chiffre est retiré.';
  return { path: 'reason', code: 'reason_required', message };
}

/**
 * Who wrote what waits: whoever recorded a version since the one that stands. Sending a figure back as it is writes
 * nothing of it: whoever does may still validate what comes next.
 * @param versions from the one that stands, when one does, to the newest.
 */
export function writersOf(versions: readonly SaidContent[], standing: number): ReadonlySet<string> {
  const writers = versions.filter((said, index) => {
    if (said.version <= standing) return false;
    const before = versions[index - 1];
    return said.status !== 'returned' || before === undefined || !saysTheSame(before, said);
  });
  return new Set(writers.map(({ recordedBy }) => recordedBy));
}

/** Why nobody validates what they wrote where four eyes are asked for, and who may. @param others names of those who do. */
export const fourEyesText = (others: readonly string[]): string =>
  others.length === 0
    ? sentence`Vous avez saisi ce chiffre : une autre personne qui valide doit le relire (réglage « quatre yeux »).`
    : sentence`Vous avez saisi ce chiffre : ${joinList(others, 'ou')} peut le valider (réglage « quatre yeux »).`;

/** Two versions of a figure differ by what was decided on them only. */
export const saysTheSame = (one: MeasurementContent, other: MeasurementContent): boolean =>
  sameContent({ ...one, status: other.status, marking: other.marking }, other);

/** Two versions give one amount, whatever is said of it. */
const sameAmount = (one: MeasurementContent, other: MeasurementContent): boolean =>
  one.value === other.value &&
  one.valueMax === other.valueMax &&
  one.qualifier === other.qualifier &&
  one.absence === other.absence;

/**
 * What the figure says once it is decided on. One that counts instead of another amount is « révisé », unless its author
 * says that it is provisional or estimated.
 * @param stands what counts until then; null when nothing does.
 */
export function decided(
  { value, valueMax, qualifier, absence, marking, precision, source, note, internalNote }: MeasurementContent,
  decision: Decision,
  stands: MeasurementContent | null,
): MeasurementContent {
  const said = { value, valueMax, qualifier, absence, marking, precision, source, note, internalNote };
  const next = { ...said, status: OUTCOMES[decision] };
  const isRevision =
    decision === 'validate' &&
    marking === 'final' &&
    stands?.status === 'validated' &&
    !sameAmount(stands, next);
  return isRevision ? { ...next, marking: 'revised' } : next;
}

/** Why the version to come replaces the one that stands: what is said now, then what its author said. */
export function reasonKept(
  decision: Decision,
  given: string | null,
  versions: readonly SaidContent[],
  standing: number,
): string | null {
  if (decision !== 'validate') return given;
  const newest = versions.at(-1);
  const said = versions.findLast(
    (one) =>
      one.version > standing &&
      one.reason !== null &&
      one.status !== 'returned' &&
      newest !== undefined &&
      saysTheSame(one, newest),
  );
  const reasons = [said?.reason ?? null, given].filter((reason) => reason !== null && reason !== '');
  return reasons.length === 0 ? null : [...new Set(reasons)].join(' · ');
}
