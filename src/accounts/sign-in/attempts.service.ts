import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { BOOKKEEPING, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import { limitOf, LONGEST_WINDOW_MS, networkOf, waitOf, waitWords } from './attempt-limits.rules.js';
import { AttemptsRepository } from './attempts.repository.js';

/**
 * Slows down whoever guesses: after too many failures each further try waits, never for ever.
 *
 * `check` comes before a secret is compared and counts the try at once as a failure, so that a hundred tries sent
 * together are not a hundred guesses; `succeed` takes back what `check` counted. A failure needs nothing more.
 *
 * Keys are `kind:who`, `account:jeanne@exemple.fr` or `second-factor:12`; the kind chooses the limit
 * (`attempt-limits.rules.ts`), and only keyed hashes reach the database.
 */
@Injectable()
export class AttemptsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptsRepository) private readonly attempts: AttemptsRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
  ) {}

  /** The key of the client's network address, `address:192.0.2.4`. @param kind another limit of addresses. */
  here(kind: 'address' | 'reset-address' | 'coupon-address' = 'address'): string {
    return `${kind}:${networkOf(surrounding().address ?? 'local')}`;
  }

  /**
   * Counts a try against every key.
   * @throws DomainError `too_many_attempts`, 429, `details.retryAfter` in seconds, and counts nothing, when one is full.
   */
  async check(...keys: string[]): Promise<void> {
    // Whoever must wait costs a read, not a turn in the queue of writes.
    await this.refuseWhenFull(keys);
    await this.unitOfWork.write(async () => {
      await this.refuseWhenFull(keys);
      await this.attempts.add(
        keys.map((key) => this.hidden(key)),
        this.clock.now().toISOString(),
      );
    }, BOOKKEEPING);
  }

  /** The try was right: an account's failures are forgotten, an address gets this one try back. */
  async succeed(...keys: string[]): Promise<void> {
    await this.unitOfWork.write(async () => {
      for (const key of keys) {
        if (limitOf(key).successForgets === 'all') await this.attempts.removeAll(this.hidden(key));
        else await this.attempts.removeLatest(this.hidden(key));
      }
    }, BOOKKEEPING);
  }

  /** Forgets tries that no longer count. */
  async purge(): Promise<void> {
    const before = this.clock.now().getTime() - LONGEST_WINDOW_MS;
    await this.attempts.removeBefore(new Date(before).toISOString());
  }

  private async refuseWhenFull(keys: readonly string[]): Promise<void> {
    const waits: number[] = [];
    for (const key of keys) waits.push(await this.waitFor(key));
    const retryAfter = Math.ceil(Math.max(0, ...waits) / 1000);
    if (retryAfter === 0) return;
    const title = sentence`Trop d’essais en peu de temps : réessayez ${waitWords(retryAfter)}.`;
    throw new DomainError('too_many_attempts', title, 429, [], { retryAfter });
  }

  private async waitFor(key: string): Promise<number> {
    const limit = limitOf(key);
    const now = this.clock.now().getTime();
    const since = new Date(now - limit.windowMs).toISOString();
    return waitOf(limit, await this.attempts.latest(this.hidden(key), since, limit.most), now);
  }

  private hidden(key: string): string {
    return this.keys.mac('attempts', key);
  }
}
