import { Inject, Injectable } from '@nestjs/common';
import { Mailer } from '../../platform/mail/mailer.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import { PeopleRepository } from '../people/people.repository.js';
import { type MailContext, type MailWords, type NoticeKind, noticeMail } from './mail-words.rules.js';

/** Mails about somebody's account, in the programme's name. Nothing waits for them, and nothing fails without them. */
@Injectable()
export class AccountMailsService {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(PeopleRepository) private readonly people: PeopleRepository,
    @Inject(ProgrammeService) private readonly programme: ProgrammeService,
  ) {}

  /** Whether mails leave at all. */
  get areSent(): boolean {
    return this.mailer.isConfigured;
  }

  /** Writes to somebody and does not wait for the mail to leave. @param words `(context) => invitationMail(context, …)`. */
  async write(
    person: { name: string; email: string },
    words: (context: MailContext) => MailWords,
  ): Promise<void> {
    if (!this.areSent) return;
    const programmeName = await this.programmeName();
    void this.mailer.send({ to: person.email, ...words({ name: person.name, programmeName }) });
  }

  /** Tells a person what has just changed in their account, if they wish to be told. Call it once the change is kept. */
  async tell(personId: number, kind: NoticeKind): Promise<void> {
    const person = await this.people.byId(personId);
    if (person === null || person.state !== 'active' || !person.notices) return;
    await this.write(person, (context) => noticeMail(context, kind));
  }

  private async programmeName(): Promise<string> {
    return (await this.programme.isInstalled()) ? (await this.programme.programme()).name : 'Copil';
  }
}
