import { Inject, Injectable } from '@nestjs/common';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../kernel/domain-error.js';
import { BatchesService } from './batches/batches.service.js';
import type {
  BatchAuthor,
  BatchOptions,
  BatchOrigin,
  FileToRecord,
  TotalProposal,
} from './batches/batch.types.js';
import type { TotalChoice } from './drafts/draft.types.js';
import { FileOutcome } from './file-outcome.js';
import { fingerprint } from './fingerprint.js';
import { identifyFile } from './file-text.js';
import type { Encoding, ImportReport } from './import.types.js';
import type { Interpretation, ReadingAnswers } from './interpretation.types.js';
import { ReadingService } from './reading.service.js';
import { Pace } from '../platform/threads/breathe.js';
import { READING_LIMITS } from './reading/reading-limits.js';
import {
  STANDARD_PROFILE,
  type StandardFile,
  StandardFilesService,
} from './standard/standard-files.service.js';
import { isStandardHeader } from './standard/standard-columns.rules.js';

/** How files are imported. */
export interface ImportOptions {
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
  origin?: BatchOrigin;
  /** Whoever imports; a command when not given. */
  author?: BatchAuthor;
  /** Unknown indicators and channels may be created. */
  create?: boolean;
  totals?: TotalChoice;
  answers?: ReadingAnswers;
  /** Holds what a file says to what its author may say. */
  held?: (said: Interpretation) => Interpretation;
}

/** What became of files, in the order in which they were named. */
export interface ImportOutcome {
  /** The batch that the last file made; null when nothing was kept. */
  batch: number | null;
  files: ImportReport[];
  proposals: TotalProposal[];
}

/** A file that comes by the network. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** A file of another format than ours is read whole: what it may weigh. */
const MOST_BYTES = 64 * 1_048_576;
/** The header of a standard file fits in its first bytes. */
const HEAD_BYTES = 65_536;

const unknown = (file: string, sha256: string | null): FileOutcome =>
  new FileOutcome(
    {
      file,
      sha256,
      profile: null,
      profileName: null,
      encoding: null,
      separator: null,
      entry: null,
      dateForm: null,
      personalColumns: [],
      ignoredColumns: [],
    },
    () => null,
  );

/** Files of figures, whatever their format: read, checked, recorded whole or not at all. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(StandardFilesService) private readonly standard: StandardFilesService,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  /** Imports one file in one unit of work: see `importFiles`. */
  async importFile(path: string, options: ImportOptions): Promise<ImportReport> {
    const { files } = await this.importFiles([path], options);
    const [report] = files;
    if (report === undefined) throw new Error(`Nothing was said of ${path}.`);
    return report;
  }

  /**
   * Imports files of the disk, each in one unit of work: one line refused and nothing of that file is kept; its report tells
   * every refusal. The same file again is all `unchanged`. A trial reads those of other formats than ours together, so that
   * what they come to is told as it will be once all of them are there.
   */
  async importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportOutcome> {
    const reports = new Map<string, ImportReport>();
    const trial: { path: string; file: FileToRecord }[] = [];
    const proposals: TotalProposal[] = [];
    let batch: number | null = null;
    for (const path of new Set(paths)) {
      const read = await this.readFile(path, options);
      if (!('interpretation' in read)) reports.set(path, read);
      else if (options.dryRun) trial.push({ path, file: read });
      else {
        const result = await this.batches.apply([read], optionsOf(read.name, options));
        reports.set(path, result.reports[0] ?? unknown(read.name, read.sha256).report());
        proposals.push(...result.proposals);
        batch = result.batchId ?? batch;
      }
    }
    if (trial.length > 0) {
      const files = trial.map(({ file }) => file);
      const result = await this.batches.apply(files, optionsOf(files[0]?.name ?? '', options));
      for (const [index, { path }] of trial.entries())
        reports.set(path, result.reports[index] ?? unknown(path, null).report());
      proposals.push(...result.proposals);
    }
    return { batch, files: paths.flatMap((path) => reports.get(path) ?? []), proposals };
  }

  /** Imports files that come by the network, all of them or none. */
  async importSent(sent: readonly SentFile[], options: ImportOptions): Promise<ImportOutcome> {
    const refused: ImportReport[] = [];
    const files: FileToRecord[] = [];
    for (const file of sent) {
      const sha256 = await fingerprint(file.bytes);
      const read = await this.said({ ...file, sha256 }, options);
      if ('interpretation' in read) files.push(read);
      else refused.push(read);
    }
    const dryRun = options.dryRun || refused.length > 0;
    const result = await this.batches.apply(files, { ...optionsOf('', options), dryRun });
    return { batch: result.batchId, files: [...refused, ...result.reports], proposals: result.proposals };
  }

  /** @returns a file of another format than ours, ready to be recorded; the report of any other, recorded or refused */
  private async readFile(path: string, options: ImportOptions): Promise<FileToRecord | ImportReport> {
    const name = basename(path);
    try {
      const { sha256, encoding } = await identifyFile(path);
      const { size } = await stat(path);
      if (!(encoding instanceof DomainError) && (await isStandard(path, encoding, options.answers)))
        return await this.importStandard({ path, name, sha256, size, encoding }, options);
      if (size > MOST_BYTES) throw tooLarge();
      return await this.said({ name, bytes: await readFile(path), sha256 }, options);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(unknown(name, null), error);
    }
  }

  private importStandard(file: StandardFile, options: ImportOptions): Promise<ImportReport> {
    return this.standard.importFile(file, optionsOf(file.name, options));
  }

  private async said(
    { name, bytes, sha256 }: SentFile & { sha256: string },
    { answers = {}, held = (said) => said }: ImportOptions,
  ): Promise<FileToRecord | ImportReport> {
    const said = await this.reading.read(bytes, answers, READING_LIMITS);
    if (!said.ok) {
      const { code, message } = said.refusal;
      return refused(unknown(name, sha256), new DomainError(code, message, 422));
    }
    const { encoding, separator, entry } = said.file;
    const pace = new Pace();
    const interpretation = held(said.interpretation);
    await pace.breathe();
    return { name, sha256, size: bytes.length, encoding, separator, entry, interpretation, answers };
  }
}

const NO_LIMITS = { indicators: null, campaigns: null, organisations: null };

function optionsOf(name: string, options: ImportOptions): BatchOptions {
  const { dryRun, origin = 'command', create = false, totals } = options;
  const author = options.author ?? {
    signature: `import:${name}`,
    limits: NO_LIMITS,
    defaultStatus: 'validated',
  };
  return { origin, author, dryRun, create, totals: [], otherTotals: totals };
}

function refused(outcome: FileOutcome, { code, title }: DomainError): ImportReport {
  outcome.reject([{ line: 1, column: '', code, message: title }]);
  return outcome.report();
}

const tooLarge = (): DomainError =>
  new DomainError(
    'file_too_large',
    'Ce fichier pèse plus de 64 Mo : découpez-le, ou passez par le format standard, qui n’a pas cette limite.',
    413,
  );

/** Ours is read row by row whatever its size, unless another profile was asked for. */
async function isStandard(path: string, encoding: Encoding, answers: ReadingAnswers = {}): Promise<boolean> {
  if (answers.profile !== undefined) return answers.profile === STANDARD_PROFILE.profile;
  if (answers.columns !== undefined) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(
      buffer.subarray(0, bytesRead),
    );
    return isStandardHeader(/[^\r\n]+/.exec(head)?.[0] ?? '');
  } finally {
    await file.close();
  }
}
