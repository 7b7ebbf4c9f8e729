import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Refusal, Submission } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, type PageBody, SeeOther } from '../../platform/views/page.types.js';
import { needsSecondFactor } from '../access/permissions.rules.js';
import type { PersonIdentity } from '../account.types.js';
import { CurrentPasswordService } from '../own-account/current-password.service.js';
import { type RenewedSession, SessionRenewalService } from '../sessions/session-renewal.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AccountMailsService } from '../sign-in/account-mails.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { managementPage, recoveryCodesPage, type SecondFactorView } from './second-factor.presenter.js';
import { passwordBody } from './second-factor.schema.js';
import { TotpService } from './totp.service.js';

/** Looks after a second factor once it is there: recovery codes, taking it away, resetting a lost one. */
@Injectable()
export class SecondFactorService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TotpService) private readonly totp: TotpService,
    @Inject(RecoveryCodesService) private readonly codes: RecoveryCodesService,
    @Inject(CurrentPasswordService) private readonly currentPassword: CurrentPasswordService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(SessionRenewalService) private readonly renewals: SessionRenewalService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  async page(person: PersonIdentity, done?: string): Promise<PageBody<SecondFactorView>> {
    return this.pageOf(person, null, done);
  }

  /** New recovery codes, shown in the answer; those before stop working. */
  async renewCodes(person: PersonIdentity, body: unknown): Promise<PageBody<SecondFactorView>> {
    const sent = await this.withPassword(person, body, () =>
      this.unitOfWork.write(async () => {
        const codes = await this.codes.renew(person.id);
        await this.trail.record({ action: 'recovery_codes.renewed', subject: `person:${person.id}` });
        return codes;
      }),
    );
    if (sent.ok) return recoveryCodesPage(sent.result, '/mon-compte');
    return this.pageOf(person, { form: 'renewal', refusal: sent.refusal });
  }

  /** Takes one's own second factor away. The session is replaced, the other ones end. */
  async remove(person: PersonIdentity, body: unknown): Promise<PageAnswer<SecondFactorView>> {
    const sent = await this.withPassword(person, body, async () => {
      if (needsSecondFactor(person.role)) throw required();
      return this.unitOfWork.write(async (): Promise<RenewedSession> => {
        await this.forget(person.id);
        return this.renewals.renew(person, 'end');
      });
    });
    if (!sent.ok) return this.pageOf(person, { form: 'removal', refusal: sent.refusal });
    await this.mails.tell(person.id, 'second_factor_removed');
    return new SeeOther('/mon-compte?fait=second-facteur-retire', sent.result.cookies);
  }

  /** Resets a second factor that was lost: every session of the person ends. Whoever calls it may do so. */
  reset(personId: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      await this.forget(personId);
      await this.sessions.endAll(personId);
    });
  }

  private async forget(personId: number): Promise<void> {
    await this.totp.forget(personId);
    await this.codes.forget(personId);
    await this.trail.record({
      action: 'second_factor.removed',
      subject: `person:${personId}`,
      before: { enabled: true },
      after: { enabled: false },
    });
  }

  private withPassword<Result>(
    person: PersonIdentity,
    body: unknown,
    act: () => Promise<Result>,
  ): Promise<Submission<Result>> {
    return submitted(passwordBody, body, async ({ password }) => {
      await this.currentPassword.confirm(person, password, 'password');
      if (!person.hasSecondFactor) throw missing();
      return act();
    });
  }

  private async pageOf(
    person: PersonIdentity,
    refused: { form: 'renewal' | 'removal'; refusal: Refusal } | null,
    done?: string,
  ): Promise<PageBody<SecondFactorView>> {
    const left = await this.codes.left(person.id);
    return managementPage({ left, mayRemove: !needsSecondFactor(person.role), done }, refused);
  }
}

const required = (): DomainError =>
  new DomainError(
    'second_factor_required',
    'Votre rôle demande un second facteur : il peut être remplacé, pas retiré.',
    422,
  );

const missing = (): DomainError =>
  new DomainError('second_factor_missing', 'Votre compte n’a pas de second facteur : activez-en un.', 409);
