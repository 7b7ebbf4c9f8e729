import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Clock } from '../../platform/clock/clock.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { RECOVERY_CODE_LENGTH, RECOVERY_CODES, writeRecoveryCode } from './recovery-code.rules.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Ten codes for the day when the phone is lost: each works once, and only keyed hashes of them are kept. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    @Inject(SecondFactorRepository) private readonly rows: SecondFactorRepository,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes new codes for a person; those made before stop working. @returns the codes, told this once. */
  async renew(personId: number): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      writeRecoveryCode(randomBytes(RECOVERY_CODE_LENGTH)),
    );
    await this.rows.replaceCodes(
      personId,
      codes.map((code) => this.hashOf(personId, code)),
    );
    return codes;
  }

  /** Uses a code up. @param code as `readRecoveryCode` gives it. @returns whether it worked. */
  use(personId: number, code: string): Promise<boolean> {
    return this.rows.useCode(personId, this.hashOf(personId, code), this.clock.instant());
  }

  left(personId: number): Promise<number> {
    return this.rows.countUnusedCodes(personId);
  }

  forget(personId: number): Promise<void> {
    return this.rows.replaceCodes(personId, []);
  }

  private hashOf(personId: number, code: string): string {
    return this.keys.mac('recovery-code', `${personId}:${code}`);
  }
}
