import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { refuseProtected } from './file-signature.rules.js';
import { ReadingRefused, refuse, refuseDamaged, refuseSize } from './reading-refusals.rules.js';
import type { ReadingLimits } from './reading.types.js';

/** What may still be inflated of one file that came, whatever archives it holds. */
export interface InflatingBudget {
  bytes: number;
}

const PIECE = 65_536;
const USES_STRONG_ENCRYPTION = /encrypt/i;

/**
 * An archive whose directory is read and checked; nothing of it ever reaches a disk. What it says of sizes is not
 * believed: bytes are counted while they are inflated, and summed against their checksum.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: ReadingLimits,
    private readonly budget: InflatingBudget,
  ) {}

  /** @throws ReadingRefused */
  static async open(bytes: Uint8Array, limits: ReadingLimits, budget: InflatingBudget): Promise<Archive> {
    const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    try {
      return new Archive(zip, await directoryOf(zip, limits), limits, budget);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Of its files, folders set apart, as they are written. */
  get names(): string[] {
    return [...this.entries.values()].map((entry) => entry.fileName).filter((name) => !name.endsWith('/'));
  }

  /** Names of parts are the same in capitals. */
  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The bytes of one file, piece by piece. @throws ReadingRefused */
  async *pieces(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) refuseDamaged(`il y manque « ${name.slice(0, 100)} »`);
    if (entry.isEncrypted()) refuseProtected();
    let sum = 0;
    try {
      for await (const bytes of (await this.streamOf(entry)) as AsyncIterable<Buffer>) {
        this.budget.bytes -= bytes.length;
        if (this.budget.bytes < 0) refuseSize(this.limits);
        sum = crc32(bytes, sum);
        for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
      }
    } catch (error) {
      if (error instanceof ReadingRefused) throw error;
      damaged();
    }
    if (sum !== entry.crc32) damaged();
  }

  /** All the bytes of one file. @throws ReadingRefused */
  async bytes(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  close(): void {
    this.zip.close();
  }

  private streamOf(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        // Once somebody has stopped reading, what goes wrong behind has nobody to tell.
        resolve(stream.on('error', () => undefined));
      });
    });
  }
}

const keyOf = (name: string): string => name.toLowerCase();

const damaged = (): never => refuseDamaged('son contenu ne correspond pas à ce qu’il annonce');

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true };
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  }).catch(() => refuseDamaged('l’archive est incomplète'));
}

/** Its files by name, none of them twice, none that would step out of a folder. */
function directoryOf(zip: ZipFile, limits: ReadingLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise<Map<string, Entry>>((resolve, reject) => {
    const take = (entry: Entry): void => {
      if (entries.size >= limits.entries) {
        refuse(
          'unreadable_archive',
          `Ce fichier contient plus de ${limits.entries} fichiers : déposez le tableau seul.`,
        );
      }
      if (entries.has(keyOf(entry.fileName))) refuseDamaged('un même fichier s’y trouve deux fois');
      entries.set(keyOf(entry.fileName), entry);
      zip.readEntry();
    };
    zip.on('entry', (entry: Entry) => {
      try {
        take(entry);
      } catch (error) {
        reject(error);
      }
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  }).catch((error: unknown) => {
    if (error instanceof ReadingRefused) throw error;
    if (USES_STRONG_ENCRYPTION.test(String(error))) refuseProtected();
    return refuseDamaged('sa table des matières est fausse');
  });
}
