import { Inject, Injectable } from '@nestjs/common';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { IndicatorsService } from '../../indicators/indicators.service.js';
import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import type { NumberWording } from '../../kernel/french-number.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Slice } from '../interpretation.types.js';

/** How an indicator is called, and its amounts written. */
export interface IndicatorWords {
  code: string;
  name: string;
  wording: NumberWording;
}

/** How people name what files call by codes. */
export interface ImportNames {
  /** In the order in which the programme shows them. */
  indicators: readonly IndicatorWords[];
  indicator(code: string): IndicatorWords;
  /** « Vidéos des producteurs, Facebook »; empty for the whole programme. */
  about(slice: Slice): string;
}

/** What files bring that has no name here yet. */
interface BroughtNames {
  indicators: readonly ({ code: string; name: string } & NumberWording)[];
  channels: readonly { code: string; name: string }[];
}

/** Names of what is imported, for its pages. */
@Injectable()
export class ImportNamesService {
  constructor(
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(ProgrammeService) private readonly programmes: ProgrammeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param brought what exists only once files are imported */
  async names(brought: BroughtNames = { indicators: [], channels: [] }): Promise<ImportNames> {
    const words = (one: { code: string; name: string } & NumberWording): [string, IndicatorWords] => {
      const { code, name, decimals, symbol, signed } = one;
      return [code, { code, name: typographic(capitalise(name)), wording: { decimals, symbol, signed } }];
    };
    const there = (await this.indicators.all()).map(words);
    const indicators = new Map([...brought.indicators.map(words), ...there]);
    const campaigns = new Map((await this.campaigns.all()).map(({ code, name }) => [code, name]));
    const territories = new Map((await this.programmes.territories()).map(({ code, name }) => [code, name]));
    const channels = new Map(brought.channels.map(({ code, name }) => [code, name]));
    for (const { code, label } of await this.programmes.channels()) channels.set(code, label);
    const { all, nameAt } = await this.programmes.organisations();
    const today = this.clock.today();
    const organisations = new Map(all.map(({ code }) => [code, nameAt(code, today).name]));
    const named = (names: ReadonlyMap<string, string>, code: string | null): string[] =>
      code === null ? [] : [typographic(names.get(code) ?? capitalise(code))];
    const plain = { decimals: 0, symbol: null, signed: false };
    return {
      indicators: there.map(([, one]) => one),
      indicator: (code) => indicators.get(code) ?? { code, name: code, wording: plain },
      about: ({ campaign, territory, channel, organisation }) =>
        [
          ...named(campaigns, campaign),
          ...named(territories, territory),
          ...named(channels, channel),
          ...named(organisations, organisation),
        ].join(', '),
    };
  }
}
