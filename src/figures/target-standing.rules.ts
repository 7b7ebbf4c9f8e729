import { monthsBetween } from '../kernel/period.rules.js';
import { aggregate, type Total } from './aggregation.rules.js';
import { attainmentOf, type Moment } from './assessment.rules.js';
import { monthlyTargets } from './expected.rules.js';
import type { FiguresInput, IndicatorRule } from './figure-input.types.js';
import type { Figure } from './figures.types.js';
import { opinionOf, opinionView } from './opinion.rules.js';
import { planOf, type TargetPlan } from './target-plan.rules.js';
import type { MonthlyTarget } from './figure-standing.types.js';

type Standing = Pick<
  Figure,
  'target' | 'attainment' | 'expectedToDate' | 'progress' | 'assessment' | 'assessmentText' | 'opinion'
>;

/** Where a total of an indicator, or of one campaign of it, stands against its target, and what is thought of it. */
export function standingOf(
  indicator: IndicatorRule,
  campaign: string | null,
  total: Total,
  input: FiguresInput,
): Standing {
  const plan = planFor(indicator, campaign, total, input);
  const stands = attainmentOf(total, plan, indicator.wording, momentOf(input));
  const given = opinionOf(indicator.code, campaign, input);
  return { ...stands, opinion: opinionView(given, stands.assessment) };
}

/** What each month of the exercice should bring of an indicator as a whole; empty without a target. */
export function monthlyTargetsOf(indicator: IndicatorRule, input: FiguresInput): MonthlyTarget[] {
  const facts = input.facts.filter((fact) => fact.indicator === indicator.code);
  const plan = planFor(indicator, null, aggregate(indicator, facts), input);
  const months = monthsBetween(input.period.start, input.period.end);
  return plan === null ? [] : monthlyTargets(plan, months, indicator.wording);
}

function planFor(
  indicator: IndicatorRule,
  campaign: string | null,
  { counted }: Total,
  input: FiguresInput,
): TargetPlan | null {
  const until = counted.filter((fact) => fact.quantity !== null).map((fact) => fact.periodEnd);
  return planOf(indicator, campaign, until, input);
}

/** Something is expected until the day asked for and no later than today; of an exercice that is over, until its end. */
const momentOf = ({ exerciceIsOver, period, at, today }: FiguresInput): Moment => ({
  day: exerciceIsOver ? period.end : at < today ? at : today,
  isOver: exerciceIsOver,
});
