import { Inject, Injectable } from '@nestjs/common';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { saidKey } from '../../measurements/key-words.rules.js';
import type { MeasurementVocabulary } from '../../measurements/measurement.types.js';
import { PackedMeasurementsService } from '../../measurements/packed-measurements.service.js';
import { BlockOpener, type PackedRows } from '../../measurements/packed-rows.rules.js';
import type { KnownVocabulary } from '../../measurements/known-vocabulary.types.js';
import { SliceSums } from '../../measurements/slice-sums.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { TargetsService } from '../../targets/targets.service.js';
import { BatchesService } from '../batches/batches.service.js';
import type { WrittenTarget } from '../batches/batches.repository.js';
import type { BatchOptions } from '../batches/batch.types.js';
import { FileOutcome } from '../file-outcome.js';
import type { InputOfLine } from '../import-change.rules.js';
import type { Encoding, ImportReport } from '../import.types.js';
import { rowContext, type Scaled } from './indicator-scales.rules.js';
import { rejectedCells, targetCells } from './rejections.rules.js';
import { blockReader } from './thread/standard-engine.js';
import type { FileToCheck, StandardBlock, TargetOfLine } from './thread/standard-reading.types.js';

export const STANDARD_PROFILE = { profile: 'standard-v1', profileName: 'Import standard' } as const;

/** A standard file of any size, on the disk. */
export interface StandardFile {
  path: string;
  name: string;
  sha256: string;
  size: number;
  encoding: Encoding;
}

/** Ends the unit of work without keeping anything: the report is already made. */
class NothingToKeep extends Error {}

/** Standard files, block by block: a million rows take no more memory than some thousand. */
@Injectable()
export class StandardFilesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(PackedMeasurementsService) private readonly measurements: PackedMeasurementsService,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  /** Imports one file in one unit of work: one line refused and nothing of it is kept. */
  async importFile(file: StandardFile, options: BatchOptions): Promise<ImportReport> {
    const indicators = await this.indicators.all();
    const { name, sha256, encoding } = file;
    const outcome = new FileOutcome(
      { ...plain(), file: name, sha256, encoding, ...STANDARD_PROFILE },
      rowContext(null, indicators).indicator,
    );
    const targets: WrittenTarget[] = [];
    const sums = new SliceSums();
    try {
      await this.unitOfWork.write(async () => {
        const words = await this.measurements.vocabulary();
        const toCheck = await this.toCheck(file, { indicators, words, options });
        const into = { outcome, targets, sums, words, opener: new BlockOpener(), options };
        for await (const block of blockReader(file.size)(toCheck)) await this.take(block, into);
        if (outcome.isRefused || options.dryRun || outcome.changesNothing()) throw new NothingToKeep();
        await this.measurements.settle(sums);
        await this.batches.keep([{ outcome, size: file.size, items: [], targets }], options);
      });
    } catch (error) {
      if (!(error instanceof NothingToKeep)) throw error;
    }
    return outcome.report();
  }

  private async toCheck(
    { path, encoding }: StandardFile,
    {
      indicators,
      words,
      options: { author },
    }: Pick<Recording, 'words' | 'options'> & { indicators: Indicator[] },
  ): Promise<FileToCheck> {
    // An installation without a programme yet reads files all the same.
    const installed = await this.programmes.isInstalled();
    const { sealed, ...vocabulary } = words;
    return {
      path,
      encoding,
      programme: installed ? (await this.programmes.programme()).code : null,
      indicators: indicators.map(scaledOf),
      vocabulary,
      sealed,
      limits: author.limits,
      defaultStatus: author.defaultStatus,
    };
  }

  private async take(block: StandardBlock, into: Recording): Promise<void> {
    const { outcome, targets, sums, words, opener, options } = into;
    const { signature: recordedBy, defaultStatus } = options.author;
    if (block.isUnknown) outcome.identify({ profile: null, profileName: null });
    outcome.rowsRead += block.rowsRead;
    for (const [reason, count] of block.leftOut) outcome.leaveOut(reason, count);
    outcome.reject(block.rejected);
    outcome.ask(block.questions);
    outcome.totalsToo(block.totals);
    const rows = opener.open(block.measurements);
    const told = (line: number): InputOfLine | undefined => toldOf(line, rows, words);
    const report = await this.measurements.record(
      rows,
      {
        recordedBy,
        defaultStatus,
        partial: false,
        onPartsUnderTotal: (found) => outcome.partsUnderTotal(found),
        onRecorded: (versions) => outcome.recorded(versions, told),
        onCreated: (created) => outcome.created(created, told),
      },
      sums,
    );
    outcome.reject(rejectedCells(report.rejected));
    outcome.count(report);
    for (const target of block.targets) await this.storeTarget(target, outcome, targets, recordedBy);
  }

  private async storeTarget(
    row: TargetOfLine,
    outcome: FileOutcome,
    targets: WrittenTarget[],
    recordedBy: string,
  ): Promise<void> {
    try {
      const stamp = { recordedAt: this.clock.instant(), recordedBy, reason: null };
      const done = await this.targets.store(row.definition, stamp, { revives: true });
      outcome.countTarget(done);
      const version = done === 'unchanged' ? null : await this.targets.currentVersion(row.definition);
      if (version !== null) targets.push(version);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome.reject(targetCells(error, row.line));
    }
  }
}

interface Recording {
  outcome: FileOutcome;
  targets: WrittenTarget[];
  /** Added to the roll-ups once the whole file is read. */
  sums: SliceSums;
  words: KnownVocabulary;
  opener: BlockOpener;
  options: BatchOptions;
}

/** What a standard file never has. */
const plain = (): Pick<
  ImportReport,
  'separator' | 'entry' | 'dateForm' | 'personalColumns' | 'ignoredColumns'
> => ({ separator: ';', entry: null, dateForm: 'iso', personalColumns: [], ignoredColumns: [] });

/** A thread is handed what it needs, as plain objects. */
const scaledOf = ({ code, slug, decimals, symbol, nature, aggregationTime }: Scaled): Scaled => ({
  code,
  slug,
  decimals,
  symbol,
  nature,
  aggregationTime,
});

/** What a line says, in the words of the programme. */
function toldOf(line: number, rows: PackedRows, words: MeasurementVocabulary): InputOfLine | undefined {
  const key = rows.keyOfLine(line);
  return key === null ? undefined : { line, input: saidKey(key, words) };
}
