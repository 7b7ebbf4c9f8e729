import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type InputIssue } from '../../kernel/domain-error.js';
import { yearLater } from '../../kernel/calendar.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { hashOfSecret, looksLikeSecret, newSecret } from '../../platform/security/secrets.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { SharedPage, ShareKind } from '../account.types.js';
import { shareState, type ShareState } from './share-link.rules.js';
import type { ShareLinkEntity } from './share-link.entity.js';
import { ShareLinksRepository } from './share-links.repository.js';

const LABEL_MAX_LENGTH = 100;

/** What somebody asks for when sharing a page. */
export interface ShareRequest {
  kind: ShareKind;
  year: number;
  /** For whom or for what: « Membres du comité ». */
  label: string;
  /** Last day on which the link opens, at most a year ahead. */
  expires: string;
}

/** A link in the list: never its secret, which is kept nowhere. */
export interface ShareLink extends SharedPage {
  label: string;
  state: ShareState;
  createdBy: number | null;
  createdAt: string;
  expiresAt: IsoDate;
  openings: number;
  lastOpenedAt: string | null;
}

/** Links that open one reserved page to whoever has them, until their last day or their revocation. */
@Injectable()
export class ShareLinksService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ShareLinksRepository) private readonly links: ShareLinksRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(AuditTrail) private readonly journal: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The page that a link opens today, or null. */
  async identify(secret: string): Promise<SharedPage | null> {
    const link = await this.find(secret);
    return link === null ? null : pageOf(link);
  }

  /**
   * Makes a link. @returns its path with the secret, told nowhere else.
   * @throws DomainError 422 `invalid_share` with every mistake.
   */
  async create({ kind, year, label, expires }: ShareRequest, createdBy: number): Promise<string> {
    const issues = [...labelIssues(label), ...this.expiryIssues(expires), ...(await this.yearIssues(year))];
    if (issues.length > 0) {
      const title = 'Ce lien ne peut pas être créé ainsi : corrigez ce qui est signalé.';
      throw new DomainError('invalid_share', title, 422, issues);
    }
    const secret = newSecret();
    const secretHash = hashOfSecret(secret);
    const createdAt = this.clock.instant();
    await this.unitOfWork.write(async () => {
      const row = { secretHash, kind, year, label, createdBy, createdAt, expiresAt: expires };
      const id = await this.links.insert(row);
      const after = { kind, year, expires };
      await this.journal.record({ action: 'share.created', subject: `share:${id}`, after });
    });
    return `/partage/${secret}`;
  }

  /** Every link, the newest first. */
  async list(): Promise<ShareLink[]> {
    const today = this.clock.today();
    return (await this.links.all()).map((link) => ({
      ...pageOf(link),
      label: link.label,
      state: shareState(link, today),
      createdBy: link.createdBy,
      createdAt: link.createdAt,
      expiresAt: link.expiresAt,
      openings: link.openings,
      lastOpenedAt: link.lastOpenedAt,
    }));
  }

  /** Closes a link from the next request on; twice does nothing more. @throws DomainError `not_found`. */
  revoke(id: number): Promise<void> {
    return this.unitOfWork.write(async () => {
      const link = await this.links.byId(id);
      if (link === null) throw new DomainError('not_found', 'Ce lien de partage n’existe pas.', 404);
      if (link.revokedAt !== null) return;
      await this.links.revoke(id, this.clock.instant());
      const before = { state: shareState(link, this.clock.today()) };
      await this.journal.record({
        action: 'share.revoked',
        subject: `share:${id}`,
        before,
        after: { state: 'revoked' },
      });
    });
  }

  /**
   * What following a link opens, counted when somebody really does.
   * @throws DomainError 404 `share_closed`, the same whatever is wrong with it.
   */
  async follow(secret: string, counted: boolean): Promise<{ page: SharedPage; expires: IsoDate }> {
    const link = await this.find(secret);
    if (link === null) {
      const title =
        'Ce lien de partage ne s’ouvre plus. Demandez-en un autre à la personne qui vous l’a donné.';
      throw new DomainError('share_closed', title, 404);
    }
    if (counted) await this.links.countOpening(link.id, this.clock.instant());
    return { page: pageOf(link), expires: link.expiresAt };
  }

  /** Years that a link may open, the latest first. */
  async years(): Promise<number[]> {
    return (await this.programmes.exercices()).map(({ year }) => year).toReversed();
  }

  /** The last day that a link made today may have. */
  latestExpiry(): IsoDate {
    return yearLater(this.clock.today());
  }

  private async find(secret: string): Promise<ShareLinkEntity | null> {
    if (!looksLikeSecret(secret)) return null;
    const link = await this.links.byHash(hashOfSecret(secret));
    return link !== null && shareState(link, this.clock.today()) === 'open' ? link : null;
  }

  private expiryIssues(expires: string): InputIssue[] {
    const today = this.clock.today();
    const latest = this.latestExpiry();
    if (parseIsoDate(expires) !== null && expires >= today && expires <= latest) return [];
    const message = `Choisissez un jour entre aujourd’hui et le ${formatDate(latest)} : un lien s’ouvre un an au plus.`;
    return [{ path: 'expires', code: 'wrong_expiry', message }];
  }

  private async yearIssues(year: number): Promise<InputIssue[]> {
    if ((await this.years()).includes(year)) return [];
    const message = `L’exercice ${year} n’existe pas dans ce programme : choisissez-en un de la liste.`;
    return [{ path: 'year', code: 'not_found', message }];
  }
}

function labelIssues(label: string): InputIssue[] {
  const isText = label.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(label);
  if (isText && label.length <= LABEL_MAX_LENGTH) return [];
  const message = `Dites pour qui est ce lien, en ${LABEL_MAX_LENGTH} caractères au plus, par exemple « Membres du comité ».`;
  return [{ path: 'label', code: 'wrong_name', message }];
}

const pageOf = ({ id, kind, year }: ShareLinkEntity): SharedPage => ({ linkId: id, kind, year });
