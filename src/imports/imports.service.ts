import { Inject, Injectable } from '@nestjs/common';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../kernel/domain-error.js';
import type { BatchAuthor, BatchOptions, BatchOrigin } from './batches/batch.types.js';
import type { TotalChoice } from './drafts/draft.types.js';
import { FileOutcome } from './file-outcome.js';
import { identifyFile } from './file-text.js';
import type { ImportReport } from './import.types.js';
import { StandardFilesService } from './standard/standard-files.service.js';

/** How files on the disk are imported. */
export interface ImportOptions {
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
  origin?: BatchOrigin;
  /** Unknown indicators and channels may be created. */
  create?: boolean;
  totals?: TotalChoice;
}

const UNKNOWN = {
  profile: null,
  profileName: null,
  encoding: null,
  separator: null,
  entry: null,
  dateForm: null,
  personalColumns: [],
  ignoredColumns: [],
};
const NO_LIMITS = { indicators: null, campaigns: null, organisations: null };

/** Files of figures on the disk: read, checked, recorded whole or not at all. */
@Injectable()
export class ImportsService {
  constructor(@Inject(StandardFilesService) private readonly standard: StandardFilesService) {}

  /**
   * Imports one file in one unit of work. One line refused and nothing of the file is kept; the report tells every refusal.
   * The same file again is all `unchanged`.
   */
  async importFile(path: string, options: ImportOptions): Promise<ImportReport> {
    const name = basename(path);
    const outcome = new FileOutcome({ ...UNKNOWN, file: name, sha256: null }, () => null);
    try {
      const { sha256, encoding } = await identifyFile(path);
      if (encoding instanceof DomainError) return refused(outcome, sha256, encoding);
      const { size } = await stat(path);
      return await this.standard.importFile({ path, name, sha256, size, encoding }, optionsOf(name, options));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(outcome, null, error);
    }
  }
}

function optionsOf(
  name: string,
  { dryRun, origin = 'command', create = false, totals }: ImportOptions,
): BatchOptions {
  const author: BatchAuthor = { signature: `import:${name}`, limits: NO_LIMITS, defaultStatus: 'validated' };
  return { origin, author, dryRun, create, totals: [], otherTotals: totals };
}

function refused(outcome: FileOutcome, sha256: string | null, { code, title }: DomainError): ImportReport {
  outcome.identify({ sha256 });
  outcome.reject([{ line: 1, column: '', code, message: title }]);
  return outcome.report();
}
