import { Inject, Injectable } from '@nestjs/common';
import { submitted } from '../../platform/forms/submission.js';
import type { PageAnswer } from '../../platform/views/page.types.js';
import type { PersonIdentity } from '../account.types.js';
import { firstVisitPage, noLinkPage } from './activation.presenter.js';
import { ActivationService } from './activation.service.js';
import { followLink, throughLink } from './link-pages.js';
import { enteredBy } from './sign-in-page.service.js';
import type { EntranceView } from './sign-in.presenter.js';
import { activationBody, firstAdminBody, type LinkQuery } from './sign-in.schema.js';

const PATH = '/premiere-connexion';

/** The page of a first visit: the first administrator's, or that of somebody invited. */
@Injectable()
export class ActivationPageService {
  constructor(@Inject(ActivationService) private readonly activation: ActivationService) {}

  /** @param secret of the link that the browser holds, when it holds one. */
  async page({ code }: LinkQuery, secret: string | null): Promise<PageAnswer<EntranceView>> {
    if (code !== undefined) return followLink(code, PATH);
    if (secret === null) return noLinkPage();
    return throughLink(async () => firstVisitPage(await this.activation.look(secret)));
  }

  async accept(
    secret: string | null,
    person: PersonIdentity | null,
    body: unknown,
  ): Promise<PageAnswer<EntranceView>> {
    if (secret === null) return noLinkPage();
    return throughLink(async () => {
      const visit = await this.activation.look(secret);
      const schema = visit.kind === 'first_admin' ? firstAdminBody : activationBody;
      const sent = await submitted(schema, body, (introduction) =>
        this.activation.accept(secret, introduction, person),
      );
      return sent.ok ? enteredBy(sent.result) : firstVisitPage(visit, sent.refusal);
    });
  }
}
