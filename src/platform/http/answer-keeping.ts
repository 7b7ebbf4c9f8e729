import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { chooseEncoding } from './compression.js';
import { namesTag } from './entity-tag.rules.js';
import { KeptAnswer, KeptAnswers } from './kept-answers.js';

const MOST_BYTES = 16_000_000;
const NOT_MODIFIED = 304;
/** Addresses are part of the name under which an answer is kept; longer ones are nobody's habit. */
const LONGEST_ADDRESS = 500;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard: whoever asks without a cookie or a token is answered the same. */
    answersEverybody?: boolean;
    /** Under what to keep the answer; undefined when the answer is not to be kept. */
    keptUnder?: string | undefined;
  }
}

interface Keeping {
  data: Pick<UnitOfWork, 'dataVersion'>;
  clock: Clock;
  /** Whether a request carries what tells who asks. */
  isPersonal: (request: FastifyRequest) => boolean;
}

/**
 * Pages and public answers of the API asked for again while nothing changed are sent as they are, before any service
 * works. Their name holds all that they depend on: the data's version, the day, the host that was checked and the
 * address. What belongs to somebody is neither kept nor looked for.
 *
 * Must be registered before answers are compressed.
 */
export function keepAnswers(fastify: FastifyInstance, { data, clock, isPersonal }: Keeping): void {
  const answers = new KeptAnswers(MOST_BYTES);
  /** Routes of which an answer was found to be everybody's: nothing else asks the database for its version. */
  const routes = new Set<string | undefined>();

  const nameOf = async (request: FastifyRequest): Promise<string | undefined> => {
    const { url, protocol, headers } = request;
    try {
      return `${await data.dataVersion()} ${clock.today()} ${protocol}://${headers.host ?? ''}${url}`;
    } catch {
      // The request itself will say what is wrong with the database.
      return undefined;
    }
  };

  // Where the answers under way are counted already, and the Host is known to be ours.
  fastify.addHook('preHandler', async (request, reply) => {
    const { method, url, routeOptions } = request;
    if (method !== 'GET' || !routes.has(routeOptions.url)) return undefined;
    if (url.length > LONGEST_ADDRESS || isPersonal(request)) return undefined;
    const name = await nameOf(request);
    const answer = name === undefined ? undefined : answers.find(name);
    if (answer === undefined) {
      request.keptUnder = name;
      return undefined;
    }
    void reply.type(answer.type);
    // Nothing is sent for null, which Fastify would write as JSON.
    return reply.send((await present(answer, request, reply)) ?? undefined);
  });

  fastify.addHook('onSend', async (request, reply, payload) => {
    if (request.answersEverybody !== true || !isLasting(reply) || typeof payload !== 'string') return payload;
    routes.add(request.routeOptions.url);
    const name = request.keptUnder;
    const answer = new KeptAnswer(String(reply.getHeader('content-type')), payload);
    // Somebody may have written while it was made: of which version it is nobody knows.
    if (name !== undefined && (await nameOf(request)) === name) answers.keep(name, answer);
    return present(answer, request, reply);
  });
}

/** Found, and asking neither to be kept otherwise nor to set a cookie. */
function isLasting(reply: FastifyReply): boolean {
  return (
    reply.statusCode === 200 &&
    reply.getHeader('cache-control') === 'no-cache' &&
    !reply.hasHeader('set-cookie')
  );
}

/** The bytes for whoever asks, with their headers; none for whoever has them already. */
async function present(
  answer: KeptAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Buffer | null> {
  const encoding = chooseEncoding(request, reply, answer.plain.length);
  const tag = answer.tag(encoding);
  void reply.header('etag', tag);
  if (request.method === 'GET' && namesTag(request.headers['if-none-match'], tag)) {
    void reply.status(NOT_MODIFIED).removeHeader('content-type');
    return null;
  }
  const bytes = await answer.bytes(encoding);
  if (encoding !== null) void reply.header('content-encoding', encoding);
  void reply.header('content-length', bytes.length);
  return bytes;
}
