import { createHash } from 'node:crypto';
import { compress, type Encoding } from './compression.js';

/** What one answer is counted for besides its bytes: its name, its headers, the map's own. */
const OVERHEAD_BYTES = 1_000;

/** An answer that is the same for everybody, in each of the encodings that were asked for. */
export class KeptAnswer {
  readonly plain: Buffer;
  private readonly digest: string;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly type: string,
    text: string,
  ) {
    this.plain = Buffer.from(text);
    this.digest = createHash('sha256').update(this.plain).digest('base64url').slice(0, 27);
  }

  /** Counts the compressed forms, which are together smaller than the plain one, before they are made. */
  get size(): number {
    return 2 * this.plain.length + OVERHEAD_BYTES;
  }

  /**
   * A strong tag: of the bytes themselves, not of the data's version, which a database put back from a copy would give
   * again. Each encoding has its own.
   */
  tag(encoding: Encoding | null): string {
    return encoding === null ? `"${this.digest}"` : `"${this.digest}-${encoding}"`;
  }

  /** Compresses once. */
  bytes(encoding: Encoding | null): Promise<Buffer> | Buffer {
    if (encoding === null) return this.plain;
    const known = this.encoded.get(encoding);
    if (known !== undefined) return known;
    const made = compress(encoding, this.plain);
    this.encoded.set(encoding, made);
    return made;
  }
}

/** The answers asked for most recently, within so many bytes. */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();
  private total = 0;

  constructor(private readonly mostBytes: number) {}

  /** Bytes counted for all that is kept. */
  get size(): number {
    return this.total;
  }

  find(name: string): KeptAnswer | undefined {
    const answer = this.answers.get(name);
    if (answer === undefined) return undefined;
    // Put last again: the first in line are the first to go.
    this.answers.delete(name);
    this.answers.set(name, answer);
    return answer;
  }

  keep(name: string, answer: KeptAnswer): void {
    this.forget(name);
    if (answer.size > this.mostBytes) return;
    this.answers.set(name, answer);
    this.total += answer.size;
    for (const [oldest] of this.answers) {
      if (this.total <= this.mostBytes) break;
      this.forget(oldest);
    }
  }

  private forget(name: string): void {
    this.total -= this.answers.get(name)?.size ?? 0;
    this.answers.delete(name);
  }
}
