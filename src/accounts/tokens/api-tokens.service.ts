import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { yearOf } from '../../kernel/calendar.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { CreatedToken, TokenIdentity, TokenSummary } from '../account.types.js';
import type { ApiTokenEntity } from './api-token.entity.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { RateLimiter } from './rate-limiter.js';
import { parseScope, scopeText } from './token-scope.rules.js';
import { hashOf, looksLikeToken, newToken } from './token-secret.js';

/** Requests a minute of a token that was given no other rate. */
const DEFAULT_RATE = 600;
const MOST_RATE = 1_000_000;
const NAME_MAX_LENGTH = 100;
/** Last use is worth knowing to the minute, not a write for each request. */
const LAST_USE_EVERY_MS = 60_000;

/** What somebody asks for when creating a token; texts as they were typed. */
export interface TokenRequest {
  name: string;
  scope: string;
  /** Last day, `2027-06-30`; a year from now when not given. */
  expires?: string;
  /** Writes a minute, 0 for no limit. */
  rate?: number;
}

export type Authentication =
  { ok: true; identity: TokenIdentity } | { ok: false; reason: 'unknown' | 'expired' };

/** Bearer tokens of programs: made once, kept as a hash, limited in scope, time and rate. */
@Injectable()
export class ApiTokensService {
  private readonly limiter = new RateLimiter();
  private readonly lastUses = new Map<number, number>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ApiTokensRepository) private readonly tokens: ApiTokensRepository,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes a token. Its text is in the answer and nowhere else. @throws DomainError `invalid_token_request`. */
  async create(request: TokenRequest): Promise<CreatedToken> {
    const issues: InputIssue[] = [];
    const name = request.name.trim();
    const rate = request.rate ?? DEFAULT_RATE;
    const latest = this.latestExpiry();
    const expires = request.expires ?? latest;
    const reading = parseScope(request.scope);
    if (!reading.ok) issues.push(reading.issue);
    if (name === '' || name.length > NAME_MAX_LENGTH || /\p{C}/u.test(name)) {
      issues.push({
        path: 'name',
        code: 'wrong_name',
        message: `Le nom dit à quoi sert le jeton, en ${NAME_MAX_LENGTH} caractères au plus, par exemple « Stand ».`,
      });
    }
    if (parseIsoDate(expires) === null || expires < this.clock.today() || expires > latest) {
      issues.push({
        path: 'expires',
        code: 'wrong_expiry',
        message: `L’échéance « ${expires} » doit être un jour entre aujourd’hui et le ${latest}, écrit comme ${latest}.`,
      });
    }
    if (!Number.isInteger(rate) || rate < 0 || rate > MOST_RATE) {
      issues.push({
        path: 'rate',
        code: 'wrong_rate',
        message: `Le débit doit être un nombre entier de demandes par minute, au plus ${MOST_RATE}, ou 0 pour ne pas le limiter.`,
      });
    }
    if (!reading.ok || issues.length > 0) {
      throw new DomainError('invalid_token_request', 'Ce jeton ne peut pas être créé ainsi.', 422, issues);
    }
    const token = newToken();
    const scope = scopeText(reading.scope);
    await this.unitOfWork.write(async () => {
      const { id } = await this.tokens.insert({
        name,
        scope,
        ratePerMinute: rate,
        createdAt: this.clock.instant(),
        createdBy: surrounding().actor,
        expiresAt: expires,
        secretHash: hashOf(token),
      });
      await this.trail.record({
        action: 'token.created',
        subject: `token:${id}`,
        after: { scope, expires, ratePerMinute: rate },
        personal: { personId: null, details: { name } },
      });
    });
    return { token, name, scope, expires };
  }

  /** The last day that a token made today may have: in a year. */
  latestExpiry(): string {
    return yearAfter(this.clock.today());
  }

  /** Every token there ever was, the latest first. */
  async list(): Promise<TokenSummary[]> {
    const today = this.clock.today();
    return (await this.tokens.all()).map((row) => summaryOf(row, today));
  }

  /** Who a bearer token stands for, now: revoking or expiring takes effect with the next request. */
  async authenticate(bearer: string): Promise<Authentication> {
    if (!looksLikeToken(bearer)) return { ok: false, reason: 'unknown' };
    // The lookup compares hashes: how long it takes says nothing about the secret.
    const row = await this.tokens.byHash(hashOf(bearer));
    const reading = row === null ? null : parseScope(row.scope);
    if (row === null || row.revokedAt !== null || !reading?.ok) return { ok: false, reason: 'unknown' };
    if (row.expiresAt < this.clock.today()) return { ok: false, reason: 'expired' };
    this.noteUse(row.id);
    const { id, name, ratePerMinute } = row;
    return { ok: true, identity: { id, name, ratePerMinute, scope: reading.scope } };
  }

  /** Takes one of the token's writes of this minute. @throws DomainError `too_many_requests` with `retryAfter`. */
  countWrite({ id, ratePerMinute }: TokenIdentity): void {
    const retryAfter = this.limiter.take(id, ratePerMinute, this.clock.now().getTime());
    if (retryAfter === null) return;
    throw new DomainError(
      'too_many_requests',
      `Ce jeton a épuisé ses ${ratePerMinute} demandes par minute : réessayez dans ${retryAfter} s.`,
      429,
      [],
      { retryAfter },
    );
  }

  /** Ends every token of that name, from the next request on. @returns how many there were. */
  revoke(name: string): Promise<number> {
    return this.unitOfWork.write(async () => {
      const alive = (await this.tokens.byName(name)).filter((token) => token.revokedAt === null);
      for (const token of alive) await this.end(token);
      return alive.length;
    });
  }

  /** Ends one token, from the next request on; twice changes nothing. @throws DomainError `not_found`. */
  revokeById(id: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      const token = await this.tokens.byId(id);
      if (token === null) throw new DomainError('not_found', 'Ce jeton n’existe pas.', 404);
      if (token.revokedAt === null) await this.end(token);
    });
  }

  /** Whether visitors without a token may read. */
  programmeIsPublic(): Promise<boolean> {
    return this.tokens.programmeIsPublic();
  }

  private async end({ id }: ApiTokenEntity): Promise<void> {
    await this.tokens.revoke(id, this.clock.instant());
    await this.trail.record({ action: 'token.revoked', subject: `token:${id}` });
  }

  /** At most once a minute, and without making the request wait. */
  private noteUse(id: number): void {
    const now = this.clock.now().getTime();
    if (now - (this.lastUses.get(id) ?? -LAST_USE_EVERY_MS) < LAST_USE_EVERY_MS) return;
    this.lastUses.set(id, now);
    // A use that could not be noted (full disk) must not fail the request; the next minute tries again.
    this.tokens.noteUse(id, this.clock.instant()).catch(() => this.lastUses.delete(id));
  }
}

function summaryOf(row: ApiTokenEntity, today: string): TokenSummary {
  const { id, name, scope, ratePerMinute, createdAt, createdBy, lastUsedAt, revokedAt, expiresAt } = row;
  const state = revokedAt !== null ? 'revoked' : expiresAt < today ? 'expired' : 'valid';
  return { id, name, scope, ratePerMinute, state, createdAt, createdBy, lastUsedAt, expires: expiresAt };
}

/** The same day a year later; 28 February for the 29th. */
function yearAfter(day: string): string {
  const later = `${String(yearOf(day) + 1).padStart(4, '0')}${day.slice(4)}`;
  return parseIsoDate(later) ?? `${later.slice(0, 8)}28`;
}
