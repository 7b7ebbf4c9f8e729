import { Inject, Injectable } from '@nestjs/common';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { followLink, throughLink } from './link-pages.js';
import { forgottenPage, newPasswordPage, noResetLinkPage } from './password-reset.presenter.js';
import { PasswordResetService } from './password-reset.service.js';
import type { EntranceView } from './sign-in.presenter.js';
import { forgottenBody, type ForgottenQuery, type LinkQuery, newPasswordBody } from './sign-in.schema.js';

const PATH = '/nouveau-mot-de-passe';

/** The pages of a forgotten password: asking for a link, then choosing another one. */
@Injectable()
export class PasswordResetPageService {
  constructor(@Inject(PasswordResetService) private readonly resets: PasswordResetService) {}

  forgotten({ fait }: ForgottenQuery): PageBody<EntranceView> {
    return forgottenPage({ byMail: this.resets.mailsAreSent, isSent: fait === 'demande' });
  }

  async request(body: unknown): Promise<PageAnswer<EntranceView>> {
    const sent = await submitted(forgottenBody, body, ({ email }) => this.resets.request(email));
    if (sent.ok) return new SeeOther('/mot-de-passe-oublie?fait=demande');
    return forgottenPage({ byMail: this.resets.mailsAreSent, isSent: false }, sent.refusal);
  }

  /** @param secret of the link that the browser holds, when it holds one. */
  async page({ code }: LinkQuery, secret: string | null): Promise<PageAnswer<EntranceView>> {
    if (code !== undefined) return followLink(code, PATH);
    if (secret === null) return noResetLinkPage();
    return throughLink(async () => newPasswordPage((await this.resets.look(secret)).email));
  }

  async choose(secret: string | null, body: unknown): Promise<PageAnswer<EntranceView>> {
    if (secret === null) return noResetLinkPage();
    return throughLink(async () => {
      const { email } = await this.resets.look(secret);
      const sent = await submitted(newPasswordBody, body, ({ password }) =>
        this.resets.choose(secret, password),
      );
      if (!sent.ok) return newPasswordPage(email, sent.refusal);
      return new SeeOther('/connexion?fait=mot-de-passe', [
        { name: 'session', value: null },
        { name: 'link', value: null },
      ]);
    });
  }
}
