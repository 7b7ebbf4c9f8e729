import type { SaidVersion } from '../measurements/measurement-answer.types.js';
import type { MeasurementStatus } from '../measurements/measurement.types.js';

/** What was done of a figure in a version; one that counts at once was received. */
const DONE: Readonly<Record<MeasurementStatus, string>> = {
  draft: 'saisie',
  submitted: 'soumise',
  returned: 'renvoyée',
  validated: 'reçue',
  withdrawn: 'retirée',
};

/** « soumise », « renvoyée »; « validée » when it waited for it before. */
export const doneText = ({ answer }: SaidVersion, before: SaidVersion | undefined): string =>
  answer.status === 'validated' && before !== undefined && WAITING.includes(before.answer.status)
    ? 'validée'
    : DONE[answer.status];

const WAITING: readonly MeasurementStatus[] = ['draft', 'submitted', 'returned'];
