import { Inject, Injectable } from '@nestjs/common';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { DomainError } from '../../kernel/domain-error.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
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
import { fileText } from '../file-text.js';
import type { Encoding, ImportReport } from '../import.types.js';
import type { TargetDefinition } from '../../targets/target.types.js';
import { rowContext } from './indicator-scales.rules.js';
import { rejectedCells, targetCells } from './rejections.rules.js';
import { readStandardFile } from './standard-file.reader.js';
import { readRow, type RowContext, type RowReading } from './standard-row.rules.js';

/** Rows recorded together. A « dont » and its total may come in either order within one group. */
const CHUNK = 5_000;

export const STANDARD_PROFILE = { profile: 'standard-v1', profileName: 'Import standard' } as const;

/** A standard file of any size, on the disk. */
export interface StandardFile {
  path: string;
  name: string;
  sha256: string;
  size: number;
  encoding: Encoding;
}

/** A row read and waiting to be recorded with others. */
type PendingRow =
  ({ kind: 'measurement' } & InputOfLine) | { kind: 'target'; line: number; definition: TargetDefinition };

/** Ends the unit of work without keeping anything: the report is already made. */
class NothingToKeep extends Error {}

/** Standard files, row by row: a million of them take no more memory than a thousand. */
@Injectable()
export class StandardFilesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(MeasurementsService) private readonly measurements: MeasurementsService,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  /** Imports one file in one unit of work: one line refused and nothing of it is kept. */
  async importFile(file: StandardFile, options: BatchOptions): Promise<ImportReport> {
    const context = await this.rowContext();
    const { name, sha256, encoding } = file;
    const outcome = new FileOutcome(
      { ...plain(), file: name, sha256, encoding, ...STANDARD_PROFILE },
      context.indicator,
    );
    const targets: WrittenTarget[] = [];
    const sums = new SliceSums();
    try {
      await this.unitOfWork.write(async () => {
        await this.record(file, { outcome, targets, sums, context, options });
        if (outcome.isRefused || options.dryRun || outcome.changesNothing()) throw new NothingToKeep();
        await this.measurements.settle(sums);
        await this.batches.keep([{ outcome, size: file.size, items: [], targets }], options);
      });
    } catch (error) {
      if (!(error instanceof NothingToKeep)) throw error;
    }
    return outcome.report();
  }

  private async record({ path, encoding }: StandardFile, into: Recording): Promise<void> {
    const { outcome, context } = into;
    let pending: PendingRow[] = [];
    for await (const events of readStandardFile(fileText(path, encoding))) {
      for (const event of events) {
        if (event.kind === 'unknown_profile') {
          outcome.identify({ profile: null, profileName: null });
          outcome.reject([event.rejected]);
        } else if (event.kind === 'rejected') outcome.reject(event.rejected);
        else takeRow(readRow(event.row, { ...context, line: event.line }), event.line, outcome, pending);
        if (pending.length < CHUNK) continue;
        await this.flush(pending, into);
        pending = [];
      }
    }
    await this.flush(pending, into);
  }

  /** An installation without a programme yet reads files all the same. */
  private async rowContext(): Promise<Omit<RowContext, 'line'>> {
    const installed = await this.programmes.isInstalled();
    return rowContext(
      installed ? (await this.programmes.programme()).code : null,
      await this.indicators.all(),
    );
  }

  private async flush(
    pending: readonly PendingRow[],
    { outcome, targets, sums, options }: Recording,
  ): Promise<void> {
    const { signature: recordedBy, defaultStatus, limits } = options.author;
    const measurements = pending.filter((row) => row.kind === 'measurement');
    const report = await this.measurements.record(
      measurements.map((row) => row.input),
      {
        recordedBy,
        defaultStatus,
        limits,
        partial: false,
        onPartsUnderTotal: (found) => outcome.partsUnderTotal(found),
        onRecorded: (versions) => outcome.recorded(versions, measurements),
      },
      sums,
    );
    outcome.reject(
      rejectedCells(report.rejected).map((cell) => ({
        ...cell,
        line: measurements[cell.line - 1]?.line ?? 1,
      })),
    );
    outcome.count(report);
    for (const row of pending) {
      if (row.kind === 'target') await this.storeTarget(row, outcome, targets, recordedBy);
    }
  }

  private async storeTarget(
    row: PendingRow & { kind: 'target' },
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
  context: Omit<RowContext, 'line'>;
  options: BatchOptions;
}

/** What a standard file never has. */
const plain = (): Pick<
  ImportReport,
  'separator' | 'entry' | 'dateForm' | 'personalColumns' | 'ignoredColumns'
> => ({ separator: ';', entry: null, dateForm: 'iso', personalColumns: [], ignoredColumns: [] });

/** Takes in one row; what can be recorded joins `pending`. */
function takeRow(reading: RowReading, line: number, outcome: FileOutcome, pending: PendingRow[]): void {
  outcome.rowsRead += 1;
  switch (reading.kind) {
    case 'left_out':
      outcome.leaveOut(reading.reason);
      break;
    case 'rejected':
      outcome.reject(reading.rejected);
      outcome.ask(reading.questions);
      if (reading.told !== undefined) {
        const { code, periodStart, periodEnd, quantity } = reading.told;
        outcome.total({ code, decimals: 0, adds: true }, periodStart, periodEnd, quantity);
      }
      break;
    case 'target':
      pending.push({ kind: 'target', line, definition: reading.definition });
      break;
    case 'measurement': {
      const { input, scale, quantity } = reading;
      if (quantity !== null) outcome.total(scale, input.periodStart, input.periodEnd, quantity);
      pending.push({ kind: 'measurement', line, input });
    }
  }
}
