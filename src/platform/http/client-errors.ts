import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorCode } from '../../kernel/error-code.js';
import { problemOf } from './problem.js';
import { isStreaming } from './streamed-bodies.js';

/** What Node says of bytes that are no request, and the status that answers it. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what never becomes a request, and so meets no hook, with the headers of every other answer. */
export function clientErrorHandler(headers: Readonly<Record<string, string>>) {
  return (error: Error, socket: Socket): void => {
    if (socket.destroyed || !socket.writable || errorCode(error) === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    // Node gives every request the same time: what is streamed has that of its route.
    if (errorCode(error) === 'ERR_HTTP_REQUEST_TIMEOUT' && isStreaming(socket)) return;
    const statusCode = STATUSES[errorCode(error)] ?? 400;
    const body = JSON.stringify(problemOf(Object.assign(new Error(), { statusCode }), randomUUID()));
    const lines = Object.entries({
      ...headers,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const status = `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ''}\r\n`;
    socket.end(`${status}${lines.join('')}\r\n${body}`);
  };
}
