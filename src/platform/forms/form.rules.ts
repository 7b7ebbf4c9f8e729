import { typographic } from '../../kernel/french-text.rules.js';
import type { FieldSpec, FieldView, FormView, Refusal } from './form.types.js';

/** One form as its page describes it. */
export interface FormSpec {
  id: string;
  action: string;
  submit: string;
  tone?: FormView['tone'];
  fields: readonly FieldSpec[];
}

/** A short line of text by default: names, labels. */
const MOST_CHARACTERS = 200;

/** The view of a form, as it is first shown or with what was typed and what to correct. */
export function formView(spec: FormSpec, refusal: Refusal | null = null): FormView {
  const fields = spec.fields.map((field) => fieldView(spec.id, field, refusal));
  return {
    id: spec.id,
    action: spec.action,
    submit: spec.submit,
    tone: spec.tone ?? 'primary',
    multipart: spec.fields.some(({ kind }) => kind === 'file'),
    problem: refusal === null ? null : problemOf(refusal, fields),
    fields,
  };
}

function fieldView(formId: string, spec: FieldSpec, refusal: Refusal | null): FieldView {
  const id = `${formId}-${spec.name}`;
  const issue = refusal?.issues.find(({ path }) => path === spec.name) ?? null;
  const value = shownValue(spec, refusal);
  const hint = spec.hint === undefined ? null : typographic(spec.hint);
  const described = [hint === null ? null : `${id}-hint`, issue === null ? null : `${id}-error`];
  return {
    kind: spec.kind,
    name: spec.name,
    id,
    label: typographic(spec.label),
    hint,
    value,
    error: issue?.message ?? null,
    required: !(spec.optional ?? false) && spec.kind !== 'checkbox',
    autocomplete: spec.autocomplete ?? 'off',
    choices: (spec.choices ?? []).map((choice) => ({
      ...choice,
      hint: typographic(choice.hint ?? ''),
      selected: choice.value === value,
    })),
    checked: value === 'on',
    accept: spec.accept ?? '',
    suggestions: spec.suggestions ?? [],
    maxLength: spec.maxLength ?? MOST_CHARACTERS,
    describedBy: described.filter((one) => one !== null).join(' '),
  };
}

/** What was typed comes back, except secrets and files, which a page never repeats. */
function shownValue(spec: FieldSpec, refusal: Refusal | null): string {
  if (spec.kind === 'password' || spec.kind === 'code' || spec.kind === 'file') return '';
  if (refusal === null || spec.kind === 'hidden') return spec.value ?? '';
  // A box that was not ticked is not sent at all.
  return refusal.values[spec.name] ?? (spec.kind === 'checkbox' ? '' : (spec.value ?? ''));
}

/** One field says beside itself what is wrong: links are for choosing among several. */
function problemOf(refusal: Refusal, fields: readonly FieldView[]): FormView['problem'] {
  const isAlone = fields.filter(({ kind }) => kind !== 'hidden').length === 1;
  const issues = refusal.issues.map(({ path, message }) => {
    const field = fields.find(({ name }) => name === path);
    return { text: message, href: field === undefined ? null : `#${field.id}` };
  });
  return { title: refusal.title, issues: issues.filter(({ href }) => href === null || !isAlone) };
}
