import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';

/** Checks one parameter, query or body against a schema; refuses with the field and a French sentence. */
export class ZodPipe<Schema extends z.ZodType> implements PipeTransform<unknown, z.output<Schema>> {
  constructor(private readonly schema: Schema) {}

  transform(value: unknown): z.output<Schema> {
    const parsed = this.schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    throw new DomainError(
      'invalid_request',
      'La demande contient des éléments à corriger.',
      400,
      parsed.error.issues.flatMap(issuesOf),
    );
  }
}

/** The schema's own sentence when it has one: those of the library are in English. */
function issuesOf(issue: z.core.$ZodIssue): InputIssue[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: key,
      code: 'unknown_member',
      message: `${quote(key)} n’est pas connu ici : retirez-le ou corrigez son nom.`,
    }));
  }
  const isLibraryWords = /^(Invalid|Too (big|small)|Unrecognized|Expected)/.test(issue.message);
  return [
    { path, code: 'invalid_value', message: isLibraryWords ? frenchWords(issue, path) : issue.message },
  ];
}

function frenchWords(issue: z.core.$ZodIssue, path: string): string {
  const name = path === '' ? 'Cet élément' : quote(path);
  if (issue.code === 'too_big') return `${name} est trop long ou trop grand.`;
  if (issue.code === 'invalid_type') return `${name} est attendu une fois, et une seule.`;
  return `${name} n’a pas la forme attendue.`;
}
