import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { inChunks } from '../../platform/database/bulk-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EvidenceFileEntity } from './evidence-file.entity.js';

const PAGE = 200;

/** Rows of proofs. None is ever deleted. */
@Injectable()
export class EvidenceRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Of several measurements, oldest first. */
  async of(measurementIds: readonly number[], withRemoved: boolean): Promise<EvidenceFileEntity[]> {
    const found: EvidenceFileEntity[] = [];
    for (const chunk of inChunks(measurementIds)) {
      found.push(
        ...(await this.unitOfWork.manager.find(EvidenceFileEntity, {
          where: { measurementId: In(chunk), ...(withRemoved ? {} : { removedAt: IsNull() }) },
          order: { id: 'ASC' },
        })),
      );
    }
    return found;
  }

  byId(id: number): Promise<EvidenceFileEntity | null> {
    return this.unitOfWork.manager.findOne(EvidenceFileEntity, { where: { id } });
  }

  /** The next rows after one, in their order: to go through all of them. */
  after(id: number): Promise<EvidenceFileEntity[]> {
    return this.unitOfWork.manager.find(EvidenceFileEntity, {
      where: { id: MoreThan(id) },
      order: { id: 'ASC' },
      take: PAGE,
    });
  }

  /** @returns the number of the new row */
  add(row: Omit<EvidenceFileEntity, 'id'>): Promise<number> {
    return this.unitOfWork.write(async (manager) => {
      const { id } = await manager.save(EvidenceFileEntity, row);
      return id ?? 0;
    });
  }

  async remove(id: number, removal: { at: string; by: string; reason: string }): Promise<void> {
    const { at, by, reason } = removal;
    await this.unitOfWork.write((manager) =>
      manager.update(EvidenceFileEntity, { id }, { removedAt: at, removedBy: by, removalReason: reason }),
    );
  }
}
