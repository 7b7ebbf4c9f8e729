import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { changesBetween } from '../../platform/audit/audit-changes.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { PersonIdentity } from '../account.types.js';
import { PeopleRepository } from '../people/people.repository.js';
import { PeopleService } from '../people/people.service.js';
import { nameIssue } from '../people/person-settings.rules.js';
import { RecoveryCodesService } from '../second-factor/recovery-codes.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AccountMailsService } from '../sign-in/account-mails.service.js';
import { accountPage } from './own-account.presenter.js';
import { nameBody, noticesBody, passwordChangeBody } from './own-account.schema.js';
import type { AccountForm, AccountView } from './own-account.types.js';
import { PasswordChangeService } from './password-change.service.js';

/** One's own account: what one may read and change of oneself. */
@Injectable()
export class OwnAccountService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(PeopleRepository) private readonly rows: PeopleRepository,
    @Inject(RecoveryCodesService) private readonly codes: RecoveryCodesService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(PasswordChangeService) private readonly passwords: PasswordChangeService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param done word of `?fait=`. */
  page(person: PersonIdentity, done?: string): Promise<PageBody<AccountView>> {
    return this.pageOf(person, null, done);
  }

  async rename(person: PersonIdentity, body: unknown): Promise<PageAnswer<AccountView>> {
    const sent = await submitted(nameBody, body, async ({ name: typed }) => {
      const name = typed.trim();
      const issue = nameIssue(name);
      if (issue !== null) throw new DomainError('invalid_person', 'Ce nom est à corriger.', 422, [issue]);
      await this.storeName(person, name);
    });
    if (!sent.ok) return this.pageOf(person, { form: 'name', refusal: sent.refusal });
    return new SeeOther('/mon-compte?fait=nom');
  }

  /** The session is replaced, the other ones end. */
  async changePassword(person: PersonIdentity, body: unknown): Promise<PageAnswer<AccountView>> {
    const sent = await submitted(passwordChangeBody, body, ({ current, password }) =>
      this.passwords.change(person, current, password),
    );
    if (!sent.ok) return this.pageOf(person, { form: 'password', refusal: sent.refusal });
    await this.mails.tell(person.id, 'password_changed');
    return new SeeOther('/mon-compte?fait=mot-de-passe', sent.result.cookies);
  }

  async chooseNotices(person: PersonIdentity, body: unknown): Promise<PageAnswer<AccountView>> {
    const sent = await submitted(noticesBody, body, (ticked) =>
      this.storeNotices(person.id, {
        notices: ticked.notices === 'on',
        // Whoever only reads is not asked: what they had chosen holds.
        ...(person.role === 'viewer' ? {} : { reminders: ticked.reminders === 'on' }),
      }),
    );
    if (!sent.ok) return this.pageOf(person, { form: 'notices', refusal: sent.refusal });
    return new SeeOther('/mon-compte?fait=avis');
  }

  private storeName({ id, name: before }: PersonIdentity, name: string): Promise<void> {
    return this.unitOfWork.write(async () => {
      if (name === before) return;
      await this.rows.update(id, { name, updatedAt: this.clock.instant() });
      await this.trail.record({
        action: 'person.renamed',
        subject: `person:${id}`,
        personal: { personId: id, details: { before, after: name } },
      });
    });
  }

  private storeNotices(id: number, chosen: { notices: boolean; reminders?: boolean }): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = (await this.rows.byId(id)) ?? {};
      const changes = changesBetween(before, chosen);
      if (changes === null) return;
      await this.rows.update(id, { ...chosen, updatedAt: this.clock.instant() });
      await this.trail.record({ action: 'person.notices_changed', subject: `person:${id}`, ...changes });
    });
  }

  private async pageOf(
    identity: PersonIdentity,
    refused: { form: AccountForm; refusal: Refusal } | null,
    done?: string,
  ): Promise<PageBody<AccountView>> {
    const { id } = identity;
    const { name, email, role, organisation, hasSecondFactor, reminders } = await this.people.byId(id);
    const account = {
      name,
      email,
      role,
      organisation: organisation === null ? null : await this.organisationName(organisation),
      notices: (await this.rows.byId(id))?.notices ?? true,
      reminders,
      hasSecondFactor,
      recoveryCodesLeft: await this.codes.left(id),
      devices: await this.sessions.devices(identity),
    };
    return accountPage(account, this.clock.now().getTime(), done, refused);
  }

  private async organisationName(code: string): Promise<string> {
    return (await this.programmes.organisations()).nameAt(code, this.clock.today()).name;
  }
}
