import { typographic } from '../../kernel/french-text.rules.js';
import type { Choice, FieldSpec } from '../../platform/forms/form.types.js';
import type { TotalProposal } from '../batches/batch.types.js';
import type { DraftAnswers } from '../drafts/draft.types.js';
import type { TriedFile } from '../drafts/trial.types.js';
import type { ImportQuestion } from '../import.types.js';
import { questionsOf } from './draft-answers.rules.js';
import { CREATE_FIELD, fileField, totalField } from './draft-fields.rules.js';

/** A list of more choices than these opens when it is asked to. */
const MOST_SHOWN = 4;

/** The questions of a file as fields: those that it waits for, and those that have an answer already. */
export function questionFields(tried: TriedFile): { required: FieldSpec[]; optional: FieldSpec[] } {
  const fields: { required: FieldSpec[]; optional: FieldSpec[] } = { required: [], optional: [] };
  for (const question of questionsOf(tried)) {
    const { name, optional = false } = question.answer ?? {};
    if (name === undefined || name === 'create' || name === 'period') continue;
    const said = tried.file.answers.reading[name];
    const field = questionField(question, fileField(tried.file.id, name), said);
    fields[optional ? 'optional' : 'required'].push(field);
  }
  return fields;
}

/** Whether somebody must say to which period the file relates, or said so. */
export const asksPeriod = (tried: TriedFile): boolean =>
  questionsOf(tried).some(({ answer }) => answer?.name === 'period');

/** Whether what does not exist yet is to be created, as a field. */
export const creationField = (question: ImportQuestion, { create }: DraftAnswers): FieldSpec =>
  questionField(question, CREATE_FIELD, create === true ? 'true' : undefined);

function questionField(question: ImportQuestion, name: string, said: string | undefined): FieldSpec {
  const { answer, message, choices } = question;
  const values = answer?.values ?? [];
  const isOptional = answer?.optional === true;
  const offered = values.map((value, index): Choice => ({ value, label: spoken(choices[index] ?? value) }));
  const value = said ?? (isOptional ? (values[0] ?? '') : '');
  if (offered.length > MOST_SHOWN) {
    const choose = isOptional ? [] : [{ value: '', label: 'Choisir…' }];
    return { kind: 'select', name, label: typographic(message), value, choices: [...choose, ...offered] };
  }
  // One choice is taken or not; not yet, the import waits.
  const notYet = offered.length === 1 ? [{ value: '', label: 'Pas maintenant' }] : [];
  return { kind: 'radio', name, label: typographic(message), value, choices: [...offered, ...notYet] };
}

/** What becomes of a total, as a field. */
export function totalFieldOf({ key, message, choices }: TotalProposal, answers: DraftAnswers): FieldSpec {
  return {
    kind: 'radio',
    name: totalField(key),
    label: typographic(message),
    value: answers.totals?.find((one) => one.key === key)?.choice ?? 'keep',
    choices: choices.map(({ choice, label }) => ({ value: choice, label: spoken(label) })),
  };
}

/** A choice of its own line begins with a capital. */
const spoken = (label: string): string => typographic(label.charAt(0).toUpperCase() + label.slice(1));
