import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../kernel/error-code.js';
import type { ImportReport } from '../import.types.js';
import { isHeld } from '../waiting-questions.rules.js';
import { reportText } from './watch-report.rules.js';

/** Where files go once they were looked at, in the folder itself. */
export const IMPORTED = 'importes';
export const HELD = 'a-reprendre';

/** What others are still writing, or hide. */
const UNFINISHED = /^[.~]|\.(part|partial|tmp|crdownload|download|lock)$/i;

/** One file that was looked at. */
export interface WatchedFile {
  report: ImportReport;
  /** Where it stands now, in the watched folder. */
  movedTo: string;
}

/** What a first look saw of a file: the same at the next one, nobody writes it any more. */
interface Seen {
  size: number;
  changedAt: number;
}

/**
 * A folder where people drop exports. A file is imported once it no longer grows, then put away with those that were, or
 * with those that somebody must look at, beside the reasons. Interrupted between the two, it is imported again: that
 * changes nothing.
 */
export class WatchedFolder {
  private seen = new Map<string, Seen>();

  constructor(
    private readonly folder: string,
    private readonly importFile: (path: string) => Promise<ImportReport>,
  ) {}

  /** Makes what the folder needs. Fails when it is not there: a share that is not mounted must not look like an empty one. */
  async open(): Promise<void> {
    const found = await stat(this.folder);
    if (!found.isDirectory()) throw Object.assign(new Error(this.folder), { code: 'ENOTDIR' });
    await mkdir(join(this.folder, IMPORTED), { recursive: true });
    await mkdir(join(this.folder, HELD), { recursive: true });
  }

  /** Looks once. @param told of each file, as soon as it is put away @returns how many were */
  async look(told: (file: WatchedFile) => void): Promise<number> {
    const present = await this.present();
    const still = [...present].filter(([name, now]) => {
      const before = this.seen.get(name);
      return before?.size === now.size && before.changedAt === now.changedAt;
    });
    this.seen = present;
    for (const [name] of still) {
      const report = await this.importFile(join(this.folder, name));
      this.seen.delete(name);
      told({ report, movedTo: await this.putAway(name, report) });
    }
    return still.length;
  }

  private async present(): Promise<Map<string, Seen>> {
    const found = new Map<string, Seen>();
    const entries = await readdir(this.folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name))
      .map(({ name }) => name);
    for (const name of names.toSorted()) {
      const { size, mtimeMs } = await stat(join(this.folder, name));
      found.set(name, { size, changedAt: mtimeMs });
    }
    return found;
  }

  private async putAway(name: string, report: ImportReport): Promise<string> {
    const kind = isHeld(report) ? HELD : IMPORTED;
    const free = await this.freeName(kind, name);
    if (kind === HELD) await writeFile(join(this.folder, kind, `${free}.rapport.txt`), reportText(report));
    await rename(join(this.folder, name), join(this.folder, kind, free));
    return join(kind, free);
  }

  /** The same name may come every month: none of those that are there is replaced. */
  private async freeName(kind: string, name: string): Promise<string> {
    for (let turn = 1; ; turn += 1) {
      const free = turn === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${turn})$1`);
      try {
        await stat(join(this.folder, kind, free));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return free;
        throw error;
      }
    }
  }
}
