import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { localAddress } from './local-address.rules.js';
import { type Problem, problemOf } from './problem.js';

/** Draws an error for people; must need neither the database nor anything that may have failed. */
export type ErrorPage = (error: {
  status: number;
  title: string;
  message: string | null;
  requestId: string;
}) => string;

/** Every failure becomes a page for people or a problem document for programs, with the request's number. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly errorPage: ErrorPage,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used where no filter runs: errors of the HTTP layer itself. */
  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    void reply.status(problem.status);
    const retryAfter = problem['retryAfter'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    if (wantsJson(request)) {
      void reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
      return;
    }
    void reply.type('text/html; charset=utf-8');
    if (problem.status === 401 && request.method === 'GET') {
      const next = encodeURIComponent(localAddress(request.url));
      void reply.status(303).header('location', `/connexion?next=${next}`).send('');
      return;
    }
    void reply.send(
      this.errorPage({
        status: problem.status,
        title: problem.title,
        message: messageOf(problem),
        requestId: request.id,
      }),
    );
  }
}

function messageOf(problem: Problem): string | null {
  return problem.errors?.map((issue) => issue.message).join(' ') ?? null;
}

function wantsJson(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  if (/^\/(api(\/|$)|healthz|readyz|metrics)/.test(path)) return true;
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
