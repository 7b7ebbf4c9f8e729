import { declaredSeparator, voteSeparator } from './csv-separator.rules.js';
import { readCsv } from './csv-table.js';
import { refuseDisguise } from './file-signature.rules.js';
import { looksLikeJson, readJson } from './json-table.rules.js';
import { refuse } from './reading-refusals.rules.js';
import type { ReadFile, ReadingLimits } from './reading.types.js';
import { decodeText, encodingOf, isUtf8 } from './text-encoding.rules.js';

/** Reads a CSV, JSON or NDJSON. @throws ReadingRefused */
export function readText(bytes: Uint8Array, limits: ReadingLimits): ReadFile {
  const encoding = encodingOf(bytes, isUtf8(bytes));
  const text = decodeText(bytes, encoding);
  if (text.trim() === '') refuse('empty_file', 'Ce fichier est vide.');
  if (text.includes('\0')) refuse('not_a_table', NO_TABLE);
  refuseDisguise(text);
  if (looksLikeJson(text)) {
    const { kind, table } = readJson(text, limits);
    return { kind, encoding, separator: null, entry: null, tables: [table] };
  }
  const declared = declaredSeparator(text);
  const body = declared === null ? text : text.slice(text.indexOf('\n') + 1 || text.length);
  const separator = declared ?? voteSeparator(text);
  if (separator === null) refuse('not_a_table', NO_TABLE);
  const table = readCsv({ text: body, separator, linesBefore: declared === null ? 0 : 1 }, limits);
  if (table.rows.length === 0) refuse('empty_file', 'Ce fichier ne contient aucune ligne.');
  return { kind: 'csv', encoding, separator, entry: null, tables: [table] };
}

const NO_TABLE =
  'Ce fichier est un texte sans tableau : tapez le chiffre dans la page Saisie, ou demandez un tableau (XLSX ou CSV) à l’expéditeur.';
