import { fastifyMultipart } from '@fastify/multipart';
import { fastifyStatic } from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { quote } from '../../kernel/decimal-string.rules.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../clock/clock.js';
import type { Configuration } from '../config/configuration.js';
import { runIn } from '../context/request-context.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { NestLogger } from '../logging/logger.js';
import { keepAnswers } from './answer-keeping.js';
import { clientErrorHandler } from './client-errors.js';
import { compressAnswers } from './compression.js';
import { COOKIES, readCookie } from './cookies.js';
import { ErrorFilter, type ErrorPage } from './error.filter.js';
import { stopGracefully } from './graceful-stop.js';
import { isOwnHost, isOwnWrite } from './origin.rules.js';
import { namesEachMemberOnce, repeatedMember } from './repeated-member.rules.js';
import { keepRouteTable } from './route-table.js';
import { securityHeaders } from './security-headers.js';
import { takeStreams } from './streamed-bodies.js';
import { guardUploads, readUpload } from './uploads.js';

const BODY_LIMIT_BYTES = 1_048_576;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_TIMEOUT_MS = 5_000;
const MAX_PARAM_LENGTH = 200;
/** One file and a handful of fields: a form of ours, not a flood. */
const MULTIPART_LIMITS = { files: 1, fields: 20, parts: 21, fieldSize: 100_000, fileSize: BODY_LIMIT_BYTES };
const NOT_JSON = 'Le corps de la demande n’est pas du JSON valide.';
const repeatedTitle = (name: string): string =>
  `Un objet de ce JSON dit deux fois ${quote(name)} : gardez un seul des deux.`;
const NOT_UTF8 =
  'Le corps de la demande n’est pas du texte en UTF-8 : enregistrez-le ou envoyez-le dans cet encodage.';

export interface HttpOptions {
  configuration: Configuration;
  logger: Logger;
  errorPage: ErrorPage;
  /** Folder of built assets, served under /assets/ with hashed names. */
  assetsDir: string;
}

/** A Nest application on Fastify with every limit, timeout, header and the error filter in place, not yet listening. */
export async function createHttpApplication(
  module: Parameters<typeof NestFactory.create>[0],
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const { configuration, logger } = options;
  const errors = new ErrorFilter(logger, options.errorPage);
  const headers = securityHeaders(configuration);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    // A request without Host is refused by our own rule, with the headers of every answer.
    http: { headersTimeout: HEADERS_TIMEOUT_MS, requireHostHeader: false },
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    trustProxy: configuration.trustProxy.length > 0 ? configuration.trustProxy : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    clientErrorHandler: clientErrorHandler(headers),
    // An address that cannot even be decoded reaches no hook.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      errors.send(error, request, reply.headers({ ...headers, 'cache-control': 'no-store' })),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  keepRouteTable(fastify);
  rememberSurroundings(fastify);
  guardEveryAnswer(fastify, configuration, headers);
  stopGracefully(fastify);
  logRequests(fastify, logger);
  const application = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  keepAnswers(fastify, {
    data: application.get(UnitOfWork),
    clock: application.get(Clock),
    isPersonal: (request) => isPersonal(request, configuration),
  });
  compressAnswers(fastify);
  application.useGlobalFilters(errors);
  registerBodyParsers(application);
  guardUploads(fastify, (request) => isPersonal(request, configuration));
  await fastify.register(fastifyMultipart, {
    limits: MULTIPART_LIMITS,
    attachFieldsToBody: 'keyValues',
    onFile: readUpload,
  });
  await fastify.register(fastifyStatic, {
    root: options.assetsDir,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  });
  return application;
}

/** JSON with our own words for what is not; forms; files of figures as they come, on the addresses that take them. */
function registerBodyParsers(application: NestFastifyApplication): void {
  const fastify: FastifyInstance = application.getHttpAdapter().getInstance();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  application.useBodyParser('application/json', {}, (request, body, done) => {
    // Lenient decoding would keep « Saint-C�r� » in place of a text sent in windows-1252.
    if (!isUtf8(body)) {
      done(new DomainError('invalid_json', NOT_UTF8, 400));
      return;
    }
    const text = body.toString('utf8');
    void parseJson(request as FastifyRequest, text, (error, value) => {
      const twice = error || namesEachMemberOnce(body, value) ? null : repeatedMember(text);
      if (error) done(new DomainError('invalid_json', NOT_JSON, 400));
      else if (twice !== null) done(new DomainError('repeated_member', repeatedTitle(twice), 400));
      else done(null, value);
    });
  });
  // Fastify's own: no address takes plain text, which browsers may send anywhere without asking.
  fastify.removeContentTypeParser('text/plain');
  application.useBodyParser('application/x-www-form-urlencoded', {}, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString('utf8')))),
  );
  takeStreams(fastify, ['text/csv', 'application/x-ndjson']);
}

/** Everything that a request sets off knows its number and where it came from, for the journal. */
function rememberSurroundings(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const userAgent = request.headers['user-agent'] ?? null;
    runIn({ requestId: request.id, address: request.ip, userAgent, actor: 'visitor' }, done);
  });
}

/** Whether a request carries what tells who asks: one of our cookies, a token. */
function isPersonal({ headers }: FastifyRequest, configuration: Configuration): boolean {
  if (headers.authorization !== undefined) return true;
  return COOKIES.some((name) => readCookie(headers.cookie, name, configuration) !== null);
}

function guardEveryAnswer(
  fastify: FastifyInstance,
  configuration: Configuration,
  headers: Record<string, string>,
): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers).header('x-request-id', request.id);
    // What was shown to somebody in particular is kept by no cache, and not behind the browser's Back button. Files that
    // are found say otherwise of themselves.
    void reply.header('cache-control', isPersonal(request, configuration) ? 'no-store' : 'no-cache');
    if (!request.url.startsWith('/assets/')) void reply.header('vary', 'cookie');
    if (!isOwnHost(request.headers.host, configuration.baseUrl)) {
      throw new DomainError(
        'unknown_host',
        'Cette adresse n’est pas celle de ce service : réglez BASE_URL.',
        400,
      );
    }
    if (!isOwnWrite(request.method, request.headers)) {
      throw new DomainError(
        'cross_site',
        'Cette action doit être faite depuis les pages de ce service.',
        403,
      );
    }
  });
  // What hands a cookie over is for one browser, which had none when it asked.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.hasHeader('set-cookie')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    logger.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
