import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Where this server answers, as the request names it, `http://localhost:3000`: its Host was checked before. */
export const SiteOrigin = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return `${request.protocol}://${request.headers.host ?? 'localhost'}`;
});
