import { HttpException } from '@nestjs/common';
import { errorCode } from '../../kernel/error-code.js';
import { DomainError } from '../../kernel/domain-error.js';

/** RFC 9457 problem details, with our `code` and the list of `errors` of an input. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  /** Identifies this occurrence in the logs. */
  instance: string;
  errors?: { line?: number; column?: string; path: string; code: string; message: string }[];
  [extension: string]: unknown;
}

const TITLES: Record<number, { code: string; title: string }> = {
  400: { code: 'invalid_request', title: 'La demande est mal formée.' },
  401: { code: 'authentication_required', title: 'Il faut s’identifier.' },
  403: { code: 'forbidden', title: 'Cette action n’est pas permise.' },
  404: { code: 'not_found', title: 'Cette page n’existe pas ou n’existe plus.' },
  405: { code: 'method_not_allowed', title: 'Cette adresse n’accepte pas cette action.' },
  408: { code: 'request_timeout', title: 'La demande a mis trop de temps à arriver.' },
  413: { code: 'body_too_large', title: 'L’envoi est trop volumineux : découpez-le en plusieurs envois.' },
  414: { code: 'address_too_long', title: 'Cette adresse est trop longue : raccourcissez-la.' },
  415: { code: 'unsupported_media_type', title: 'Ce type de contenu n’est pas accepté : envoyez du JSON.' },
  429: { code: 'too_many_requests', title: 'Trop de demandes : réessayez dans un instant.' },
  431: { code: 'headers_too_large', title: 'Les en-têtes de la demande sont trop longs.' },
  503: { code: 'unavailable', title: 'Le service est momentanément indisponible.' },
};
const UNEXPECTED = { code: 'unexpected', title: 'Une erreur inattendue est survenue.' };
/** What to tell the caller about any error; unknown ones give nothing away. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof DomainError) {
    return {
      ...error.details,
      type: 'about:blank',
      title: error.title,
      status: error.status,
      code: error.code,
      instance: requestId,
      ...(error.issues.length > 0 ? { errors: error.issues } : {}),
    };
  }
  const status = statusOf(error);
  const words = TITLES[status] ?? UNEXPECTED;
  return { type: 'about:blank', title: words.title, status, code: words.code, instance: requestId };
}

/** PostgreSQL stopping, starting or out of reach: the next request may well succeed. */
const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|57P0[123]|53300|08\d{3})$/;
/** The same, as the driver says it when the connection itself breaks: these errors carry no code. */
const CONNECTION_LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query runner already released|Database connection provided by a query runner was already released)/i;

function isDatabaseAway(error: unknown): boolean {
  return (
    DATABASE_AWAY.test(errorCode(error)) || (error instanceof Error && CONNECTION_LOST.test(error.message))
  );
}

/** The reader of multipart bodies says without any status that a body is cut short, or has no boundary. */
const BROKEN_MULTIPART = /^(Multipart: Boundary not found|.*[Uu]nexpected end of multipart data)$/;

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && BROKEN_MULTIPART.test(error.message)) return 400;
  if (isDatabaseAway(error)) return 503;
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode >= 400 && error.statusCode < 600 ? error.statusCode : 500;
  }
  return 500;
}
