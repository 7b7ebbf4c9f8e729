import { Inject, Injectable } from '@nestjs/common';
import { bulkInsert } from '../../platform/database/bulk-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  ImportBatchEntity,
  ImportFileEntity,
  ImportTargetEntity,
  ImportWrittenEntity,
} from './import-batch.entity.js';
import type { WrittenRange } from './written-ranges.js';

/** A target of which a batch wrote a version. */
export interface WrittenTarget {
  targetId: number;
  version: number;
}

/** Rows of batches, of their files and of what they wrote. */
@Injectable()
export class BatchesRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @returns its number. */
  add(batch: Pick<ImportBatchEntity, 'origin' | 'appliedAt' | 'appliedBy'>): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      const row = manager.create(ImportBatchEntity, { ...batch, undoneAt: null, undoneBy: null });
      return (await manager.save(row)).id;
    });
  }

  addFiles(files: readonly Omit<ImportFileEntity, 'id'>[]): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      for (const file of files) await manager.insert(ImportFileEntity, file);
    });
  }

  addWritten(
    batchId: number,
    ranges: readonly WrittenRange[],
    targets: readonly WrittenTarget[],
  ): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await bulkInsert(
        manager,
        'import_written',
        ['batch_id', 'first_id', 'version', 'last_id'],
        ranges.map(({ firstId, version, lastId }) => [batchId, firstId, version, lastId]),
      );
      for (const target of targets) await manager.insert(ImportTargetEntity, { batchId, ...target });
    });
  }

  /** Newest first. @param by only theirs; everybody's when null. @param before only those of a smaller number. */
  list(by: string | null, limit: number, before: number | null): Promise<ImportBatchEntity[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(ImportBatchEntity, 'b')
      .orderBy('b.id', 'DESC')
      .take(limit);
    if (by !== null) query.andWhere('b.appliedBy = :by', { by });
    if (before !== null) query.andWhere('b.id < :before', { before });
    return query.getMany();
  }

  one(id: number): Promise<ImportBatchEntity | null> {
    return this.unitOfWork.manager.findOneBy(ImportBatchEntity, { id });
  }

  /** The files of batches, in the order in which they came. */
  async filesOf(batchIds: readonly number[]): Promise<ImportFileEntity[]> {
    if (batchIds.length === 0) return [];
    return this.unitOfWork.manager
      .createQueryBuilder(ImportFileEntity, 'f')
      .where('f.batchId IN (:...ids)', { ids: batchIds })
      .orderBy('f.id')
      .getMany();
  }

  /** The last batch that holds a file of these bytes and was not taken back; null when there is none. */
  async appliedWith(sha256: string): Promise<ImportBatchEntity | null> {
    return this.unitOfWork.manager
      .createQueryBuilder(ImportBatchEntity, 'b')
      .innerJoin(ImportFileEntity, 'f', 'f.batchId = b.id')
      .where('f.sha256 = :sha256 AND b.undoneAt IS NULL', { sha256 })
      .orderBy('b.id', 'DESC')
      .getOne();
  }

  written(batchId: number): Promise<ImportWrittenEntity[]> {
    return this.unitOfWork.manager.find(ImportWrittenEntity, {
      where: { batchId },
      order: { firstId: 'ASC' },
    });
  }

  async writtenTargets(batchId: number): Promise<WrittenRange[]> {
    const rows = await this.unitOfWork.manager.find(ImportTargetEntity, {
      where: { batchId },
      order: { targetId: 'ASC' },
    });
    return rows.map(({ targetId, version }) => ({ firstId: targetId, lastId: targetId, version }));
  }

  /** @returns false when it was taken back already. */
  markUndone(id: number, undoneAt: string, undoneBy: string): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const row = await manager.findOneByOrFail(ImportBatchEntity, { id });
      if (row.undoneAt !== null) return false;
      await manager.update(ImportBatchEntity, { id }, { undoneAt, undoneBy });
      return true;
    });
  }
}
