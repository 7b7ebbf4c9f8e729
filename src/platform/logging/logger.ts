import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Configuration } from '../config/configuration.js';

/** Injection token of the application's pino logger. */
export const LOGGER = Symbol('Logger');

/** Lines that wait for a log that cannot be written. */
const MOST_UNWRITTEN_CHARACTERS = 1_048_576;

/**
 * JSON lines on standard output (standard error for commands, whose output is theirs). Lines hold method, route,
 * status and durations: never an address, an e-mail or a token.
 */
export function createLogger(
  level: Configuration['logLevel'],
  stream: 'stdout' | 'stderr' = 'stdout',
): Logger {
  const destination = pino.destination({
    fd: stream === 'stdout' ? 1 : 2,
    sync: true,
    maxLength: MOST_UNWRITTEN_CHARACTERS,
  });
  // A full disk under the log must not fail the requests that it tells of: lines are kept a while, then lost.
  destination.on('error', () => undefined);
  return pino(
    { level, base: null, redact: ['*.authorization', '*.token', '*.password', '*.email'] },
    destination,
  );
}

/** Lets Nest speak through pino; its start-up chatter goes to debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const error = message instanceof Error ? message : undefined;
    this.logger.error({ err: error, context: rest.at(-1), details: rest.slice(0, -1) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: rest.at(-1) }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: rest.at(-1) }, String(message));
  }
}
