import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { RestorationService } from '../../measurements/restoration.service.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TargetsService } from '../../targets/targets.service.js';
import type { FileOutcome } from '../file-outcome.js';
import type { BatchOptions, BatchResult, FileToRecord } from './batch.types.js';
import { BatchesRepository, type WrittenTarget } from './batches.repository.js';
import type { ImportBatchEntity, ImportFileEntity } from './import-batch.entity.js';
import { ItemsRepository } from './items.repository.js';
import { RecordingService, type RecordedFile } from './recording.service.js';
import { takenBack } from './taken-back.rules.js';
import { TotalsService } from './totals.service.js';
import { obstaclesError } from './undo-refusals.rules.js';

/** A batch with its files. */
export interface Batch extends ImportBatchEntity {
  files: ImportFileEntity[];
}

/** A file of a batch, as it is kept: its report, and what it wrote. */
export interface KeptOutcome {
  outcome: FileOutcome;
  size: number;
  items: RecordedFile['items'];
  targets: readonly WrittenTarget[];
}

/** Ends the unit of work without keeping anything: what is told is already made. */
class NothingToKeep extends Error {
  constructor(readonly result: BatchResult) {
    super();
  }
}

const notFound = (): DomainError => new DomainError('not_found', 'Cet import n’existe pas.', 404);

/** Files applied together: whole or not at all, told, and taken back as long as nothing newer stands on them. */
@Injectable()
export class BatchesService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(RecordingService) private readonly recording: RecordingService,
    @Inject(TotalsService) private readonly totals: TotalsService,
    @Inject(BatchesRepository) private readonly batches: BatchesRepository,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(RestorationService) private readonly restoration: RestorationService,
    @Inject(TargetsService) private readonly targets: TargetsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /**
   * Records files in one unit of work. A trial, one refusal, one question that waits for its answer, or nothing to change:
   * then nothing is kept, and `batchId` is null. A trial does all of it and takes it back: it cannot say otherwise.
   * @param also done in the same unit of work once the batch has its number
   */
  async apply(
    files: readonly FileToRecord[],
    options: BatchOptions,
    also: (batchId: number) => Promise<void> = async () => {},
  ): Promise<BatchResult> {
    try {
      return await this.unitOfWork.write(async () => {
        const recorded: RecordedFile[] = [];
        for (const file of files) recorded.push(await this.recording.record(file, options));
        const proposals = await this.totals.settle(recorded, options);
        const outcomes = recorded.map(({ outcome }) => outcome);
        const result = { batchId: null, reports: outcomes.map((one) => one.report()), proposals };
        const isStopped = outcomes.some((one) => one.isRefused || one.isUndecided);
        if (options.dryRun || isStopped || outcomes.every((one) => one.changesNothing()))
          throw new NothingToKeep(result);
        const kept = recorded.map((file, index) => ({ ...file, size: files[index]?.size ?? 0 }));
        const batchId = await this.keep(kept, options);
        await also(batchId);
        return { ...result, batchId };
      });
    } catch (error) {
      if (error instanceof NothingToKeep) return error.result;
      throw error;
    }
  }

  /** Keeps what was recorded in the current unit of work as a batch. @returns its number */
  async keep(files: readonly KeptOutcome[], { origin, author }: BatchOptions): Promise<number> {
    const batchId = await this.batches.add({
      origin,
      appliedAt: this.clock.instant(),
      appliedBy: author.signature,
    });
    const reports = files.map(({ outcome, size }) => ({ report: outcome.report(), size }));
    await this.batches.addFiles(
      reports.map(({ report, size }) => {
        const { file: name, sha256, profile, encoding, rowsRead, created, updated, unchanged } = report;
        const counts = { rowsRead, created, updated, unchanged };
        return { batchId, name, sha256: sha256 ?? '', size, profile, encoding, ...counts, report };
      }),
    );
    for (const { outcome, targets, items } of files) {
      await this.batches.addWritten(batchId, outcome.written.list(), targets);
      if (items.length > 0) await this.items.add(batchId, outcome.report().profile ?? '', items);
    }
    // Names of files may hold somebody's: their fingerprints say which ones they were.
    const sum = (member: 'created' | 'updated' | 'unchanged'): number =>
      reports.reduce((total, { report }) => total + report[member], 0);
    const sha256 = reports.map(({ report }) => report.sha256).join(' ');
    const after = { sha256, created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged') };
    await this.audit.record({ action: 'import.recorded', subject: `import:${batchId}`, after });
    return batchId;
  }

  /** Newest first. A partner sees their own. @param before only those of a smaller number */
  async list(by: DataCaller, limit: number, before: number | null = null): Promise<Batch[]> {
    const rows = await this.batches.list(seesAll(by) ? null : by.signature, limit, before);
    const files = await this.batches.filesOf(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, files: files.filter(({ batchId }) => batchId === row.id) }));
  }

  /** @throws DomainError `not_found`, also for a partner who did not apply it. */
  async one(id: number, by: DataCaller): Promise<Batch> {
    const row = await this.batches.one(id);
    if (row === null || !(seesAll(by) || row.appliedBy === by.signature)) throw notFound();
    return { ...row, files: await this.batches.filesOf([id]) };
  }

  /**
   * Takes a batch back: every figure is as it was before, to the byte. Indicators that it created stay, without figures.
   * @throws DomainError `not_found`; 409 `import_undone`, `import_overtaken` with what stands on it; 403
   * `validation_reserved` for whoever may not take away figures that count.
   */
  undo(id: number, by: DataCaller, mayTakeBack: boolean): Promise<void> {
    return this.unitOfWork.write(async () => {
      const { appliedAt, undoneAt } = await this.one(id, by);
      if (undoneAt !== null) {
        const title = sentence`Cet import a déjà été annulé le ${formatInstant(undoneAt) ?? ''}.`;
        throw new DomainError('import_undone', title, 409);
      }
      const reason = sentence`Import n° ${id} du ${formatInstant(appliedAt) ?? ''} annulé`;
      const taken = takenBack(await this.batches.written(id));
      const context = { recordedBy: by.signature, limits: by.limits, reason, mayTakeBack };
      const obstacles = await this.restoration.restore(taken, context);
      if (obstacles.length > 0) throw obstaclesError(obstacles);
      const stamp = { recordedAt: this.clock.instant(), recordedBy: by.signature, reason };
      for (const target of takenBack(await this.batches.writtenTargets(id))) {
        const isLast = await this.targets.takeBack(target, stamp);
        if (!isLast) throw obstaclesError([]);
      }
      await this.batches.markUndone(id, stamp.recordedAt, by.signature);
      await this.audit.record({
        action: 'import.undone',
        subject: `import:${id}`,
        after: { measurements: taken.length },
      });
    });
  }
}

const seesAll = ({ role }: DataCaller): boolean =>
  role === 'editor' || role === 'validator' || role === 'admin';
