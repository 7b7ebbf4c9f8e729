import { Inject, Injectable } from '@nestjs/common';
import { FiguresService } from '../figures/figures.service.js';
import type { PageBody } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { dataPage, type ExerciceFigures } from './data-page.presenter.js';
import type { DataView } from './data-page.types.js';

/** The page of what can be taken away. */
@Injectable()
export class DataPageService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(FiguresService) private readonly figures: FiguresService,
  ) {}

  async page(seesReserved: boolean): Promise<PageBody<DataView>> {
    const years: ExerciceFigures[] = [];
    for (const exercice of await this.programmes.exercices()) {
      const figures = await this.figures.answers({ year: exercice.year, compare: 'none' }, null);
      years.push({ exercice, figures });
    }
    return dataPage(await this.programmes.programme(), years, seesReserved);
  }
}
