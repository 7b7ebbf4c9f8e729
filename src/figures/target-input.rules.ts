import type { Campaign } from '../campaigns/campaign.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import type { ClosedPeriod } from '../kernel/period.types.js';
import type { GivenOpinion } from '../targets/opinion.types.js';
import type { MeetingReference, Target } from '../targets/target.types.js';
import type { BaselineRule, OpinionRule, TargetRule } from './figure-input.types.js';

type Dated = Pick<Campaign, 'code' | 'period'>;

/** « séance du 16 décembre 2020 ». */
const sessionWords = (meeting: MeetingReference | null): string | null =>
  meeting === null ? null : `séance du ${formatDate(meeting.date)}`;

/** Targets and baselines as rules read them; those of a campaign know its days. */
export function targetRules(
  targets: readonly Target[],
  baselines: readonly Target[],
  campaigns: readonly Dated[],
): { targets: TargetRule[]; baselines: BaselineRule[] } {
  return {
    targets: targets
      .filter(({ kind, withdrawn }) => kind === 'target' && !withdrawn)
      .map((target) => ({
        ...target,
        decidedIn: sessionWords(target.meeting),
        window: windowOf(target, campaigns),
      })),
    baselines: [...baselines],
  };
}

/** The days of the target’s campaign; where one end is not known, the target’s own. */
function windowOf(
  { campaign, periodStart, periodEnd }: Target,
  campaigns: readonly Dated[],
): ClosedPeriod | null {
  const period = campaigns.find(({ code }) => code === campaign)?.period;
  if (period === undefined || (period.start === null && period.end === null)) return null;
  return { start: period.start ?? periodStart, end: period.end ?? periodEnd };
}

/** Opinions as rules read them, oldest first: one that was taken back takes those before it along. */
export function opinionRules(given: readonly GivenOpinion[]): OpinionRule[] {
  return given.flatMap(({ opinion, meeting, ...said }, index): OpinionRule[] => {
    const isBack = given
      .slice(index + 1)
      .some(
        (later) =>
          later.opinion === null && later.indicator === said.indicator && later.campaign === said.campaign,
      );
    return opinion === null || isBack ? [] : [{ ...said, opinion, givenIn: sessionWords(meeting) }];
  });
}
