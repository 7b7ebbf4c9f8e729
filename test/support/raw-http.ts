import { Agent, request } from 'node:http';
import { errorCode } from '../../src/kernel/error-code.js';

/** A request as it goes over the wire: nothing normalises its address, nothing adds a header. */
export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Sent as it is; an object goes as JSON, a list of pairs as a form. */
  body?: string | Buffer | object;
  form?: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends one request to a test server and reads the whole answer. */
export async function send(origin: string, asked: RawRequest): Promise<RawAnswer> {
  try {
    return await sendOnce(origin, asked);
  } catch (error) {
    // The server hangs up on a silent connection; a request that was on its way in it is sent again.
    if (errorCode(error) === 'ECONNRESET') return sendOnce(origin, asked);
    throw error;
  }
}

function sendOnce(
  origin: string,
  { method = 'GET', path, headers = {}, body, form }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  const { content, type } = contentOf(body, form);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          ...(type === null ? {} : { 'content-type': type }),
          ...(content === null ? {} : { 'content-length': String(Buffer.byteLength(content)) }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(content ?? undefined);
  });
}

function contentOf(
  body: RawRequest['body'],
  form: RawRequest['form'],
): { content: string | Buffer | null; type: string | null } {
  if (form !== undefined) {
    return { content: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
  }
  if (body === undefined) return { content: null, type: null };
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { content: body, type: null };
  return { content: JSON.stringify(body), type: 'application/json' };
}

/** The one value of a header, or an empty text. */
export const headerOf = ({ headers }: RawAnswer, name: string): string =>
  [headers[name] ?? ''].flat().join(', ');
