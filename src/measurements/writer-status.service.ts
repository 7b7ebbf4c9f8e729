import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../accounts/account.types.js';
import type { InputIssue } from '../kernel/domain-error.js';
import type { MeasurementStatus } from './measurement.types.js';
import { ReviewModeRepository } from './review-mode.repository.js';
import { defaultStatusOf, statusIssue } from './writer-status.rules.js';

/** What somebody may say of the status of the figures that they record. */
export interface WriterStatus {
  /** Of figures that do not say theirs. */
  byDefault: 'validated' | 'submitted';
  /** Why they may not give this status; null when they may. */
  issueOf(status: MeasurementStatus | undefined): InputIssue | null;
}

/** The status of figures by who writes them, in the way in which this programme validates. */
@Injectable()
export class WriterStatusService {
  constructor(@Inject(ReviewModeRepository) private readonly reviews: ReviewModeRepository) {}

  /** @param role null for a program. */
  async of(role: Role | null): Promise<WriterStatus> {
    const mode = role === null ? 'single' : await this.reviews.mode();
    return {
      byDefault: defaultStatusOf(role, mode),
      issueOf: (status) => statusIssue(status, role, mode),
    };
  }
}
