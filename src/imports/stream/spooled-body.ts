import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';

const CHECKED_EVERY_BYTES = 67_108_864;
const PIECE_BYTES = 262_144;
const HEAD_BYTES = 4_096;

/** Where the bytes of a long body are. */
export interface SpoolFile {
  handle: FileHandle;
  requireRoom(): Promise<void>;
  close(): Promise<void>;
}

/** A body that was taken in: its fingerprint, how it is written, and its bytes, as often as they are asked for. */
export class SpooledBody {
  private readonly hash = createHash('sha256');
  private readonly strict = new TextDecoder('utf-8', { fatal: true });
  /** What is in memory; filled up to `bytes` while there is no file. */
  private held = Buffer.alloc(0);
  private file: SpoolFile | null = null;
  private checkedAt = 0;
  private writing: Promise<void> | null = null;
  bytes = 0;
  isUtf8 = true;
  /** The first bytes. */
  head = Buffer.alloc(0);
  /** In hexadecimal, once all of it is here. */
  sha256 = '';

  constructor(
    private readonly memory: number,
    private readonly newFile: () => Promise<SpoolFile>,
  ) {}

  /** Keeps the next bytes. @returns null when they are kept already. */
  add(piece: Buffer): Promise<void> | null {
    this.hash.update(piece);
    if (this.isUtf8) this.isUtf8 = decodes(this.strict, piece, true);
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, piece.subarray(0, HEAD_BYTES)]);
    this.bytes += piece.length;
    if (this.file !== null || this.bytes > this.memory) return (this.writing = this.write(piece));
    this.hold(piece);
    return null;
  }

  /** The body is whole. */
  sealed(): this {
    if (this.isUtf8) this.isUtf8 = decodes(this.strict, new Uint8Array(), false);
    this.sha256 = this.hash.digest('hex');
    return this;
  }

  /** Its bytes from the first. */
  pieces(): AsyncIterable<Buffer> | Iterable<Buffer> {
    if (this.file === null) return [this.held.subarray(0, this.bytes)];
    return this.file.handle.createReadStream({ start: 0, autoClose: false, highWaterMark: PIECE_BYTES });
  }

  /** Nothing of it is left. */
  async remove(): Promise<void> {
    // What is being written is told to whoever writes it.
    await this.writing?.catch(() => undefined);
    const { file } = this;
    [this.file, this.held] = [null, Buffer.alloc(0)];
    await file?.close();
  }

  private async write(piece: Buffer): Promise<void> {
    this.file ??= await this.newFile();
    if (this.bytes - this.checkedAt > CHECKED_EVERY_BYTES) {
      this.checkedAt = this.bytes;
      await this.file.requireRoom();
    }
    const before = this.held.subarray(0, this.bytes - piece.length);
    const isFirst = before.length > 0;
    await this.file.handle.appendFile(isFirst ? Buffer.concat([before, piece]) : piece);
    if (isFirst) this.held = Buffer.alloc(0);
  }

  /** Copied together: a sender may cut a body in pieces of one byte. */
  private hold(piece: Buffer): void {
    if (this.held.length < this.bytes) {
      const room = Buffer.allocUnsafe(Math.max(this.bytes, 2 * this.held.length));
      this.held.copy(room);
      this.held = room;
    }
    piece.copy(this.held, this.bytes - piece.length);
  }
}

function decodes(decoder: TextDecoder, piece: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(piece, { stream });
    return true;
  } catch {
    return false;
  }
}
