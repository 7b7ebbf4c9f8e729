import type { AuditPersonalRow, AuditRow, AuditState, JournalEntry } from './audit.types.js';

/** An entry read again from its row and from what is still kept of its personal facets. */
export function journalEntry(row: AuditRow, personal: readonly AuditPersonalRow[]): JournalEntry {
  const facet = (name: AuditPersonalRow['facet']): AuditPersonalRow | undefined =>
    personal.find((one) => one.entryId === row.id && one.facet === name);
  const detailsRow = facet('details');
  const addressRow = facet('address');
  const { actor: hidden, ...details } = stateOf(detailsRow?.content ?? null) ?? {};
  const address = stateOf(addressRow?.content ?? null)?.['address'];
  return {
    id: row.id,
    at: row.at,
    actor: typeof hidden === 'string' ? hidden : row.actor,
    action: row.action,
    subject: row.subject,
    before: stateOf(row.before),
    after: stateOf(row.after),
    requestId: row.requestId,
    details: Object.keys(details).length === 0 ? null : details,
    address: typeof address === 'string' ? address : null,
    personId: detailsRow?.personId ?? addressRow?.personId ?? null,
  };
}

/** JSON text of a record; what was altered by other hands is shown as it stands, for `copil verify` to name. */
function stateOf(text: string | null): AuditState | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as AuditState)
      : { contenu: text };
  } catch {
    return { contenu: String(text) };
  }
}
