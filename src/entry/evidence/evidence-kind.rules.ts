import { imageType } from '../../programme/identity/image-type.rules.js';
import type { EvidenceKind } from './evidence.types.js';
import { textKind } from './evidence-text.rules.js';
import { endOfDirectory, readZipDirectory, type ZipEntry, type ZipProblem } from './zip-directory.rules.js';

/** Why a content is no proof that we take. */
export type ContentProblem =
  | ZipProblem
  | 'empty'
  | 'executable'
  | 'script'
  | 'markup'
  | 'archive'
  | 'macros'
  | 'two_in_one'
  | 'old_office'
  | 'phone_picture'
  | 'unknown';

export type KindReading =
  { ok: true; kind: EvidenceKind; entries: readonly ZipEntry[] } | { ok: false; problem: ContentProblem };

/** Bytes as text of one byte a character, to look for words in them. */
const latin = (content: Uint8Array): string =>
  Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
const wide = (text: string): string => [...text].map((character) => `${character}\0`).join('');

const notTaken = (problem: ContentProblem): KindReading => ({ ok: false, problem });
const take = (kind: EvidenceKind, entries: readonly ZipEntry[] = []): KindReading => ({
  ok: true,
  kind,
  entries,
});

/** First bytes of what is refused by name, so that the reason can say what was found. */
const REFUSED: readonly (readonly [RegExp, ContentProblem])[] = [
  [
    /^(?:MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|\0asm|dex\n)/,
    'executable',
  ],
  [/^(?:#!|\xef\xbb\xbf#!|L\0\0\0\x01\x14\x02\0)/, 'script'],
  [/^(?:\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|BZh|\xfd7zXZ\0|MSCF|\x28\xb5\x2f\xfd)/, 'archive'],
  [/^[^]{4}ftyp/, 'phone_picture'],
  [/^\{\\rtf/, 'old_office'],
];

const IMAGES = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' } as const;
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** A picture has no use for them. */
const ACTIVE = /<(?:script|html|svg|iframe|\?php)\b|<!doctype/i;
const HEAD = 1_024;

/** What a content is, by its own bytes: neither its name nor what the browser says of it counts. */
export function evidenceKind(content: Uint8Array): KindReading {
  if (content.length === 0) return notTaken('empty');
  const head = latin(content.subarray(0, HEAD));
  const refused = REFUSED.find(([pattern]) => pattern.test(head));
  if (refused !== undefined) return notTaken(refused[1]);
  if (latin(content.subarray(257, 262)) === 'ustar') return notTaken('archive');
  if (head.startsWith('PK')) return spreadsheetKind(content);
  // Whoever reads archives from their end would find another file in this one.
  if (endOfDirectory(content) !== null) return notTaken('two_in_one');
  if (head.startsWith('%PDF-')) return ACTIVE.test(head) ? notTaken('two_in_one') : take('pdf');
  if (head.startsWith(OLE)) return messageKind(content);
  const image = imageType(content);
  if (image !== null || /^GIF8[79]a/.test(head)) {
    if (ACTIVE.test(latin(content))) return notTaken('two_in_one');
    return take(image === null ? 'gif' : IMAGES[image]);
  }
  const text = textKind(content);
  return text === 'email' || text === 'text' ? take(text) : notTaken(text);
}

/** Spreadsheets are archives: told by what they hold, without inflating anything. */
function spreadsheetKind(content: Uint8Array): KindReading {
  const reading = readZipDirectory(content);
  if (!reading.ok) return notTaken(reading.problem);
  const names = reading.entries.map(({ name }) => name.toLowerCase());
  const kind =
    names.includes('xl/workbook.xml') && names.includes('[content_types].xml')
      ? 'xlsx'
      : isOpenDocument(content, reading.entries)
        ? 'ods'
        : null;
  if (kind === null) return notTaken('archive');
  const hasMacros = names.some((name) =>
    /(?:^|\/)vba|^basic\/|^scripts\/|activex|macrosheets|^xl\/embeddings\//.test(name),
  );
  if (hasMacros) return notTaken('macros');
  return take(kind, reading.entries);
}

/** Its first file says so, uncompressed. */
function isOpenDocument(content: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const [first] = entries;
  if (first === undefined || first.name !== 'mimetype' || first.method !== 0) return false;
  const said = latin(content.subarray(first.start, first.start + Math.min(first.compressedSize, 100)));
  return said.trim() === 'application/vnd.oasis.opendocument.spreadsheet';
}

/** Outlook's messages and old Office documents share a container. */
function messageKind(content: Uint8Array): KindReading {
  const all = latin(content);
  if (all.includes(wide('_VBA_PROJECT'))) return notTaken('macros');
  return all.includes(wide('__properties_version1.0')) ? take('outlook') : notTaken('old_office');
}
