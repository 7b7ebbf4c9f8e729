import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import type { PersonIdentity } from '../account.types.js';

/** The person behind a request, for handlers whose permission only people hold: `@SignedIn() person: PersonIdentity`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): PersonIdentity => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (caller?.kind === 'person') return caller.person;
  throw new DomainError('authentication_required', 'Connectez-vous pour ouvrir cette page.', 401);
});
