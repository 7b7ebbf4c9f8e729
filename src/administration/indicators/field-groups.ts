import type { Choice, FieldSpec } from '../../platform/forms/form.types.js';

/** Fields that answer one question, before they are drawn. */
export interface FieldGroup {
  title: string;
  hint: string;
  isFolded: boolean;
  fields: readonly FieldSpec[];
}

const PROSE = 5_000;
export const text = (
  name: string,
  label: string,
  hint?: string,
  rest: Partial<FieldSpec> = {},
): FieldSpec => ({
  kind: 'text',
  name,
  label,
  ...(hint === undefined ? {} : { hint }),
  ...rest,
});
export const optional = (
  name: string,
  label: string,
  hint?: string,
  rest: Partial<FieldSpec> = {},
): FieldSpec => text(name, label, hint, { optional: true, ...rest });
export const prose = (name: string, label: string, hint: string): FieldSpec =>
  optional(name, label, hint, { kind: 'textarea', maxLength: PROSE });
export const box = (name: string, label: string, hint: string): FieldSpec => ({
  kind: 'checkbox',
  name,
  label,
  hint,
});
export const list = (name: string, label: string, choices: readonly Choice[], hint?: string): FieldSpec =>
  text(name, label, hint, { kind: 'select', choices });
