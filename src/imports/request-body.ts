import { quote } from '../kernel/decimal-string.rules.js';
import { DomainError } from '../kernel/domain-error.js';
import { repeatedMember } from '../platform/http/repeated-member.rules.js';

/** The items of a request's body, with the line of each when it has some. */
export interface BodyItems {
  items: unknown[];
  lines?: number[];
  single: boolean;
}

/** Reads what Fastify parsed: an object or a list from JSON, the bytes of an `application/x-ndjson` body. */
export function itemsOf(body: unknown): BodyItems {
  if (Buffer.isBuffer(body)) return jsonLines(body);
  if (Array.isArray(body)) return { items: body, single: false };
  if (typeof body === 'object' && body !== null) return { items: [body], single: true };
  throw new DomainError('invalid_request', 'Envoyez un objet JSON, ou une liste d’objets.', 400);
}

/** One JSON document a line; blank lines are passed over. A line that is not JSON is told apart from the others. */
function jsonLines(body: Buffer): BodyItems {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new DomainError('invalid_json', 'Ce texte n’est pas en UTF-8.', 400);
  }
  const items: unknown[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    lines.push(index + 1);
    try {
      items.push(JSON.parse(line));
    } catch {
      throw new DomainError('invalid_json', `La ligne ${index + 1} n’est pas du JSON.`, 400);
    }
    const twice = repeatedMember(line);
    if (twice !== null) {
      const title = `La ligne ${index + 1} dit deux fois ${quote(twice)} : gardez un seul des deux.`;
      throw new DomainError('repeated_member', title, 400);
    }
  }
  return { items, lines, single: false };
}
