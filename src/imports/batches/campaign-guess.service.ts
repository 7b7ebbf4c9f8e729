import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLimits } from '../../accounts/account.types.js';
import { CampaignsService } from '../../campaigns/campaigns.service.js';
import { EnteredMeasurementsService } from '../../measurements/entered-measurements.service.js';
import { yearLater } from '../../kernel/calendar.rules.js';
import { inPieces } from '../../platform/threads/breathe.js';
import type { FileOutcome } from '../file-outcome.js';
import type { Observation } from '../interpretation.types.js';
import type { FileToRecord } from './batch.types.js';
import { campaignQuestion } from './campaign-question.rules.js';
import { attached, campaignTold, looseFigures, type LooseFigures } from './campaign-suggestion.rules.js';

/** Gives an operation to what a file does not attach to one: that of whoever imports, else that of which it is told already. */
@Injectable()
export class CampaignGuessService {
  constructor(
    @Inject(CampaignsService) private readonly campaigns: CampaignsService,
    @Inject(EnteredMeasurementsService) private readonly entered: EnteredMeasurementsService,
  ) {}

  /** @returns the observations with their operations; the outcome asks whether they are the right ones. */
  async placed(
    { interpretation, answers }: FileToRecord,
    limits: ScopeLimits,
    outcome: FileOutcome,
  ): Promise<Observation[]> {
    const { observations, asksCampaign = true } = interpretation;
    const loose = await inPieces(looseFigures(observations));
    // A standard file says the operation of each row, by naming none where there is none.
    if (loose === null || !asksCampaign) return observations;
    const all = await this.campaigns.all();
    if (answers.campaign !== undefined) {
      const code = answers.campaign === '' ? null : (await this.campaigns.byCode(answers.campaign)).code;
      outcome.ask([campaignQuestion(all, code)]);
      return inPieces(attached(observations, () => code));
    }
    const guessed = await this.guess(loose, limits);
    const told = [...new Set(guessed.values())].filter((code) => code !== null);
    // A file is of one operation: what is told of it already says which for all that it brings.
    const only = told.length === 1 ? (told[0] ?? null) : null;
    if (all.length > 0) outcome.ask([campaignQuestion(all, only)]);
    return inPieces(attached(observations, (indicator) => only ?? guessed.get(indicator) ?? null));
  }

  /** By indicator. */
  private async guess(
    { period: { start, end }, codes }: LooseFigures,
    limits: ScopeLimits,
  ): Promise<Map<string, string | null>> {
    // A total of a season or of a year ends later than what it covers.
    const known = await this.entered.within({ start, end: yearLater(end) }, limits, codes);
    const counted = known.filter(({ status }) => status !== 'withdrawn');
    return new Map(codes.map((code) => [code, campaignTold(code, { start, end }, counted)]));
  }
}
