import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { yearPeriod } from '../kernel/period.rules.js';
import { fallsWithin } from './annotations.rules.js';
import { annotationAnswer, type AnnotationAnswer } from './annotations.presenter.js';
import type { AnnotationsQuery } from './annotations.schema.js';
import { AnnotationsService } from './annotations.service.js';

/** What the API tells of dated events. */
@Injectable()
export class AnnotationAnswersService {
  constructor(
    @Inject(AnnotationsService) private readonly annotations: AnnotationsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** Those of an exercice, or all of them; the team's own only for whoever reads what is internal. */
  async list({ year }: AnnotationsQuery, caller: DataCaller | null): Promise<AnnotationAnswer[]> {
    const period = year === undefined ? null : await this.periodOf(year);
    return (await this.annotations.all())
      .filter((event) => event.isPublic || caller?.readsInternal === true)
      .filter((event) => period === null || fallsWithin(event, period))
      .map(annotationAnswer);
  }

  private async periodOf(year: number): Promise<{ start: string; end: string }> {
    const exercice = (await this.programmes.exercices()).find((one) => one.year === year);
    const { start, end } = yearPeriod(year);
    return { start: exercice?.startDate ?? start, end: exercice?.endDate ?? end };
  }
}
