import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { makeFolder } from '../../platform/config/folders.js';

const FOLDER = 'evidence';
const STORED_NAME = /^[0-9a-f]{32}$/;

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of proofs, in a folder of their own: under names that only the server chooses, never served as they are. */
@Injectable()
export class EvidenceFiles {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'dataDir'>) {}

  /** Keeps bytes on the disk before it answers. @returns the name that they are found by */
  async keep(bytes: Buffer): Promise<string> {
    makeFolder(this.folder);
    const name = randomBytes(16).toString('hex');
    const beside = join(this.folder, `${name}.part`);
    await written(beside, 'wx', (file) => file.writeFile(bytes));
    await rename(beside, this.pathOf(name));
    // The name is on the disk once its folder is.
    await written(this.folder, 'r', () => Promise.resolve());
    return name;
  }

  /** The bytes under a name; null when they are not there. */
  async read(name: string): Promise<Buffer | null> {
    return readFile(this.pathOf(name)).catch(() => null);
  }

  /** Forgets bytes that nothing came to refer to. */
  async forget(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private get folder(): string {
    return join(this.configuration.dataDir, FOLDER);
  }

  private pathOf(name: string): string {
    if (!STORED_NAME.test(name)) throw new RangeError(`not a stored name: ${name}`);
    return join(this.folder, name);
  }
}

/** Opens, works and waits for the disk. */
async function written(
  path: string,
  flags: 'wx' | 'r',
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
