import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import { submitted } from '../../platform/forms/submission.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { PersonIdentity } from '../account.types.js';
import { CurrentPasswordService } from '../own-account/current-password.service.js';
import { type RenewedSession, SessionRenewalService } from '../sessions/session-renewal.service.js';
import { AccountMailsService } from '../sign-in/account-mails.service.js';
import { codeRefused } from './code-refusal.rules.js';
import { readTotpCode } from './recovery-code.rules.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { recoveryCodesPage, type SecondFactorView, setUpPage } from './second-factor.presenter.js';
import { nextOf, setUpBody } from './second-factor.schema.js';
import { stagePath } from './stage.rules.js';
import { TotpService } from './totp.service.js';

/** Signs as the account's provider in the authenticator, until a programme has a name. */
const SOFTWARE = 'Copil';

/** A second factor is set up, or moved to another phone, by the code that proves the seed was taken. */
@Injectable()
export class SecondFactorSetUpService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TotpService) private readonly totp: TotpService,
    @Inject(RecoveryCodesService) private readonly codes: RecoveryCodesService,
    @Inject(CurrentPasswordService) private readonly currentPassword: CurrentPasswordService,
    @Inject(SessionRenewalService) private readonly renewals: SessionRenewalService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AccountMailsService) private readonly mails: AccountMailsService,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  /** A new seed to scan: until its code comes back, it is kept nowhere but in this page, sealed. */
  page(person: PersonIdentity, next: string): Promise<PageBody<SecondFactorView>> {
    // Who came by choice came from their account.
    const after = person.stage === 'full' && next === '/' ? '/mon-compte' : next;
    return this.pageOf(person, this.totp.newSeed(), after);
  }

  /** Keeps the seed that was scanned. The session is replaced, the person's other ones end. */
  async confirm(person: PersonIdentity, body: unknown): Promise<PageBody<SecondFactorView>> {
    const sent = await submitted(setUpBody, body, async ({ seed: sealed, code, password = '', next }) => {
      const seed = this.opened(person, sealed);
      if (seed === null) throw expired();
      const digits = readTotpCode(code);
      const step = digits === null ? null : this.totp.stepOf(seed, digits);
      if (step === null) throw codeRefused();
      // In the stage of enrolment the password was given a moment ago.
      if (person.stage === 'full') await this.currentPassword.confirm(person, password, 'password');
      const { codes, session } = await this.enable(person, seed, step);
      await this.mails.tell(person.id, 'second_factor_enabled');
      return { ...recoveryCodesPage(codes, stagePath('full', next)), ...session };
    });
    if (sent.ok) return sent.result;
    const { values } = sent.refusal;
    const seed = this.opened(person, values['seed'] ?? '') ?? this.totp.newSeed();
    return this.pageOf(person, seed, nextOf(values), sent.refusal);
  }

  private enable(
    person: PersonIdentity,
    seed: string,
    step: number,
  ): Promise<{ codes: string[]; session: RenewedSession }> {
    return this.unitOfWork.write(async () => {
      await this.totp.store(person.id, seed, step);
      const codes = await this.codes.renew(person.id);
      await this.trail.record({
        action: 'second_factor.enabled',
        subject: `person:${person.id}`,
        before: { enabled: person.hasSecondFactor },
        after: { enabled: true },
      });
      return { codes, session: await this.renewals.renew(person, 'end') };
    });
  }

  private async pageOf(
    person: PersonIdentity,
    seed: string,
    next: string,
    refusal: Refusal | null = null,
  ): Promise<PageBody<SecondFactorView>> {
    const isInstalled = await this.programmes.isInstalled();
    const issuer = isInstalled ? (await this.programmes.programme()).name : SOFTWARE;
    const sealed = this.keys.seal('totp-setup', `${ownerOf(person)}${seed}`);
    const address = this.totp.setUpAddress(seed, person.email, issuer);
    const reason = person.stage === 'enrolment' ? 'required' : person.hasSecondFactor ? 'replaced' : 'chosen';
    return setUpPage({ seed, sealed, address, next, reason }, refusal);
  }

  /** The seed of a form that this very session was shown; null for any other text. */
  private opened(person: PersonIdentity, sealed: string): string | null {
    const text = this.keys.open('totp-setup', sealed);
    const owner = ownerOf(person);
    return text?.startsWith(owner) ? text.slice(owner.length) : null;
  }
}

/** A page left open by another session, or of another person, proves nothing here. */
const ownerOf = ({ id, sessionId }: PersonIdentity): string => `${id}:${sessionId}:`;

function expired(): DomainError {
  const title = 'Le code QR de cette page n’est plus valable : scannez le nouveau.';
  return new DomainError('second_factor_expired', title, 422);
}
