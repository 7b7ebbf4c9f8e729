import { Inject, Injectable } from '@nestjs/common';
import type { PageBody } from '../platform/views/page.types.js';
import { LegalTextsService } from '../programme/legal-texts/legal-texts.service.js';
import type { LegalTextPage } from '../programme/legal-texts/legal-text.types.js';
import { ProgrammeService } from '../programme/programme.service.js';
import {
  accessibilityPage,
  type AccessibilityView,
  legalTextPage,
  type LegalTextView,
} from './legal.presenter.js';

/** The pages that the law asks of a public site. */
@Injectable()
export class LegalPagesService {
  constructor(
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(LegalTextsService) private readonly texts: LegalTextsService,
  ) {}

  async accessibility(): Promise<PageBody<AccessibilityView>> {
    return accessibilityPage(await this.programmes.programme());
  }

  async text(page: LegalTextPage): Promise<PageBody<LegalTextView>> {
    const { text } = await this.texts.of(page);
    return legalTextPage(page, await this.programmes.programme(), text);
  }
}
