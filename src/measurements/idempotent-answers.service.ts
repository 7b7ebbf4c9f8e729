import { Inject, Injectable } from '@nestjs/common';
import type { DataCaller } from '../accounts/account.types.js';
import { DomainError } from '../kernel/domain-error.js';
import { Clock } from '../platform/clock/clock.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import type { MeasurementsReport } from './measurement.types.js';

const KEY_SHAPE = /^[\x21-\x7e]{1,255}$/;
const REMEMBERED_MS = 24 * 3_600_000;

/** A key, whose it is, and the body that it came with. */
export interface AnswerKey {
  tokenId: number;
  key: string;
  bodyHash: string;
}

/** What was answered to an `Idempotency-Key`: the same body asks for the same answer, and nothing is written again. */
@Injectable()
export class IdempotentAnswers {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdempotencyRepository) private readonly answers: IdempotencyRepository,
  ) {}

  /** Whose key it is. @throws DomainError 400 `wrong_idempotency_key`. */
  ownerOf(key: string, by: DataCaller): number {
    if (!KEY_SHAPE.test(key)) {
      const title =
        'L’en-tête Idempotency-Key est un texte de 255 caractères au plus, sans accents ni espaces.';
      throw new DomainError('wrong_idempotency_key', title, 400);
    }
    if (by.tokenId !== null) return by.tokenId;
    const title =
      'L’en-tête Idempotency-Key vaut pour un jeton : retirez-le d’un envoi fait avec une session.';
    throw new DomainError('wrong_idempotency_key', title, 400);
  }

  /** What was answered to this body under this key. @throws DomainError 409 `idempotency_key_reused`. */
  async given({ tokenId, key, bodyHash }: AnswerKey): Promise<MeasurementsReport | null> {
    const known = await this.answers.find(tokenId, key, this.since());
    if (known === null) return null;
    if (known.bodyHash === bodyHash) return reportOf(known.answer);
    const title = 'Cette clé Idempotency-Key a déjà servi pour un autre envoi : prenez-en une nouvelle.';
    throw new DomainError('idempotency_key_reused', title, 409);
  }

  /** Keeps what is answered, in the unit of work of what it tells. */
  async keep(key: AnswerKey, report: MeasurementsReport): Promise<void> {
    const answer = JSON.stringify(report);
    await this.answers.keep({ ...key, status: 200, answer, createdAt: this.clock.instant() }, this.since());
  }

  private since(): string {
    return new Date(this.clock.now().getTime() - REMEMBERED_MS).toISOString();
  }
}

/** An answer that we wrote ourselves. */
const reportOf = (answer: string): MeasurementsReport => JSON.parse(answer) as MeasurementsReport;
