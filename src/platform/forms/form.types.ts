import type { InputIssue } from '../../kernel/domain-error.js';

/** One choice of a list or of a group of radio buttons. */
export interface Choice {
  value: string;
  label: string;
  /** A word under it, for radio buttons. */
  hint?: string;
}

export type FieldKind =
  | 'text'
  | 'email'
  | 'password'
  | 'code'
  | 'date'
  | 'number'
  | 'colour'
  | 'file'
  | 'textarea'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'hidden';

/** One field as its page describes it. */
export interface FieldSpec {
  kind: FieldKind;
  /** Name in the body that is sent, and path of its issues. */
  name: string;
  label: string;
  /** What is expected, before any mistake. */
  hint?: string;
  /** What stands in it at first; `on` ticks a checkbox. */
  value?: string;
  /** Optional ones say so; every other one is required. */
  optional?: boolean;
  /** The browser's and the password manager's word for it: `username`, `new-password`, `one-time-code`… */
  autocomplete?: string;
  choices?: readonly Choice[];
  /** Accepted files: `image/png,image/svg+xml`. */
  accept?: string;
  /** Texts that may be meant, offered while one types. */
  suggestions?: readonly string[];
  maxLength?: number;
}

/** One field as templates draw it: every member is there. */
export interface FieldView {
  kind: FieldKind;
  name: string;
  id: string;
  label: string;
  hint: string | null;
  value: string;
  error: string | null;
  required: boolean;
  autocomplete: string;
  choices: (Required<Choice> & { selected: boolean })[];
  checked: boolean;
  accept: string;
  suggestions: readonly string[];
  maxLength: number;
  /** Ids of the hint and of the error, for screen readers; empty when there is neither. */
  describedBy: string;
}

/** One form as templates draw it (`forms/form`). */
export interface FormView {
  /** Unique in the page: prefixes the ids of its fields. */
  id: string;
  action: string;
  /** Words of its button: a verb. */
  submit: string;
  /** `danger` for what cannot be undone. */
  tone: 'primary' | 'plain' | 'danger';
  /** Whether it carries a file. */
  multipart: boolean;
  /** Why nothing was saved, and a link to each field to correct; null when nothing is wrong. */
  problem: { title: string; issues: { text: string; href: string | null }[] } | null;
  fields: FieldView[];
}

/** A form that was sent and refused: what was typed, to be shown again, and what to correct. */
export interface Refusal {
  title: string;
  issues: InputIssue[];
  values: Readonly<Record<string, string>>;
  /** Status of the page that shows it again. */
  status: 409 | 422 | 429;
  retryAfter?: number;
}

/** A sent form, once acted upon. */
export type Submission<Result> = { ok: true; result: Result } | { ok: false; refusal: Refusal };
