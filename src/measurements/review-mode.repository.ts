import { Inject, Injectable } from '@nestjs/common';
import { plainQuery } from '../platform/database/sqlite-statements.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { ReviewMode } from './measurement-life.types.js';

/** Who makes figures count here: one of the settings of entry, read where figures come in. */
@Injectable()
export class ReviewModeRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async mode(): Promise<ReviewMode> {
    const [row] = await plainQuery<{ review: ReviewMode }>(
      this.unitOfWork.manager,
      'SELECT review FROM entry_settings WHERE id = 1',
    );
    return row?.review ?? 'single';
  }
}
