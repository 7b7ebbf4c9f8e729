import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { actAs } from '../../platform/context/request-context.js';
import { ACCESS_KEY } from '../../platform/http/access.js';
import { readCookie } from '../../platform/http/cookies.js';
import type { Permission } from '../../platform/security/permission.types.js';
import { sameText } from '../../platform/security/secrets.js';
import type { Caller, PersonIdentity } from '../account.types.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { ShareLinksService } from '../shares/share-links.service.js';
import { ApiTokensService } from '../tokens/api-tokens.service.js';
import { actorOf, pageReaderOf } from './caller.rules.js';
import { type Decision, decide, HOLDERS, type MatchedRoute } from './permissions.rules.js';

const BEARER = /^Bearer +([^\s]+) *$/i;
const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The hidden field of forms that carries the session's token. */
const CSRF_FIELD = '_csrf';

/**
 * Decides who may call a route from what its handler declares; a route that declares nothing is refused. A guard sees
 * the handler that will really run: no spelling of the address goes around it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(ShareLinksService) private readonly shares: ShareLinksService,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(ACCESS_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (permission === undefined) {
      const title = 'Cette adresse ne dit pas qui peut l’appeler : elle reste fermée.';
      throw new DomainError('forbidden', title, 403);
    }
    const reply = http.getResponse<FastifyReply>();
    const known = await this.identify(request, reply);
    if (known.kind === 'person') request.pageReader = pageReaderOf(known.person);
    const isPublic = await this.tokens.programmeIsPublic();
    const decided = (caller: Caller): Decision => decide(permission, caller, routeOf(request), isPublic);
    // A link opens its page to whoever has it: signing in must not close it to a partner.
    const shared =
      known.kind === 'person' && decided(known) !== 'granted' ? await this.sharedTo(request) : null;
    const caller = shared !== null && decided(shared) === 'granted' ? shared : known;
    request.caller = caller;
    actAs(actorOf(caller));
    const decision = decided(caller);
    if (decision === 'identify') throw whoIsThere(request, reply);
    if (decision === 'refused') throw refusal(permission, caller);
    request.answersEverybody = permission === 'public' && caller.kind === 'visitor';
    if (permission === 'measurements:write' && caller.kind === 'token') this.tokens.countWrite(caller.token);
    return true;
  }

  private async identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { authorization, cookie } = request.headers;
    // Programs speak to the API; a page has no use for their tokens.
    if (authorization !== undefined && isApiRoute(request)) return this.identifyToken(authorization, reply);
    const secret = readCookie(cookie, 'session', this.configuration);
    const person = secret === null ? null : await this.sessions.identify(secret);
    if (person !== null) {
      requireOwnForm(request, person);
      return { kind: 'person', person };
    }
    return (await this.sharedTo(request)) ?? { kind: 'visitor' };
  }

  private async sharedTo(request: FastifyRequest): Promise<Caller | null> {
    const secret = readCookie(request.headers.cookie, 'share', this.configuration);
    const page = secret === null ? null : await this.shares.identify(secret);
    return page === null ? null : { kind: 'share', page };
  }

  private async identifyToken(header: string, reply: FastifyReply): Promise<Caller> {
    const bearer = BEARER.exec(header)?.[1];
    const answer =
      bearer === undefined
        ? ({ ok: false, reason: 'unknown' } as const)
        : await this.tokens.authenticate(bearer);
    if (answer.ok) return { kind: 'token', token: answer.identity };
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

/** A write with a session carries what only our own pages know: the session's own token, in the form or in a header. */
function requireOwnForm(request: FastifyRequest, person: PersonIdentity): void {
  if (READING_METHODS.has(request.method)) return;
  const field = takeField(request.body);
  const header = request.headers['x-csrf-token'];
  const given = typeof header === 'string' ? header : field;
  if (given !== null && sameText(given, person.csrfToken)) return;
  throw new DomainError(
    'form_expired',
    'Ce formulaire n’est plus valable : rechargez la page, puis recommencez.',
    403,
  );
}

/** Takes the token out of a form: what is left is what the route's own schema describes. */
function takeField(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !(CSRF_FIELD in body)) return null;
  const { [CSRF_FIELD]: given } = body;
  delete (body as Record<string, unknown>)[CSRF_FIELD];
  return typeof given === 'string' ? given : null;
}

/** The route that matched, not the address that was typed. */
function routeOf(request: FastifyRequest): MatchedRoute {
  const { params } = request;
  const year = typeof params === 'object' && params !== null && 'year' in params ? params.year : null;
  return {
    method: request.method,
    pattern: request.routeOptions.url ?? '',
    year: typeof year === 'string' ? year : null,
  };
}

const isApiRoute = (request: FastifyRequest): boolean =>
  /^\/api(\/|$)/.test(request.routeOptions.url ?? '/api');

function whoIsThere(request: FastifyRequest, reply: FastifyReply): DomainError {
  if (!isApiRoute(request)) {
    return new DomainError('authentication_required', 'Connectez-vous pour ouvrir cette page.', 401);
  }
  const title = 'Il faut un jeton : ajoutez l’en-tête « Authorization: Bearer copil_… ».';
  return unauthorised(reply, new DomainError('token_required', title, 401));
}

function refusal(permission: Permission, caller: Caller): DomainError {
  if (caller.kind === 'token') {
    const scope = HOLDERS[permission].token;
    const title =
      scope === null
        ? 'Aucun jeton n’ouvre cette adresse.'
        : `Ce jeton n’a pas la portée « ${scope} » : demandez-en un autre.`;
    return new DomainError('scope_missing', title, 403);
  }
  return new DomainError('forbidden', 'Cette page n’est pas ouverte à votre compte.', 403);
}

function unauthorised(reply: FastifyReply, error: DomainError): DomainError {
  void reply.header('www-authenticate', 'Bearer realm="copil"');
  return error;
}
