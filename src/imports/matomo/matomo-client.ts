import type { lookup as systemLookup } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { errorCode } from '../../kernel/error-code.js';
import type { MatomoSettings } from '../../platform/config/matomo-settings.js';
import { ForbiddenAddress, isPublicAddress, publicLookup } from './public-addresses.js';

const LIMITS = { silentMs: 10_000, totalMs: 30_000, bytes: 262_144 };

/** What became of a question put to Matomo. */
export type MatomoReply =
  | { kind: 'text'; text: string }
  /** In French, without the token. */
  | { kind: 'failed'; reason: string };

const SLOW = 'il ne répond pas à temps';
const failed = (reason: string): MatomoReply => ({ kind: 'failed', reason });

/**
 * Asks the one Matomo of the settings. The token goes in the body; no redirection is followed; unless the settings say so,
 * no connection is opened to this machine nor to a private network.
 */
export class MatomoClient {
  constructor(
    private readonly settings: MatomoSettings,
    private readonly options: { lookup?: typeof systemLookup } & Partial<typeof LIMITS> = {},
  ) {}

  /** Puts one question. Never rejects. @param parameters of the reporting API, without who asks */
  ask(parameters: Readonly<Record<string, string>>): Promise<MatomoReply> {
    const { privateNetwork, token, url } = this.settings;
    if (!URL.canParse(url)) return Promise.resolve(failed('MATOMO_URL n’est pas une adresse'));
    const target = endpointOf(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (target.protocol !== 'https:' && !(target.protocol === 'http:' && privateNetwork))
      return Promise.resolve(failed('son adresse n’est pas en https'));
    if (!privateNetwork && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve(forbidden());
    const body = new URLSearchParams({ module: 'API', ...parameters, token_auth: token }).toString();
    return this.send(target, body);
  }

  private send(target: URL, body: string): Promise<MatomoReply> {
    const { lookup, ...given } = this.options;
    const limits = { ...LIMITS, ...given };
    const send = target.protocol === 'https:' ? secureRequest : plainRequest;
    const signal = AbortSignal.timeout(limits.totalMs);
    return new Promise((resolve) => {
      const outgoing = send(target, {
        method: 'POST',
        agent: false,
        timeout: limits.silentMs,
        signal,
        ...(this.settings.privateNetwork ? {} : { lookup: publicLookup(lookup) }),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': 'copil',
          connection: 'close',
        },
      });
      outgoing.on('response', (incoming) => {
        resolve(readReply(incoming, limits.bytes, signal).finally(() => outgoing.destroy()));
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(NO_ANSWER)));
      outgoing.on('error', (error) => resolve(failureOf(error)));
      outgoing.end(body);
    });
  }
}

const NO_ANSWER = 'no answer in time';

/** `https://x/matomo/` and `https://x/matomo/index.php` are one Matomo. */
function endpointOf(url: string): URL {
  if (url.endsWith('.php')) return new URL(url);
  return new URL('index.php', url.endsWith('/') ? url : `${url}/`);
}

async function readReply(incoming: IncomingMessage, most: number, signal: AbortSignal): Promise<MatomoReply> {
  const status = incoming.statusCode ?? 0;
  if (status >= 300 && status < 400)
    return failed(`il renvoie à une autre adresse (${status}) : corrigez MATOMO_URL`);
  if (status === 429 || status >= 500) return failed(`il est occupé ou en panne (${status})`);
  // Matomo says 400 or 401 with a document that tells why.
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of incoming as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > most) return failed('sa réponse est trop longue');
      pieces.push(piece);
    }
  } catch (error) {
    return signal.aborted ? failed(SLOW) : failureOf(error);
  }
  return { kind: 'text', text: Buffer.concat(pieces).toString('utf8') };
}

const forbidden = (): MatomoReply =>
  failed(
    'son adresse est celle de cette machine ou d’un réseau privé : réglez MATOMO_PRIVATE_NETWORK s’il y est vraiment',
  );

function failureOf(error: unknown): MatomoReply {
  if (error instanceof ForbiddenAddress) return forbidden();
  const code = errorCode(error);
  // Node gives errors of its own to requests that are given up.
  const isSlow = code === 'ABORT_ERR' || (error instanceof Error && error.message === NO_ANSWER);
  return failed(isSlow ? SLOW : `il n’est pas joignable (${code || 'connexion coupée'})`);
}
