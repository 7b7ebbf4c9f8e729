import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new opaque secret of 256 bits, in letters that survive links and forms. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of an opaque secret: it cannot be turned back, and looking it up takes no comparing. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether a text has the shape of `newSecret`: anything else is refused before the database is asked. */
export const looksLikeSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** Equality that takes the same time wherever the texts differ. */
export function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
