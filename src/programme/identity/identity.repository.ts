import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeEntity } from '../programme.entity.js';
import type { HexColour } from './accent-colour.rules.js';
import { ProgrammeLogoEntity } from './programme-logo.entity.js';

/** One programme per installation, and one logo. */
const ONLY = { id: 1 };

/** Rows of the programme's colour and logo. */
@Injectable()
export class IdentityRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async accentColour(): Promise<HexColour | null> {
    const row = await this.unitOfWork.manager.findOne(ProgrammeEntity, {
      where: ONLY,
      select: { id: true, accentColour: true },
    });
    return row?.accentColour ?? null;
  }

  /** Asked by every page: what the logo is, without its content. */
  logoMark(): Promise<Pick<ProgrammeLogoEntity, 'mediaType' | 'sha256'> | null> {
    const select = { id: true, mediaType: true, sha256: true };
    return this.unitOfWork.manager.findOne(ProgrammeLogoEntity, { where: ONLY, select });
  }

  logo(): Promise<ProgrammeLogoEntity | null> {
    return this.unitOfWork.manager.findOneBy(ProgrammeLogoEntity, ONLY);
  }

  storeAccentColour(accentColour: HexColour | null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.update(ProgrammeEntity, ONLY, { accentColour });
    });
  }

  /** @param logo null takes the logo away. */
  storeLogo(logo: Omit<ProgrammeLogoEntity, 'id'> | null): Promise<void> {
    return this.unitOfWork.write(async (manager) => {
      await manager.delete(ProgrammeLogoEntity, ONLY);
      if (logo !== null) await manager.insert(ProgrammeLogoEntity, { ...ONLY, ...logo });
    });
  }
}
