import { normaliseForSearch } from '../../kernel/french-text.rules.js';

/** What systems add to archives by themselves. */
const JUNK = /^__macosx\/|(^|\/)(\.[^/]*|thumbs\.db|desktop\.ini)$/i;
const TABLE = /\.(csv|tsv|txt|xlsx|xlsm|json|ndjson|jsonl)$/i;

/** YouTube Studio puts the table beside its totals and the points of its chart. */
const YOUTUBE_TABLE = ['table data.csv', 'informations relatives aux tableaux.csv'];
const YOUTUBE_COMPANION = /^(totals?|totaux|chart data|donnees (du|des) graphiques?)\.csv$/;

const bareName = (path: string): string => normaliseForSearch(path.slice(path.lastIndexOf('/') + 1));

/** Of the files of an archive, those that may be its table: one when it is clear which. */
export function tablesAmong(names: readonly string[]): string[] {
  const files = names.filter((name) => !JUNK.test(name));
  if (files.length === 1) return files;
  const tables = files.filter((name) => TABLE.test(name));
  const named = tables.filter((name) => YOUTUBE_TABLE.includes(bareName(name)));
  if (named.length === 1) return named;
  const alone = tables.filter((name) => !YOUTUBE_COMPANION.test(bareName(name)));
  return alone.length === 1 ? alone : tables;
}

/** A document of an office suite, which is an archive too, and whether a spreadsheet opens it. */
export interface OfficeDocument {
  what: string;
  isWorkbook: boolean;
}

/** What an archive holds instead of a table, when its parts tell: null when they do not. */
export function officeDocument(has: (name: string) => boolean): OfficeDocument | null {
  if (has('xl/workbook.bin')) return { what: 'un classeur Excel binaire (.xlsb)', isWorkbook: true };
  if (has('Index/Document.iwa')) return { what: 'un document Numbers', isWorkbook: true };
  if (has('mimetype') && has('content.xml'))
    return { what: 'un document OpenDocument (.ods)', isWorkbook: true };
  if (has('word/document.xml')) return { what: 'un document Word', isWorkbook: false };
  return has('ppt/presentation.xml') ? { what: 'une présentation PowerPoint', isWorkbook: false } : null;
}
