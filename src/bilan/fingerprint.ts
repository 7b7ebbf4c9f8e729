import { createHash } from 'node:crypto';

/** JSON with its members in code-unit order: equal data gives equal text, however it was gathered. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(
      Object.entries(item).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
    );
  });
}

/** Hex SHA-256 of what data says. */
export const fingerprintOf = (data: unknown): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex');
