import type { z } from 'zod';
import { DomainError, type InputIssue } from '../kernel/domain-error.js';
import { sentence } from '../kernel/french-text.rules.js';
import { frenchMessage } from '../platform/json/json-issues.js';

/** Reads a parsed JSON file with its schema. @throws DomainError `invalid_dataset` naming the file and each path. */
export function parseFile<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  content: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(content, { error: frenchMessage });
  if (parsed.success) return parsed.data;
  throw refusedDataset(
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code === 'unrecognized_keys' ? 'unknown_member' : 'invalid_value',
      message: issue.message,
    })),
    file,
  );
}

/** The refusal of a data set: each issue's sentence starts with its file and path. */
export function refusedDataset(issues: InputIssue[], file: string): DomainError {
  const located = issues.map((issue) => ({
    ...issue,
    message: sentence`${issue.path === '' ? file : `${file}, ${issue.path}`} : ${issue.message}.`,
  }));
  const count = located.length > 1 ? `${located.length} éléments à corriger` : 'un élément à corriger';
  return new DomainError(
    'invalid_dataset',
    sentence`Le jeu de données est refusé, ${count} ; rien n’a été chargé.`,
    422,
    located,
  );
}
