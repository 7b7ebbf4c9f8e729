import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hashOfSecret, looksLikeSecret, newSecret } from '../../platform/security/secrets.js';
import type { LinkKind } from '../account.types.js';
import type { OneTimeLinkEntity } from './one-time-link.entity.js';
import { LINK_LIFETIME_MS } from './link-lifetimes.rules.js';
import { OneTimeLinksRepository } from './one-time-links.repository.js';

const DAY_MS = 86_400_000;
const PATHS: Record<LinkKind, string> = {
  first_admin: '/premiere-connexion',
  invitation: '/premiere-connexion',
  password_reset: '/nouveau-mot-de-passe',
};

/** What a link stands for, while it works. */
export interface OpenLink {
  kind: LinkKind;
  personId: number | null;
}

/** Links that work once, until their hour: made for somebody, kept as hashes. */
@Injectable()
export class OneTimeLinksService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OneTimeLinksRepository) private readonly links: OneTimeLinksRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'baseUrl' | 'port'>,
  ) {}

  /**
   * Makes a link; the one made before for the same use stops working.
   * @param origin where this server answers, when no BASE_URL says it.
   * @returns its whole address, told nowhere else.
   */
  async create(kind: LinkKind, personId: number | null, origin?: string): Promise<string> {
    const secret = newSecret();
    const createdAt = this.clock.instant();
    const expiresAt = new Date(this.clock.now().getTime() + LINK_LIFETIME_MS[kind]).toISOString();
    await this.links.replace({ kind, personId, secretHash: hashOfSecret(secret), createdAt, expiresAt });
    const base = this.configuration.baseUrl ?? origin ?? `http://localhost:${this.configuration.port}`;
    return `${base}${PATHS[kind]}?code=${secret}`;
  }

  /** What a link stands for. @throws DomainError `link_expired` when it never worked, no longer does, or was used. */
  async look(secret: string, kinds: readonly LinkKind[]): Promise<OpenLink> {
    const { kind, personId } = await this.find(secret, kinds);
    return { kind, personId };
  }

  /** Uses a link up, with what it is used for: both happen, or neither. @throws DomainError `link_expired`. */
  use<T>(secret: string, kinds: readonly LinkKind[], work: (link: OpenLink) => Promise<T>): Promise<T> {
    return this.unitOfWork.write(async () => {
      const link = await this.find(secret, kinds);
      await this.links.markUsed(link.id, this.clock.instant());
      return work({ kind: link.kind, personId: link.personId });
    });
  }

  /** Takes back the unused link of a person. */
  async revoke(personId: number, kind: LinkKind): Promise<void> {
    await this.links.removeUnused(personId, kind);
  }

  /** Until when a person's link works, or null when there is none. */
  async pendingUntil(personId: number, kind: LinkKind): Promise<string | null> {
    return (await this.links.pending(personId, kind, this.clock.now().toISOString()))?.expiresAt ?? null;
  }

  /** Forgets links that stopped working a month ago. */
  async purge(): Promise<void> {
    await this.links.removeOlderThan(new Date(this.clock.now().getTime() - 30 * DAY_MS).toISOString());
  }

  private async find(secret: string, kinds: readonly LinkKind[]): Promise<OneTimeLinkEntity> {
    const link = looksLikeSecret(secret) ? await this.links.byHash(hashOfSecret(secret)) : null;
    const works =
      link !== null &&
      kinds.includes(link.kind) &&
      link.usedAt === null &&
      link.expiresAt > this.clock.now().toISOString();
    if (works) return link;
    throw linkExpired();
  }
}

/** Says nothing of why: whoever tries links learns nothing. */
export const linkExpired = (): DomainError =>
  new DomainError(
    'link_expired',
    'Ce lien ne fonctionne plus : il a déjà servi ou il a expiré. Demandez-en un autre.',
    410,
  );
