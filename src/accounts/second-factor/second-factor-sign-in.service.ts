import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import type { AuditAction } from '../../platform/audit/audit-words.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { submitted } from '../../platform/forms/submission.js';
import { type PageAnswer, type PageBody, SeeOther } from '../../platform/views/page.types.js';
import type { PersonIdentity } from '../account.types.js';
import { type RenewedSession, SessionRenewalService } from '../sessions/session-renewal.service.js';
import { AccountMailsService } from '../sign-in/account-mails.service.js';
import { AttemptsService } from '../sign-in/attempts.service.js';
import { codeRefused, notACode, recoveryCodeRefused } from './code-refusal.rules.js';
import { readRecoveryCode, readTotpCode } from './recovery-code.rules.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { codePage, type CodeView } from './second-factor.presenter.js';
import { codeBody, type CodeQuery, nextOf } from './second-factor.schema.js';
import { stagePath } from './stage.rules.js';
import { TotpService } from './totp.service.js';

type Method = 'totp' | 'recovery_code';

/** The second step of signing in: a code of the phone, or a recovery code. */
@Injectable()
export class SecondFactorSignInService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TotpService) private readonly totp: TotpService,
    @Inject(RecoveryCodesService) private readonly codes: RecoveryCodesService,
    @Inject(AttemptsService) private readonly attempts: AttemptsService,
    @Inject(SessionRenewalService) private readonly renewals: SessionRenewalService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  page({ next, secours }: CodeQuery): PageBody<CodeView> {
    return codePage({ next, isRecovery: secours !== undefined });
  }

  /** Lets a half signed-in person in, on a session of another name than the half one. */
  async enter(person: PersonIdentity, body: unknown): Promise<PageAnswer<CodeView>> {
    const sent = await submitted(codeBody, body, async ({ code, next }) => {
      const [digits, recovery] = [readTotpCode(code), readRecoveryCode(code)];
      if (digits !== null) return { ...(await this.tryCode(person, 'totp', digits)), path: next };
      if (recovery === null) throw notACode();
      const entered = await this.tryCode(person, 'recovery_code', recovery);
      await this.mails.tell(person.id, 'recovery_code_used');
      // How many are left is worth knowing before anything else.
      return { ...entered, path: '/mon-compte/second-facteur?fait=code' };
    });
    if (sent.ok) return new SeeOther(stagePath('full', sent.result.path), sent.result.cookies);
    const { values } = sent.refusal;
    return codePage({ next: nextOf(values), isRecovery: values['secours'] === 'oui' }, sent.refusal);
  }

  private async tryCode(person: PersonIdentity, method: Method, code: string): Promise<RenewedSession> {
    const key = `second-factor:${person.id}`;
    await this.attempts.check(key);
    const entered = await this.unitOfWork.write(async () => {
      const isRight =
        method === 'totp' ? await this.totp.use(person.id, code) : await this.codes.use(person.id, code);
      await this.tell(person.id, isRight ? 'sign_in.succeeded' : 'sign_in.failed', {
        outcome: isRight ? 'full' : 'wrong_code',
        method,
      });
      return isRight ? this.renewals.renew(person, 'stay') : null;
    });
    if (entered === null) throw method === 'totp' ? codeRefused() : recoveryCodeRefused();
    await this.attempts.succeed(key);
    return entered;
  }

  private tell(personId: number, action: AuditAction, details: Record<string, string>): Promise<void> {
    return this.trail.record({
      action,
      subject: null,
      personal: { personId, details },
      actorIsPersonal: true,
    });
  }
}
