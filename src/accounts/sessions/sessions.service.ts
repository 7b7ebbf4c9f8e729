import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { surrounding } from '../../platform/context/request-context.js';
import { hashOfSecret, looksLikeSecret, newSecret } from '../../platform/security/secrets.js';
import { SecretKeys } from '../../platform/security/secret-keys.js';
import type { PersonIdentity, SessionStage } from '../account.types.js';
import { deviceWords } from './device.rules.js';
import { SessionsRepository, type KnownSession } from './sessions.repository.js';

/** OWASP, Session Management: 15 to 30 minutes without activity, the length of an office day at most. */
const IDLE_MS = 30 * 60_000;
const LIFETIME_MS = 8 * 3_600_000;
/** Activity is worth noting to the minute, not a write for each request. */
const NOTED_EVERY_MS = 60_000;

/** One of a person's signed-in browsers. */
export interface Device {
  id: number;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
}

/** Opaque sessions, kept as hashes: signing out, or any change of right, ends them with the next request. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SecretKeys) private readonly keys: SecretKeys,
  ) {}

  /** Opens a session for a person. @returns the secret for the cookie, kept nowhere else. */
  async open(personId: number, stage: SessionStage): Promise<string> {
    const secret = newSecret();
    const now = this.clock.instant();
    await this.sessions.insert({
      secretHash: hashOfSecret(secret),
      personId,
      stage,
      device: deviceWords(surrounding().userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: this.after(LIFETIME_MS),
    });
    return secret;
  }

  /** Who a session's cookie stands for now, or null: unknown, expired, idle for too long, or of a disabled person. */
  async identify(secret: string): Promise<PersonIdentity | null> {
    if (!looksLikeSecret(secret)) return null;
    const session = await this.sessions.byHash(hashOfSecret(secret));
    if (session === null || session.state !== 'active' || !this.isAlive(session)) return null;
    const idle = this.idleMs(session);
    // A clock set back must not keep a session alive for ever: it is noted again.
    if (idle >= NOTED_EVERY_MS || idle < 0) this.noteSeen(session.id);
    return this.identityOf(session, secret);
  }

  /** Ends one of a person's sessions. @returns whether there was one. */
  end(sessionId: number, personId: number): Promise<boolean> {
    return this.sessions.remove(sessionId, personId);
  }

  /** Ends every session of a person: from the next request on, on every device. */
  endAll(personId: number, except?: number): Promise<void> {
    return this.sessions.removeAll(personId, except);
  }

  /** The browsers in which a person is signed in, the last used first. */
  async devices(person: PersonIdentity): Promise<Device[]> {
    const alive = (await this.sessions.ofPerson(person.id)).filter(
      (session) => session.stage !== 'second_factor' && this.isAlive(session),
    );
    return alive.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt,
      lastSeenAt,
      isCurrent: id === person.sessionId,
    }));
  }

  /** Forgets sessions that ended by themselves. */
  async purge(): Promise<void> {
    await this.sessions.removeExpired(this.clock.instant());
  }

  private isAlive(session: Pick<KnownSession, 'lastSeenAt' | 'expiresAt'>): boolean {
    return this.idleMs(session) <= IDLE_MS && session.expiresAt > this.clock.instant();
  }

  /** Negative when the clock was set back since. */
  private idleMs({ lastSeenAt }: Pick<KnownSession, 'lastSeenAt'>): number {
    return this.clock.now().getTime() - Date.parse(lastSeenAt);
  }

  private async identityOf(session: KnownSession, secret: string): Promise<PersonIdentity> {
    const { organisationId, role } = session;
    return {
      id: session.personId,
      name: session.name,
      email: session.email,
      role,
      organisations: role === 'contributor' ? await this.codesOf(organisationId) : null,
      sessionId: session.id,
      stage: session.stage,
      csrfToken: this.keys.mac('csrf', secret),
      hasSecondFactor: Boolean(session.hasSecondFactor),
    };
  }

  /** A contributor without organisation would be bound to nothing, which is not « everything ». */
  private async codesOf(organisationId: number | null): Promise<string[]> {
    return organisationId === null ? [] : this.sessions.mergedCodes(organisationId);
  }

  /** Without making the request wait; one that could not be noted (full disk) is noted by the next. */
  private noteSeen(id: number): void {
    this.sessions.noteSeen(id, this.clock.instant()).catch(() => undefined);
  }

  private after(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}
