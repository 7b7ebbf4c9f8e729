import type { z } from 'zod';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { ZodPipe } from '../http/zod.pipe.js';
import type { Refusal, Submission } from './form.types.js';

/** More than any form of ours has fields: a body made by hand is not echoed at length. */
const MOST_ISSUES = 50;
const TO_CORRECT = 'Le formulaire contient des éléments à corriger : rien n’a été enregistré.';

/**
 * Reads a sent form with its schema and acts upon it. What a person can correct comes back as a refusal, to be shown
 * in the form with what was typed; the rest is thrown.
 */
export async function submitted<Schema extends z.ZodType, Result>(
  schema: Schema,
  body: unknown,
  act: (value: z.output<Schema>) => Promise<Result>,
): Promise<Submission<Result>> {
  let value: z.output<Schema>;
  try {
    value = new ZodPipe(schema).transform(body);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, refusal: refusalOf(body, TO_CORRECT, error.issues, 422) };
  }
  try {
    return { ok: true, result: await act(value) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { title, issues, status, details } = error;
    if (status !== 409 && status !== 422 && status !== 429) throw error;
    const refusal = refusalOf(body, title, issues, status);
    const { retryAfter } = details;
    return { ok: false, refusal: typeof retryAfter === 'number' ? { ...refusal, retryAfter } : refusal };
  }
}

function refusalOf(body: unknown, title: string, issues: InputIssue[], status: Refusal['status']): Refusal {
  return { title, issues: issues.slice(0, MOST_ISSUES), values: textsOf(body), status };
}

/** What was typed, as far as it is text: a body made by hand may hold anything. */
export function textsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
