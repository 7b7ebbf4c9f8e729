import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../../accounts/account.types.js';
import { DomainError } from '../../kernel/domain-error.js';
import { mayValidate } from '../../measurements/writer-status.rules.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BatchesService } from '../batches/batches.service.js';

/** Ends the unit of work without keeping anything. */
class OnlyTried extends Error {}

/** Says whether a batch can be taken back, by doing it and keeping nothing. */
@Injectable()
export class UndoTrialsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  /** Takes a batch back. @throws DomainError 409 or 403 when something stands on it. */
  undo(id: number, by: DataCaller): Promise<void> {
    return this.batches.undo(id, by, mayValidate(by.role));
  }

  /** @returns why it cannot be taken back, with what stands on it; null when it can. */
  async obstacle(id: number, by: DataCaller): Promise<DomainError | null> {
    try {
      return await this.unitOfWork.write(async () => {
        await this.undo(id, by);
        throw new OnlyTried();
      });
    } catch (error) {
      if (error instanceof OnlyTried) return null;
      if (error instanceof DomainError && (error.status === 409 || error.status === 403)) return error;
      throw error;
    }
  }
}
