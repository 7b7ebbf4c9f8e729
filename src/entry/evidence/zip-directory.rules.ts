/** One file of an archive, as its central directory announces it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  /** As announced: an archive may lie. */
  size: number;
  /** Where its compressed bytes begin. */
  start: number;
}

/** Why an archive is not one that we take. */
export type ZipProblem = 'broken' | 'encrypted' | 'too_many_entries' | 'too_large';
export type ZipReading = { ok: true; entries: ZipEntry[] } | { ok: false; problem: ZipProblem };

/** Files that a spreadsheet may hold, and bytes that they may come to. */
export const ZIP_BUDGET = { entries: 500, bytes: 64 * 1024 * 1024, nameLength: 512 };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const UTF8 = new TextDecoder('utf-8');

const viewOf = (content: Uint8Array): DataView =>
  new DataView(content.buffer, content.byteOffset, content.byteLength);

/**
 * Where the end of a central directory stands, when its comment ends where the content does: the content is then an
 * archive too, whatever it begins with. Null otherwise.
 */
export function endOfDirectory(content: Uint8Array): number | null {
  const view = viewOf(content);
  const last = content.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === content.length)
      return at;
  }
  return null;
}

/** Lists the files of an archive that begins and ends where the content does, within the budget. Nothing is inflated. */
export function readZipDirectory(content: Uint8Array): ZipReading {
  const view = viewOf(content);
  const end = endOfDirectory(content);
  if (end === null || content.length < END_SIZE || view.getUint32(0, true) !== LOCAL) return broken;
  const count = view.getUint16(end + 10, true);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  // Several disks, 64-bit sizes, or bytes that the directory does not know of: nothing that a spreadsheet needs.
  if (view.getUint16(end + 8, true) !== count || start + size !== end) return broken;
  if (count > ZIP_BUDGET.entries) return { ok: false, problem: 'too_many_entries' };
  const entries: ZipEntry[] = [];
  let [at, total] = [start, 0];
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(content, view, at, end);
    if (typeof read === 'string') return { ok: false, problem: read };
    total += read.entry.size;
    if (total > ZIP_BUDGET.bytes) return { ok: false, problem: 'too_large' };
    entries.push(read.entry);
    at = read.next;
  }
  return at === end ? { ok: true, entries } : broken;
}

const broken: ZipReading = { ok: false, problem: 'broken' };

function readEntry(
  content: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { entry: ZipEntry; next: number } | ZipProblem {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return 'broken';
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ];
  const next = at + 46 + nameLength + extra + comment;
  if (next > end || nameLength > ZIP_BUDGET.nameLength) return 'broken';
  if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted';
  const local = view.getUint32(at + 42, true);
  if (local + 30 > at || view.getUint32(local, true) !== LOCAL) return 'broken';
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const compressedSize = view.getUint32(at + 20, true);
  if (start + compressedSize > end) return 'broken';
  const entry = {
    name: UTF8.decode(content.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    compressedSize,
    size: view.getUint32(at + 24, true),
    start,
  };
  return entry.method === 0 || entry.method === 8 ? { entry, next } : 'broken';
}
