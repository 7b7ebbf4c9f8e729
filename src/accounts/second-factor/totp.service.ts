import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** What every authenticator understands (RFC 6238): SHA-1, six digits, thirty seconds. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226, section 4: a seed of 160 bits. */
const SEED_BYTES = 20;
/** RFC 6238, section 5.2: one step of delay on either side, for clocks that are a little off. */
const STEPS_AROUND = 1;

/** Codes of authenticators: their seeds are sealed at rest, and no code works twice. */
@Injectable()
export class TotpService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SecondFactorRepository) private readonly rows: SecondFactorRepository,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new seed, in Base32. */
  newSeed(): string {
    return new Secret({ size: SEED_BYTES }).base32;
  }

  /** The `otpauth://` address that a phone scans or opens. */
  setUpAddress(seed: string, account: string, issuer: string): string {
    return new TOTP({ ...PARAMETERS, issuer, label: account, secret: Secret.fromBase32(seed) }).toString();
  }

  /** Step of thirty seconds to which a code of six digits belongs, now or next to it; null when it is of none. */
  stepOf(seed: string, code: string): number | null {
    const timestamp = this.clock.now().getTime();
    const secret = Secret.fromBase32(seed);
    const delta = TOTP.validate({ ...PARAMETERS, token: code, secret, timestamp, window: STEPS_AROUND });
    return delta === null ? null : TOTP.counter({ period: PARAMETERS.period, timestamp }) + delta;
  }

  /** Keeps a seed for a person. @param step of the code that proved it, which is used up. */
  store(personId: number, seed: string, step: number): Promise<void> {
    return this.rows.storeSeed(personId, this.keys.seal('totp', seed), step);
  }

  forget(personId: number): Promise<void> {
    return this.rows.storeSeed(personId, null, null);
  }

  /**
   * Uses a person's code up. Of any number of requests that bring the same code, one gets through.
   *
   * @throws DomainError `second_factor_unreadable` when the seed was sealed with another SECRET_KEY.
   */
  use(personId: number, code: string): Promise<boolean> {
    return this.unitOfWork.write(async () => {
      const sealed = await this.rows.sealedSeed(personId);
      if (sealed === null) return false;
      const seed = this.keys.open('totp', sealed);
      if (seed === null) throw unreadable();
      const step = this.stepOf(seed, code);
      return step !== null && this.rows.useStep(personId, step);
    });
  }
}

/** Recovery codes are hashed with the same key: only an administrator helps. */
function unreadable(): DomainError {
  return new DomainError(
    'second_factor_unreadable',
    'Votre second facteur ne peut plus être lu, parce que la clé secrète de ce site a changé. Demandez à la personne qui administre le site de le réinitialiser.',
    409,
  );
}
