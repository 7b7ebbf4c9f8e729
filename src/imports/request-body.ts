import { DomainError } from '../kernel/domain-error.js';

/** The items of a request's body. */
export interface BodyItems {
  items: unknown[];
  single: boolean;
}

/** Reads what was parsed of JSON: an object or a list. */
export function itemsOf(body: unknown): BodyItems {
  if (Array.isArray(body)) return { items: body, single: false };
  if (typeof body === 'object' && body !== null) return { items: [body], single: true };
  throw new DomainError('invalid_request', 'Envoyez un objet JSON, ou une liste d’objets.', 400);
}
