import { fastifyStatic } from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { DomainError } from '../../kernel/domain-error.js';
import type { Configuration } from '../config/configuration.js';
import { NestLogger } from '../logging/logger.js';
import { compressAnswers } from './compression.js';
import { ErrorFilter, type ErrorPage, sendProblem } from './error.filter.js';
import { stopGracefully } from './graceful-stop.js';
import { isOwnHost, isOwnWrite } from './origin.rules.js';
import { securityHeaders } from './security-headers.js';

const BODY_LIMIT_BYTES = 1_048_576;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_TIMEOUT_MS = 5_000;
const MAX_PARAM_LENGTH = 200;

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
  const { configuration, logger, errorPage } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    trustProxy: configuration.trustProxy.length > 0 ? configuration.trustProxy : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    disableRequestLogging: true,
  });
  const fastify: FastifyInstance = adapter.getInstance();
  guardEveryAnswer(fastify, options);
  stopGracefully(fastify);
  compressAnswers(fastify);
  logRequests(fastify, logger);
  const application = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  application.useGlobalFilters(new ErrorFilter(logger, errorPage));
  fastify.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, logger, errorPage));
  await fastify.register(fastifyStatic, {
    root: options.assetsDir,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  });
  for (const type of ['text/csv', 'application/x-ndjson']) {
    fastify.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  }
  return application;
}

function guardEveryAnswer(fastify: FastifyInstance, { configuration }: HttpOptions): void {
  const headers = securityHeaders(configuration);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers).header('x-request-id', request.id);
    if (!request.url.startsWith('/assets/')) void reply.header('cache-control', 'no-cache');
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
