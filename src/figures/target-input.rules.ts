import type { Campaign } from '../campaigns/campaign.types.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { Target } from '../targets/target.types.js';
import type { BaselineRule, TargetRule } from './figure-input.types.js';

/** Targets and baselines as rules read them; those of a campaign know its days. */
export function targetRules(
  all: readonly Target[],
  campaigns: readonly Pick<Campaign, 'code' | 'period'>[],
): { targets: TargetRule[]; baselines: BaselineRule[] } {
  const targets = all
    .filter(({ kind }) => kind === 'target')
    .map((target): TargetRule => ({
      ...target,
      decidedIn: null,
      version: 1,
      path: target.campaign === null ? 'linear' : 'window',
      steps: [],
      window: windowOf(target, campaigns),
    }));
  return { targets, baselines: all.filter(({ kind }) => kind === 'baseline') };
}

/** The days of the target’s campaign; where one end is not known, the target’s own. */
function windowOf(
  { campaign, periodStart, periodEnd }: Target,
  campaigns: readonly Pick<Campaign, 'code' | 'period'>[],
): ClosedPeriod | null {
  const period = campaigns.find(({ code }) => code === campaign)?.period;
  if (period === undefined || (period.start === null && period.end === null)) return null;
  return { start: period.start ?? periodStart, end: period.end ?? periodEnd };
}
