import type { ImportQuestion, ImportReport } from './import.types.js';

/** Nothing is imported until somebody answers it. */
export const waitsForAnswer = ({ answer }: ImportQuestion): boolean =>
  answer !== undefined && answer.optional !== true;

/** Nothing of a file is kept: a refusal, or a question that nobody answered. */
export const isHeld = ({ rejected, questions }: ImportReport): boolean =>
  rejected.length > 0 || questions.some(waitsForAnswer);
