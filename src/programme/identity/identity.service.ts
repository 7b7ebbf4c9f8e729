import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DomainError } from '../../kernel/domain-error.js';
import { AuditTrail } from '../../platform/audit/audit-trail.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { accentStylesheet, type HexColour, judgeAccent } from './accent-colour.rules.js';
import { accentRefusal, logoRefusal, LOGO_MAX_BYTES } from './identity-words.rules.js';
import { imageType } from './image-type.rules.js';
import { IdentityRepository } from './identity.repository.js';

/** Addresses of the programme's own stylesheet and logo; null for what it did not choose. */
export interface Identity {
  stylesheet: string | null;
  logo: string | null;
}

/** A file of the identity as browsers receive it. */
export interface IdentityFile {
  type: string;
  content: Buffer;
}

const STYLESHEET = /^([0-9a-f]{16})\.css$/;
const LOGO = /^logo-([0-9a-f]{16})$/;

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
/** Enough for an address: content that changes changes its address, so that browsers may keep it for ever. */
const shortHash = (hash: string): string => hash.slice(0, 16);

/** The colour and the mark that a programme puts on its pages. */
@Injectable()
export class IdentityService {
  constructor(
    @Inject(IdentityRepository) private readonly repository: IdentityRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Where the pages find the programme's stylesheet and logo. */
  async identity(): Promise<Identity> {
    const accent = await this.repository.accentColour();
    const logo = await this.repository.logoMark();
    return {
      stylesheet: accent === null ? null : `/identite/${shortHash(sha256(accentStylesheet(accent)))}.css`,
      logo: logo === null ? null : `/identite/logo-${shortHash(logo.sha256)}`,
    };
  }

  /** The file behind one of these addresses. @throws DomainError `not_found`, also for one that was replaced. */
  async file(name: string): Promise<IdentityFile> {
    const stylesheet = STYLESHEET.test(name) ? await this.stylesheet() : null;
    if (stylesheet !== null && name === `${shortHash(sha256(stylesheet.content))}.css`) return stylesheet;
    const logo = LOGO.test(name) ? await this.repository.logo() : null;
    if (logo !== null && name === `logo-${shortHash(logo.sha256)}`) {
      return { type: logo.mediaType, content: logo.content };
    }
    throw new DomainError('not_found', 'Ce fichier n’existe pas, ou a été remplacé.', 404);
  }

  /** The colour chosen for the programme; null while it keeps those of Copil. */
  accentColour(): Promise<HexColour | null> {
    return this.repository.accentColour();
  }

  /** Chooses a colour; null goes back to those of Copil. @throws DomainError `illegible_colour`. */
  changeAccentColour(colour: HexColour | null): Promise<void> {
    const refusal = colour === null ? null : accentRefusal(colour, judgeAccent(colour));
    if (refusal !== null) throw refusal;
    return this.unitOfWork.write(async () => {
      const before = await this.repository.accentColour();
      if (before === colour) return;
      await this.repository.storeAccentColour(colour);
      await this.audit.record({
        action: 'programme.changed',
        subject: 'programme',
        before: { accentColour: before },
        after: { accentColour: colour },
      });
    });
  }

  /** Puts a logo in place of the present one. @throws DomainError `invalid_logo`. */
  changeLogo(content: Buffer): Promise<void> {
    const mediaType = imageType(content);
    if (mediaType === null || content.length > LOGO_MAX_BYTES) throw logoRefusal(content.length, mediaType);
    return this.storeLogo({ mediaType, content, sha256: sha256(content), updatedAt: this.clock.instant() });
  }

  /** Takes the logo away. */
  removeLogo(): Promise<void> {
    return this.storeLogo(null);
  }

  private storeLogo(logo: Parameters<IdentityRepository['storeLogo']>[0]): Promise<void> {
    return this.unitOfWork.write(async () => {
      const before = await this.repository.logoMark();
      if (before?.sha256 === logo?.sha256) return;
      await this.repository.storeLogo(logo);
      await this.audit.record({
        action: 'logo.changed',
        subject: 'programme',
        before: before === null ? null : { mediaType: before.mediaType, sha256: before.sha256 },
        after: logo === null ? null : { mediaType: logo.mediaType, sha256: logo.sha256 },
      });
    });
  }

  private async stylesheet(): Promise<IdentityFile | null> {
    const accent = await this.repository.accentColour();
    if (accent === null) return null;
    return { type: 'text/css; charset=utf-8', content: Buffer.from(accentStylesheet(accent)) };
  }
}
