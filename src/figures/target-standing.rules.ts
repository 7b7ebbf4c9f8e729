import { monthsBetween } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { Total } from './aggregation.rules.js';
import { attainmentOf, type Moment } from './assessment.rules.js';
import { evidenceOf, totalOf } from './evidence.rules.js';
import { monthlyTargets } from './expected.rules.js';
import { basisOf } from './figure-basis.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { Figure } from './figures.types.js';
import { opinionOf, opinionView } from './opinion.rules.js';
import { planOf } from './target-plan.rules.js';
import type { MonthlyTarget } from './figure-standing.types.js';

type Standing = Pick<
  Figure,
  'target' | 'attainment' | 'expectedToDate' | 'progress' | 'assessment' | 'assessmentText' | 'opinion'
>;

/**
 * Where a total of an indicator, or of one campaign of it, stands against its target, and what is thought of it.
 * @param ends the first and the last day on which what it counts ends.
 */
export function standingOf(
  indicator: IndicatorRule,
  campaign: string | null,
  total: Pick<Total, 'amount' | 'empty'>,
  ends: readonly IsoDate[],
  input: FiguresInput,
): Standing {
  const plan = planOf(indicator, campaign, ends, input);
  const stands = attainmentOf(total, plan, indicator.wording, momentOf(input));
  const given = opinionOf(indicator.code, campaign, input);
  return { ...stands, opinion: opinionView(given, stands.assessment) };
}

/** What each month of the exercice should bring of an indicator as a whole; empty without a target. */
export function monthlyTargetsOf(indicator: IndicatorRule, input: FiguresInput): MonthlyTarget[] {
  const { ends } = basisOf(totalOf(evidenceOf(indicator, null, input)).counted);
  const plan = planOf(indicator, null, ends, input);
  const months = monthsBetween(input.period.start, input.period.end);
  return plan === null ? [] : monthlyTargets(plan, months, indicator.wording);
}

/** Something is expected until the day asked for and no later than today; of an exercice that is over, until its end. */
const momentOf = ({ exerciceIsOver, period, at, today }: FiguresInput): Moment => ({
  day: exerciceIsOver ? period.end : at < today ? at : today,
  isOver: exerciceIsOver,
});
