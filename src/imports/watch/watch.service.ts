import { Inject, Injectable } from '@nestjs/common';
import { type ImportOptions, ImportsService } from '../imports.service.js';
import { type WatchedFile, WatchedFolder } from './watched-folder.js';

/** A folder that is looked at. */
export interface Watch {
  /** Looks once. @param told of each file, as soon as it is put away @returns how many were */
  look(told: (file: WatchedFile) => void): Promise<number>;
}

/** Folders where people drop exports. */
@Injectable()
export class WatchService {
  constructor(@Inject(ImportsService) private readonly imports: ImportsService) {}

  /** Begins to watch a folder. Fails when it is not there, or cannot be written in. */
  async open(folder: string, options: Omit<ImportOptions, 'origin' | 'dryRun'>): Promise<Watch> {
    const watched = new WatchedFolder(folder, (path) =>
      this.imports.importFile(path, { ...options, dryRun: false, origin: 'watch' }),
    );
    await watched.open();
    return watched;
  }
}
