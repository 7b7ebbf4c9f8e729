import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../platform/audit/audit-trail.service.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { batchEvent } from './measurement-journal.rules.js';
import { subsetRelations } from './measurement-subset.rules.js';
import type { MeasurementsReport, RecordedVersion, RecordingContext } from './measurement.types.js';
import { MeasurementsService } from './measurements.service.js';
import { PackedMeasurementsRepository } from './packed-measurements.repository.js';
import type { PackedRows } from './packed-rows.rules.js';
import type { SliceSums } from './slice-sums.rules.js';
import type { KnownVocabulary } from './known-vocabulary.types.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/**
 * Measurements held as objects and compared with what is stored at one time. A « dont » and its total may come in either
 * order among them.
 */
const CHUNK = 5_000;

/** What a version said before, and says. */
export type ToldVersion = Pick<RecordedVersion, 'line' | 'before' | 'after'>;

/** Measurements that a block created: their numbers in ascending order, their first versions in the order of lines. */
export interface CreatedMeasurements {
  ids: readonly number[];
  versions: Iterable<ToldVersion>;
}

/** How a block is recorded. */
export interface BlockContext extends RecordingContext {
  /** Told of those that were written without being compared; `onRecorded` is told of the others. */
  onCreated: (created: CreatedMeasurements) => void;
}

/** Records blocks of measurements that were read and checked elsewhere: those of large files. */
@Injectable()
export class PackedMeasurementsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(VocabularyRepository) private readonly vocabularies: VocabularyRepository,
    @Inject(PackedMeasurementsRepository) private readonly packed: PackedMeasurementsRepository,
    @Inject(MeasurementsService) private readonly recording: MeasurementsService,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** What measurements are checked with, as the current unit of work sees it. */
  vocabulary(): Promise<KnownVocabulary> {
    return this.vocabularies.load();
  }

  /**
   * Records a block in the current unit of work, as `MeasurementsService.record` would: one refusal and nothing of it is
   * written.
   * @param sums what is to be added to the roll-ups before the unit of work ends
   */
  record(rows: PackedRows, context: BlockContext, sums: SliceSums): Promise<MeasurementsReport> {
    return this.unitOfWork.write(async () => {
      if (rows.count > 0 && (await this.packed.areFresh(rows))) return this.create(rows, context, sums);
      const { indicators } = await this.vocabulary();
      const { byId } = subsetRelations(indicators.values());
      const report: MeasurementsReport = { created: 0, updated: 0, unchanged: 0, rejected: [] };
      for (let start = 0; start < rows.count; start += CHUNK) {
        const items = rows.items(start, Math.min(start + CHUNK, rows.count), byId);
        const { created, updated, unchanged, rejected } = await this.recording.recordChecked(
          items,
          context,
          sums,
        );
        report.created += created;
        report.updated += updated;
        report.unchanged += unchanged;
        report.rejected.push(...rejected);
      }
      return report;
    });
  }

  /** Adds to the roll-ups what blocks left waiting, in their unit of work. */
  settle(sums: SliceSums): Promise<void> {
    return this.recording.settle(sums);
  }

  private async create(
    rows: PackedRows,
    { recordedAt = this.clock.instant(), recordedBy, reason = null, onCreated }: BlockContext,
    sums: SliceSums,
  ): Promise<MeasurementsReport> {
    const ids = await this.packed.write(rows, { recordedAt, recordedBy, reason }, sums);
    if (sums.isFull) await this.recording.settle(sums);
    onCreated({ ids, versions: firstVersions(rows) });
    const counts = { created: ids.length, updated: 0, unchanged: 0 };
    await this.audit.record(batchEvent(counts, recordedBy, ids));
    return { ...counts, rejected: [] };
  }
}

/** Made one by one for whoever wants to tell of some: to hold those of a block takes more time than to write them. */
function* firstVersions(rows: PackedRows): Generator<ToldVersion> {
  for (let place = 0; place < rows.count; place += 1)
    yield { line: rows.line(place), before: null, after: rows.content(place) };
}
