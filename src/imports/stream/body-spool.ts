import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, open, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { makeFolder } from '../../platform/config/folders.js';
import { SpooledBody, type SpoolFile } from './spooled-body.js';
import { takeIn } from './take-in.js';
import { diskFull, inWords, tooLarge, tooMany } from './upload-refusals.js';

/** What one body may weigh, be silent and last. */
const LIMITS = { bytes: 2_147_483_648, idleMs: 30_000, totalMs: 3_600_000, memory: 1_048_576 };
/** Bodies on the disk at one time: others wait. */
const MOST_AT_ONCE = 8;
/** What the disk must keep for the database. */
const RESERVE_BYTES = 134_217_728;

/** Takes in bodies of any length: short ones in memory, the others in files of a private folder that nobody else sees. */
@Injectable()
export class BodySpool implements OnModuleInit {
  private onDisk = 0;
  private readonly folder: string;

  constructor(@Inject(CONFIGURATION) { dataDir }: Pick<Configuration, 'dataDir'>) {
    this.folder = join(dataDir, 'spool');
  }

  /** A file bears a name for an instant only: one that is still there was left by a process that was killed in it. */
  onModuleInit(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith('body-')) rmSync(join(this.folder, name), { force: true });
    }
  }

  /**
   * Takes in a whole body, no faster than it can be kept. Whoever receives it gives it back with `remove`.
   * @param announced how many bytes its sender says there are
   * @throws DomainError 413, 408, 400 `interrupted_upload`, 507 `disk_full`, 503: nothing is left of it.
   */
  async receive(
    source: Readable,
    announced: number | null,
    given?: Partial<typeof LIMITS>,
  ): Promise<SpooledBody> {
    const limits = { ...LIMITS, ...given };
    if (announced !== null && announced > limits.bytes) throw tooLarge();
    const body = new SpooledBody(limits.memory, () => this.newFile(announced));
    try {
      await takeIn(source, body, limits);
      return body.sealed();
    } catch (error) {
      await body.remove();
      throw inWords(error);
    }
  }

  /** A file without a name, which nothing can leave behind: it ends with whoever holds it, however that ends. */
  private async newFile(announced: number | null): Promise<SpoolFile> {
    if (this.onDisk >= MOST_AT_ONCE) throw tooMany();
    this.onDisk += 1;
    try {
      makeFolder(this.folder);
      await chmod(this.folder, 0o700);
      await this.requireRoom(announced ?? 0);
      const path = join(this.folder, `body-${randomUUID()}`);
      const handle = await open(path, 'wx+', 0o600);
      await unlink(path);
      return {
        handle,
        requireRoom: () => this.requireRoom(0),
        close: async () => {
          this.onDisk -= 1;
          await handle.close();
        },
      };
    } catch (error) {
      this.onDisk -= 1;
      throw error;
    }
  }

  private async requireRoom(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize < bytes + RESERVE_BYTES) throw diskFull();
  }
}
