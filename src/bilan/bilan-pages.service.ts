import { Inject, Injectable } from '@nestjs/common';
import { errorCode } from '../kernel/error-code.js';
import type { PageBody } from '../platform/views/page.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { BilanDataService } from './bilan-data.service.js';
import { bilanDocument } from './bilan-document.rules.js';
import type { BilanPage, BilansPage } from './bilan-pages.types.js';
import { bilanPage, bilansPage, emptyBilanPage } from './bilan-pages.presenter.js';

/** The pages around bilans: their list, and what each would say today. */
@Injectable()
export class BilanPagesService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(BilanDataService) private readonly data: BilanDataService,
  ) {}

  async list(): Promise<PageBody<BilansPage>> {
    return bilansPage(await this.programmes.exercices());
  }

  /** @throws DomainError 404 `not_found` for a year that is no exercice. */
  async page(year: number): Promise<PageBody<BilanPage>> {
    const exercice = await this.programmes.exercice(year);
    try {
      const data = await this.data.ofYear(year);
      // The very document that the button makes, without drawing it: its fingerprint and its attachments matter not here.
      const { sections } = bilanDocument(data, '', []);
      const contents = sections
        .filter(({ listed, contentsTitle }) => listed || contentsTitle !== undefined)
        .map(({ title, contentsTitle }) => contentsTitle ?? title);
      return bilanPage(data, contents);
    } catch (error) {
      if (errorCode(error) !== 'no_figures') throw error;
      return emptyBilanPage(exercice);
    }
  }
}
