import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { sentence, slug } from '../kernel/french-text.rules.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import { exercicePeriod } from '../programme/exercice.rules.js';
import { ProgrammeService } from '../programme/programme.service.js';
import type { Channel, OrganisationDirectory } from '../programme/programme.types.js';
import type { Campaign, CampaignDefinition, CampaignPartner, PartnerRole } from './campaign.types.js';
import { campaignPeriod, campaignWords, countsSentence, namingDay } from './campaigns.rules.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** The operations of the programme, with the partners' names as they were. */
@Injectable()
export class CampaignsService {
  constructor(
    @Inject(CampaignsRepository) private readonly repository: CampaignsRepository,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
  ) {}

  /** Every operation: by year, then in the order of the bilan. */
  async all(): Promise<Campaign[]> {
    const rows = await this.repository.all();
    const partners = await this.repository.partners();
    const exercices = await this.programmes.exercices();
    const directory = await this.programmes.organisations();
    const channels = new Map((await this.programmes.channels()).map((channel) => [channel.code, channel]));
    return rows.map(({ startDate, endDate, precision, ...row }) => ({
      ...row,
      ...campaignWords(campaignPeriod({ ...row, startDate, endDate, precision }), row),
      slug: slug(row.code),
      channels: row.channels.map((code): Channel => channels.get(code) ?? { code, label: code }),
      partners: partners
        .filter(({ campaignId }) => campaignId === row.id)
        .map((partner) =>
          named(partner, directory, namingDay({ startDate }, exercicePeriod(row.year, exercices))),
        ),
    }));
  }

  /** The operations that stand in the bilan of a year, in its order. */
  async ofYear(year: number): Promise<Campaign[]> {
    return (await this.all()).filter((campaign) => campaign.year === year);
  }

  /** One operation by its code in any case, or by its slug. @throws DomainError `not_found`. */
  async byCode(code: string): Promise<Campaign> {
    const found = (await this.all()).find((campaign) => campaign.slug === slug(code));
    if (found === undefined) {
      throw new DomainError('not_found', sentence`Aucune opération ne porte le code « ${code} ».`, 404);
    }
    return found;
  }

  /** « Six opérations menées, trois remises en question par le contexte sanitaire »; without final stop. */
  countsSentence(campaigns: readonly Pick<Campaign, 'status' | 'statusReason'>[]): string {
    return countsSentence(campaigns);
  }

  /** Creates or updates an operation and its partners, found by its code; bodies and channels were stored before. */
  async store({ partners, ...definition }: CampaignDefinition, updatedAt: string): Promise<StoreOutcome> {
    const { all } = await this.programmes.organisations();
    const ids = new Map(all.map((organisation) => [organisation.code, organisation.id]));
    const rows = partners.map(({ code, role }) => {
      const organisationId = ids.get(code);
      if (organisationId === undefined) {
        throw new DomainError('not_found', sentence`Aucune organisation ne porte le code « ${code} ».`, 404);
      }
      return { organisationId, role };
    });
    return this.repository.store(definition, rows, updatedAt);
  }
}

/** @param day when the campaign took place: « Pôle Emploi » in 2020 stays so. */
function named(
  { organisationId, role }: { organisationId: number; role: PartnerRole },
  directory: OrganisationDirectory,
  day: string,
): CampaignPartner {
  const organisation = directory.all.find(({ id }) => id === organisationId);
  if (organisation === undefined) throw new Error(`campaign partner without organisation ${organisationId}`);
  const { name, nameInSentence } = directory.nameAt(organisation.code, day);
  return { code: organisation.code, name, nameInSentence, role };
}
