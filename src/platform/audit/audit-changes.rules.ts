import type { AuditState } from './audit.types.js';

/** What a change made different, before and after; null when nothing did. Values are compared by content. */
export function changesBetween(
  before: object,
  after: object,
): { before: AuditState; after: AuditState } | null {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(old.get(name) ?? null) !== JSON.stringify(value ?? null),
  );
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, old.get(name) ?? null])),
    after: Object.fromEntries(changed),
  };
}
