import { Inject, Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Draft, DraftAnswers, DraftFile, DraftFileAnswers } from './draft.types.js';
import { ImportDraftEntity, ImportDraftFileEntity } from './import-draft.entity.js';

/** Rows of drafts: nobody's figures yet. */
@Injectable()
export class DraftsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @returns its number. */
  add(
    draft: Pick<Draft, 'createdBy' | 'createdAt' | 'answers'>,
    files: readonly Omit<DraftFile, 'id'>[],
  ): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      const row = manager.create(ImportDraftEntity, { ...draft, appliedAs: null });
      const { id: draftId } = await manager.save(row);
      for (const file of files) await manager.insert(ImportDraftFileEntity, { ...file, draftId });
      return draftId;
    }, BOOKKEEPING);
  }

  async one(id: number): Promise<Draft | null> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOneBy(ImportDraftEntity, { id });
    if (row === null) return null;
    const files = await manager.find(ImportDraftFileEntity, { where: { draftId: id }, order: { id: 'ASC' } });
    return { ...row, files: files.map(({ draftId: _, ...file }) => file) };
  }

  /** Drafts of somebody that wait, the newest first. */
  async waiting(createdBy: string): Promise<{ id: number; createdAt: string }[]> {
    const rows = await this.unitOfWork.manager.find(ImportDraftEntity, {
      where: { createdBy },
      order: { id: 'DESC' },
    });
    return rows.filter(({ appliedAs }) => appliedAs === null).map(({ id, createdAt }) => ({ id, createdAt }));
  }

  answer(id: number, answers: DraftAnswers, files: ReadonlyMap<number, DraftFileAnswers>): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ImportDraftEntity, { id }, { answers });
      for (const [fileId, said] of files)
        await manager.update(ImportDraftFileEntity, { id: fileId, draftId: id }, { answers: said });
    }, BOOKKEEPING);
  }

  removeFile(draftId: number, id: number): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(ImportDraftFileEntity, { id, draftId });
    }, BOOKKEEPING);
  }

  remove(ids: readonly number[]): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      if (ids.length === 0) return;
      await manager.delete(ImportDraftFileEntity, { draftId: In(ids) });
      await manager.delete(ImportDraftEntity, { id: In(ids) });
    }, BOOKKEEPING);
  }

  /** What was read is not kept once it is recorded. @returns false when the draft became a batch already, or is gone. */
  markApplied(id: number, batchId: number): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const row = await manager.findOneBy(ImportDraftEntity, { id });
      if (row === null || row.appliedAs !== null) return false;
      await manager.update(ImportDraftEntity, { id }, { appliedAs: batchId });
      await manager.delete(ImportDraftFileEntity, { draftId: id });
      return true;
    });
  }

  async removeBefore(instant: string): Promise<void> {
    const rows = await this.unitOfWork.primary.find(ImportDraftEntity, {
      where: { createdAt: LessThan(instant) },
      select: { id: true },
    });
    await this.remove(rows.map(({ id }) => id));
  }
}
