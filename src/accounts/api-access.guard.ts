import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { ACCESS_KEY, type Permission } from '../platform/http/access.js';
import type { TokenIdentity } from './account.types.js';
import { ApiTokensService } from './api-tokens.service.js';

const BEARER = /^Bearer +([^\s]+) *$/i;

/**
 * Decides who may call a route of the API from what its handler declares; a route that declares nothing is refused.
 * A guard sees the handler that will really run: no spelling of the address goes around it.
 */
@Injectable()
export class ApiAccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (!isApiRoute(request)) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ACCESS_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (permission === undefined) {
      throw new DomainError(
        'forbidden',
        'Cette adresse ne dit pas qui peut l’appeler : elle reste fermée.',
        403,
      );
    }
    const identity = await this.identify(request, http.getResponse<FastifyReply>());
    if (identity === null) {
      if (permission === 'public' && (await this.tokens.programmeIsPublic())) return true;
      throw unauthorised(
        http.getResponse<FastifyReply>(),
        new DomainError(
          'token_required',
          'Il faut un jeton : ajoutez l’en-tête « Authorization: Bearer copil_… ».',
          401,
        ),
      );
    }
    request.tokenIdentity = identity;
    if (permission !== 'public' && !identity.scope.permissions.includes(permission)) {
      throw new DomainError('scope_missing', `Ce jeton n’a pas la portée « ${permission} ».`, 403);
    }
    if (permission === 'measurements:write') this.tokens.countWrite(identity);
    return true;
  }

  private async identify(request: FastifyRequest, reply: FastifyReply): Promise<TokenIdentity | null> {
    const header = request.headers.authorization;
    if (header === undefined) return null;
    const bearer = BEARER.exec(header)?.[1];
    const answer =
      bearer === undefined
        ? ({ ok: false, reason: 'unknown' } as const)
        : await this.tokens.authenticate(bearer);
    if (answer.ok) return answer.identity;
    const error =
      answer.reason === 'expired'
        ? new DomainError('token_expired', 'Ce jeton est arrivé à échéance : créez-en un autre.', 401)
        : new DomainError(
            'token_unknown',
            'Ce jeton n’est pas reconnu : il est mal recopié ou a été révoqué.',
            401,
          );
    throw unauthorised(reply, error);
  }
}

/** The route that matched, not the address that was typed. */
function isApiRoute(request: FastifyRequest): boolean {
  return /^\/api(\/|$)/.test(request.routeOptions.url ?? '/api');
}

function unauthorised(reply: FastifyReply, error: DomainError): DomainError {
  void reply.header('www-authenticate', 'Bearer realm="copil"');
  return error;
}
