import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Slice } from './collection-line.types.js';

/** How people name what codes stand for. */
export interface SliceNames {
  /** Undefined for a code that is no longer known. */
  indicator(code: string): Indicator | undefined;
  /** « Spots partagés ». */
  title(slice: Pick<Slice, 'indicator'>): string;
  /** « Les spots du Lot, Cahors, Facebook »; empty for the whole programme. @param withOrganisation its name, too. */
  about(slice: Slice, withOrganisation?: boolean): string;
  /** Its name today. */
  organisation(code: string): string;
}

/** Names of what is measured and where, for the pages and mails of those who enter figures. */
@Injectable()
export class SliceNamesService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async names(): Promise<SliceNames> {
    const indicators = new Map((await this.indicators.all()).map((one) => [one.code, one]));
    const campaigns = new Map((await this.campaigns.all()).map(({ code, name }) => [code, name]));
    const territories = new Map((await this.programmes.territories()).map(({ code, name }) => [code, name]));
    const channels = new Map((await this.programmes.channels()).map(({ code, label }) => [code, label]));
    const directory = await this.programmes.organisations();
    const known = new Set(directory.all.map(({ code }) => code));
    const today = this.clock.today();
    const organisation = (code: string): string =>
      typographic(known.has(code) ? directory.nameAt(code, today).name : code);
    const named = (names: ReadonlyMap<string, string>, code: string | null): string[] =>
      code === null ? [] : [typographic(names.get(code) ?? code)];
    return {
      indicator: (code) => indicators.get(code),
      title: ({ indicator }) => typographic(capitalise(indicators.get(indicator)?.name ?? indicator)),
      about: (slice, withOrganisation = false) =>
        [
          ...named(campaigns, slice.campaign),
          ...named(territories, slice.territory),
          ...named(channels, slice.channel),
          ...(withOrganisation && slice.organisation !== null ? [organisation(slice.organisation)] : []),
        ].join(', '),
      organisation,
    };
  }
}
