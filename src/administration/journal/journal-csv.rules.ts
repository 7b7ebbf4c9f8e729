import { BYTE_ORDER_MARK, csvCell } from '../../kernel/spreadsheet-text.rules.js';
import type { AuditState, JournalEntry } from '../../platform/audit/audit.types.js';
import { type JournalNames, subjectWords, whoWords } from './journal-words.rules.js';

const COLUMNS = [
  'ligne',
  'quand_utc',
  'qui',
  'acteur',
  'quoi',
  'action',
  'objet',
  'sujet',
  'avant',
  'apres',
  'demande',
  'renseignements_personnels',
  'adresse',
];

export const CSV_HEADER = `${BYTE_ORDER_MARK}${COLUMNS.join(';')}\r\n`;

/** One line of the export: words for people, then codes and JSON for programs. */
export function csvLine(entry: JournalEntry, names: JournalNames, words: (action: string) => string): string {
  const { id, at, actor, action, subject, before, after, requestId, details, address } = entry;
  const texts = [
    at,
    whoWords(actor, names),
    actor,
    words(action),
    action,
    subjectWords(subject, names),
    subject,
    jsonOf(before),
    jsonOf(after),
    requestId,
    jsonOf(details),
    address,
  ];
  return `${[String(id), ...texts.map((text) => csvCell(text ?? ''))].join(';')}\r\n`;
}

const jsonOf = (state: AuditState | null): string | null => (state === null ? null : JSON.stringify(state));
