import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differs, mergeOutcomes, storeRecord, type StoreOutcome } from '../platform/database/store-record.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CampaignEntity, CampaignPartnerEntity } from './campaign.entity.js';
import type { CampaignDefinition, PartnerRole } from './campaign.types.js';

/** A partner with its key in the database, where the definition has a code. */
export interface PartnerRow {
  organisationId: number;
  role: PartnerRole;
}

/** Rows of operations and of the partners' parts in them. */
@Injectable()
export class CampaignsRepository {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  all(): Promise<CampaignEntity[]> {
    return this.unitOfWork.manager.find(CampaignEntity, {
      order: { year: 'ASC', position: 'ASC', code: 'ASC' },
    });
  }

  partners(): Promise<CampaignPartnerEntity[]> {
    return this.unitOfWork.manager.find(CampaignPartnerEntity, {
      order: { campaignId: 'ASC', position: 'ASC', id: 'ASC' },
    });
  }

  store(
    { code, ...values }: Omit<CampaignDefinition, 'partners'>,
    partners: PartnerRow[],
    updatedAt: string,
  ): Promise<StoreOutcome> {
    return this.unitOfWork.write(async (manager) => {
      const { row, outcome } = await storeRecord(manager, CampaignEntity, { code }, values, { updatedAt });
      const partnersChanged = await replacePartners(manager, row.id, partners);
      if (partnersChanged && outcome === 'unchanged')
        await manager.update(CampaignEntity, { code }, { updatedAt });
      return mergeOutcomes(outcome, partnersChanged);
    });
  }
}

/** @returns whether the partners had to be written again. */
async function replacePartners(
  manager: EntityManager,
  campaignId: number,
  partners: PartnerRow[],
): Promise<boolean> {
  const found = await manager.find(CampaignPartnerEntity, {
    where: { campaignId },
    order: { position: 'ASC', id: 'ASC' },
  });
  const wanted = partners.map((partner, index) => ({ ...partner, position: index + 1 }));
  const same =
    found.length === wanted.length &&
    wanted.every((partner, index) => !differs(found[index] as CampaignPartnerEntity, partner));
  if (same) return false;
  await manager.delete(CampaignPartnerEntity, { campaignId });
  for (const partner of wanted) await manager.insert(CampaignPartnerEntity, { campaignId, ...partner });
  return true;
}
