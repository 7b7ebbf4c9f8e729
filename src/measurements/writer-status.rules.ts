import type { Role } from '../accounts/account.types.js';
import { quote } from '../kernel/decimal-string.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import type { ReviewMode } from './measurement-life.types.js';
import type { MeasurementStatus } from './measurement.types.js';

/** What whoever may not validate can say of a figure: it waits beside what stands, and never hides it. */
const WAITING: readonly MeasurementStatus[] = ['draft', 'submitted'];

/** Whether what somebody writes may count at once, or take away what counts. @param role null for a program. */
export const mayValidate = (role: Role | null): boolean =>
  role === null || role === 'validator' || role === 'admin';

/** Whether what somebody writes waits for somebody else, though they may validate: programs are told apart by their tokens. */
const waitsForOthers = (role: Role | null, mode: ReviewMode): boolean =>
  role !== null && mode === 'four_eyes' && mayValidate(role);

/** Status of the figures that do not say theirs. */
export const defaultStatusOf = (role: Role | null, mode: ReviewMode): 'validated' | 'submitted' =>
  mayValidate(role) && !waitsForOthers(role, mode) ? 'validated' : 'submitted';

/** Why somebody may not give this status, or null when they may. */
export function statusIssue(
  status: MeasurementStatus | undefined,
  role: Role | null,
  mode: ReviewMode,
): InputIssue | null {
  if (status === 'validated' && waitsForOthers(role, mode)) {
    const message =
      'Une autre personne qui valide doit relire ce chiffre (réglage « quatre yeux ») : écrivez submitted, ou n’écrivez rien.';
    return { path: 'status', code: 'four_eyes', message };
  }
  if (status === undefined || mayValidate(role) || WAITING.includes(status)) return null;
  const message = `${quote(status)} revient à qui valide : écrivez submitted ou draft, ou n’écrivez rien.`;
  return { path: 'status', code: 'validation_reserved', message };
}

/** Whether withdrawing would take a figure away from those that count: its newest version that stands is validated. */
export function counts(history: readonly { status: MeasurementStatus }[]): boolean {
  const standing = history.findLast(({ status }) => status === 'validated' || status === 'withdrawn');
  return standing?.status === 'validated';
}
