import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import type { IngestItems } from '../../measurements/ingest.types.js';
import type { RejectedMeasurement } from '../../measurements/measurement.types.js';
import { namesEachMemberOnce, repeatedMember } from '../../platform/http/repeated-member.rules.js';

const LINE_FEED = 0x0a;
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** A measurement with its longest texts takes a tenth of it. */
const MOST_LINE_BYTES = 262_144;

/** Lines read so far and not handed over yet. */
interface Chunk extends Required<IngestItems> {
  lines: number[];
  unread: RejectedMeasurement[];
}

const emptyChunk = (): Chunk => ({ items: [], lines: [], unread: [] });

/**
 * Cuts valid UTF-8 that comes in pieces into lines, each a JSON document; blank lines are passed over. A line that is not
 * JSON is told apart from the others.
 * @param size lines of a chunk
 */
export async function* jsonLineChunks(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  size: number,
): AsyncGenerator<IngestItems> {
  const lines = new LineCutter();
  let chunk = emptyChunk();
  for await (const piece of pieces) {
    for (const line of lines.cut(piece)) {
      readLine(line, lines.number, chunk);
      if (chunk.items.length + chunk.unread.length < size) continue;
      yield chunk;
      chunk = emptyChunk();
    }
  }
  readLine(lines.last(), lines.number, chunk);
  if (chunk.items.length + chunk.unread.length > 0) yield chunk;
}

function readLine(line: Buffer | null, number: number, chunk: Chunk): void {
  const refuse = (code: string, message: string): void =>
    void chunk.unread.push({ line: number, path: '', code, message });
  if (line === null) {
    const most = formatNumber(MOST_LINE_BYTES / 1024);
    refuse('invalid_json', `La ligne ${number} dépasse ${most} ko : écrivez une mesure par ligne.`);
    return;
  }
  const text = line.toString('utf8');
  if (text.trim() === '') return;
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch {
    refuse('invalid_json', `La ligne ${number} n’est pas du JSON.`);
    return;
  }
  const twice = namesEachMemberOnce(line, item) ? null : repeatedMember(text);
  if (twice !== null) {
    refuse('repeated_member', `La ligne ${number} dit deux fois ${quote(twice)} : gardez un seul des deux.`);
    return;
  }
  chunk.items.push(item);
  chunk.lines.push(number);
}

/** Cuts bytes at line feeds; holds no more of a line than it may have. */
class LineCutter {
  /** 1-based number of the line just given. */
  number = 0;
  private held: Buffer[] = [];
  private heldBytes = 0;

  /** The lines that this piece ends; null in place of one that is too long. */
  *cut(piece: Buffer): Generator<Buffer | null> {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      this.hold(piece.subarray(from, end));
      from = end + 1;
      yield this.last();
    }
    this.hold(piece.subarray(from));
  }

  /** The line that ends here. */
  last(): Buffer | null {
    const { held, heldBytes } = this;
    [this.held, this.heldBytes] = [[], 0];
    this.number += 1;
    if (heldBytes > MOST_LINE_BYTES) return null;
    const line = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    return this.number === 1 && line.subarray(0, MARK.length).equals(MARK)
      ? line.subarray(MARK.length)
      : line;
  }

  private hold(part: Buffer): void {
    if (part.length === 0) return;
    this.heldBytes += part.length;
    if (this.heldBytes > MOST_LINE_BYTES) this.held = [];
    else this.held.push(part);
  }
}
