import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';

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
      parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        code: issue.code === 'unrecognized_keys' ? 'unknown_member' : 'invalid_value',
        message: issue.message,
      })),
    );
  }
}
