import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonIdentity } from '../account.types.js';

/** The person behind a request, however far they have signed in; null for anybody else: `@PersonIfAny() person: PersonIdentity | null`. */
export const PersonIfAny = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonIdentity | null => {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
    return caller?.kind === 'person' ? caller.person : null;
  },
);
