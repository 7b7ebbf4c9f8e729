import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { DomainError } from '../../kernel/domain-error.js';
import { ACCESS_KEY } from '../../platform/http/access.js';
import type { Permission } from '../../platform/security/permission.types.js';
import { PAGE_KEY } from '../../platform/views/page.decorator.js';
import { SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { SETUP_PATH } from './setup.presenter.js';

/** Pages of the programme itself: without one, they would be empty and unsigned. */
const OF_THE_PROGRAMME: readonly Permission[] = ['public', 'read', 'measurements:read'];

/** Until a programme is installed, leads whoever may install one to the assistant, and says so to everybody else. */
@Injectable()
export class SetupInterceptor implements NestInterceptor<unknown, unknown> {
  /** A programme never goes away: once there is one, nothing is asked any more. */
  private installed = false;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    const isPage = this.reflector.get<string | undefined>(PAGE_KEY, context.getHandler()) !== undefined;
    if (this.installed || !isPage) return next.handle();
    const permission = this.reflector.getAllAndOverride<Permission>(ACCESS_KEY, targets);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const checked = OF_THE_PROGRAMME.includes(permission)
      ? from(this.requireProgramme()).pipe(mergeMap(() => next.handle()))
      : next.handle();
    return checked.pipe(catchError((error: unknown) => answerTo(error, request)));
  }

  /** @throws DomainError `no_programme`. */
  private async requireProgramme(): Promise<void> {
    await this.programmes.programme();
    this.installed = true;
  }
}

function answerTo(error: unknown, { method, caller }: FastifyRequest): Observable<unknown> {
  const isMissing = error instanceof DomainError && error.code === 'no_programme';
  const mayInstall =
    caller?.kind === 'person' && caller.person.role === 'admin' && caller.person.stage === 'full';
  return isMissing && mayInstall && method === 'GET' ? of(new SeeOther(SETUP_PATH)) : throwError(() => error);
}
