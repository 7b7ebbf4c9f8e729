import { Inject, Injectable } from '@nestjs/common';
import { submitted } from '../../platform/forms/submission.js';
import { type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { LegalTextsService } from '../../programme/legal-texts/legal-texts.service.js';
import { LEGAL_TEXT_PAGES, type LegalTextPage } from '../../programme/legal-texts/legal-text.types.js';
import {
  legalTextRoom,
  type LegalTextRoomView,
  legalTextsPage,
  type LegalTextsView,
  noticeOf,
  textPath,
} from './legal-texts.presenter.js';
import { buttonBody, legalTextBody } from './legal-texts.schema.js';

/** The room of the texts that the law asks for. */
@Injectable()
export class LegalTextsPageService {
  constructor(@Inject(LegalTextsService) private readonly texts: LegalTextsService) {}

  async list(): Promise<PageBody<LegalTextsView>> {
    return legalTextsPage(await Promise.all(LEGAL_TEXT_PAGES.map((page) => this.texts.of(page))));
  }

  async one(page: LegalTextPage, done: string | undefined): Promise<PageBody<LegalTextRoomView>> {
    return legalTextRoom(await this.texts.of(page), noticeOf(done), null);
  }

  async change(page: LegalTextPage, body: unknown): Promise<PageBody<LegalTextRoomView> | SeeOther> {
    const outcome = await submitted(legalTextBody, body, ({ text }) => this.texts.change(page, text));
    return outcome.ok
      ? new SeeOther(`${textPath(page)}?fait=texte`)
      : legalTextRoom(await this.texts.of(page), null, outcome.refusal);
  }

  async reset(page: LegalTextPage, body: unknown): Promise<PageBody<LegalTextRoomView> | SeeOther> {
    const outcome = await submitted(buttonBody, body, () => this.texts.change(page, null));
    return outcome.ok
      ? new SeeOther(`${textPath(page)}?fait=origine`)
      : legalTextRoom(await this.texts.of(page), null, outcome.refusal);
  }
}
