import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PersonEntity, RecoveryCodeEntity } from '../people/person.entity.js';

/** What is kept of second factors: sealed seeds, the last step used, hashes of recovery codes. */
@Injectable()
export class SecondFactorRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async sealedSeed(personId: number): Promise<string | null> {
    const person = await this.unitOfWork.manager.findOne(PersonEntity, {
      select: { id: true, totpSeed: true },
      where: { id: personId },
    });
    return person?.totpSeed ?? null;
  }

  /** Keeps a seed and the step of the code that proved it, or forgets both. */
  storeSeed(personId: number, totpSeed: string | null, totpLastStep: number | null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(PersonEntity, { id: personId }, { totpSeed, totpLastStep });
    });
  }

  /** Moves on to a step, unless it or a later one was used: the database decides. @returns whether it moved. */
  useStep(personId: number, step: number): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const isNew = [
        { id: personId, totpLastStep: IsNull() },
        { id: personId, totpLastStep: LessThan(step) },
      ];
      const { affected } = await manager.update(PersonEntity, isNew, { totpLastStep: step });
      return affected === 1;
    });
  }

  /** Replaces every recovery code of a person. */
  replaceCodes(personId: number, hashes: readonly string[]): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(RecoveryCodeEntity, { personId });
      const rows = hashes.map((codeHash) => ({ personId, codeHash, usedAt: null }));
      if (rows.length > 0) await manager.insert(RecoveryCodeEntity, rows);
    });
  }

  /** Marks a code as used. @returns whether there was such a code, not used yet. */
  useCode(personId: number, codeHash: string, usedAt: string): Promise<boolean> {
    return this.unitOfWork.write(async (manager) => {
      const unused = { personId, codeHash, usedAt: IsNull() };
      const { affected } = await manager.update(RecoveryCodeEntity, unused, { usedAt });
      return affected === 1;
    });
  }

  countUnusedCodes(personId: number): Promise<number> {
    return this.unitOfWork.manager.countBy(RecoveryCodeEntity, { personId, usedAt: IsNull() });
  }
}
