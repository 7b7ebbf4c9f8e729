import { compareWithTarget } from '../kernel/target-comparison.rules.js';
import type { Amount, RateResult, TargetComparison, Wording } from '../kernel/figure.types.js';
import { toAmount } from '../kernel/figure.rules.js';
import { formatQuantity, formatRate, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { elide } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { Total } from './aggregation.rules.js';
import { expectedView } from './expected.rules.js';
import type { Assessment, ExpectedView, ProgressView, TargetView } from './figure-standing.types.js';
import { paceOf } from './pace.rules.js';
import { progressView } from './progress.rules.js';
import { planNote, saidOf, type TargetPlan } from './target-plan.rules.js';

export interface Attainment {
  target: TargetView | null;
  attainment: { rate: RateResult; text: string } | null;
  expectedToDate: ExpectedView | null;
  progress: ProgressView | null;
  assessment: Assessment;
  assessmentText: string;
}

/** When a figure is looked at. */
export interface Moment {
  /** The last day of which something is expected. */
  day: IsoDate;
  /** Nothing more is to come: the figure stands against its target, no longer against what was expected to date. */
  isOver: boolean;
}

/** A ceiling passed by no more than five points is to be watched. */
const PASSED_BY_LITTLE = 105;

const NO_TARGET: Attainment = {
  target: null,
  attainment: null,
  expectedToDate: null,
  progress: null,
  assessment: 'no_target',
  assessmentText: 'Pas de cible définie',
};

/** Where a total stands against its target. Nothing is decided from an interval that lies on both sides of a limit. */
export function attainmentOf(
  { amount, empty }: Pick<Total, 'amount' | 'empty'>,
  plan: TargetPlan | null,
  wording: Wording,
  moment: Moment,
): Attainment {
  if (plan === null) return NO_TARGET;
  const target = targetView(plan, wording);
  const expectedToDate = expectedView(plan, moment.day, wording);
  if (!amount) {
    return {
      ...NO_TARGET,
      target,
      expectedToDate,
      assessment: empty === 'no_measurement' ? 'not_started' : 'undetermined',
      assessmentText: `Cible${NO_BREAK_SPACE}: ${target.text}`,
    };
  }
  const rate = rateOf(amount, plan.amount);
  const progress = progressView(amount, plan.baseline, plan.amount, wording);
  const expected = expectedToDate?.amount ?? plan.amount;
  const standing = { amount, plan, expected, rate, isOver: moment.isOver };
  const comparison = compareWithTarget(amount, aimOf(plan, wording));
  const assessment = assessmentOf(comparison, standing);
  const share = plan.falling && progress !== null ? progress.text : formatRate(rate);
  return {
    target,
    attainment: { rate, text: formatRate(rate) },
    expectedToDate,
    progress,
    assessment,
    assessmentText: plan.ceiling
      ? ceilingWords(comparison, formatQuantity({ ...plan.amount, qualifier: 'exact' }, wording).text, moment)
      : targetWords({ comparison, assessment, share, plan, target, expectedToDate, moment }),
  };
}

function targetView(plan: TargetPlan, wording: Wording): TargetView {
  const [only, ...others] = plan.pieces;
  return {
    amount: plan.amount,
    text: formatQuantity(plan.amount, wording).text,
    decidedBy: saidOf(plan, 'decidedBy'),
    decidedIn: saidOf(plan, 'decidedIn'),
    version: only === undefined || others.length > 0 ? null : only.version,
    note: planNote(plan),
  };
}

/** Where less is better, a plain target is not to be passed: a cost of 20 € for 12 € aimed at is no success. */
function aimOf({ amount, ceiling, falling }: TargetPlan, { signed }: Wording): Amount {
  if (!(ceiling || falling) || amount.qualifier !== 'exact') return amount;
  return toAmount({ ...amount, qualifier: 'up_to' }, { signed: signed || amount.value < 0 });
}

interface Standing {
  amount: Amount;
  plan: TargetPlan;
  expected: Amount;
  rate: RateResult;
  isOver: boolean;
}

function assessmentOf(comparison: TargetComparison, standing: Standing): Assessment {
  const { amount, plan, expected, rate, isOver } = standing;
  if (plan.ceiling) {
    // Not passed to date is not respected yet; once passed by a flow, it stays so, whatever the months to go.
    if (comparison !== 'missed') return comparison === 'reached' && !isOver ? 'on_track' : comparison;
    return rate.kind === 'rate' && rate.value <= PASSED_BY_LITTLE ? 'watch' : 'late';
  }
  if (comparison === 'reached') return 'reached';
  if (isOver) return comparison === 'missed' ? paceOf(amount, plan.amount, plan) : 'undetermined';
  const nothingYet = amount.value === 0 && amount.qualifier === 'exact' && expected.value === 0;
  return nothingYet ? 'not_started' : paceOf(amount, expected, plan);
}

function ceilingWords(comparison: TargetComparison, ceiling: string, { isOver }: Moment): string {
  if (comparison === 'reached') return `Plafond de ${ceiling} respecté${isOver ? '' : ' à ce jour'}`;
  if (comparison === 'missed') return `Plafond de ${ceiling} dépassé`;
  return `Indéterminé${NO_BREAK_SPACE}: plafond de ${ceiling}`;
}

const PACE_WORDS: Partial<Record<Assessment, string>> = {
  on_track: 'Dans les temps',
  watch: 'À surveiller',
  late: 'En retard',
};

interface Words {
  comparison: TargetComparison;
  assessment: Assessment;
  share: string;
  plan: TargetPlan;
  target: TargetView;
  expectedToDate: ExpectedView | null;
  moment: Moment;
}

/** « Cible 10 000 atteinte (130 %) », « 83 % de la cible de 300 », « En retard : 42 % de la cible de 300 (attendu à date : 190) ». */
function targetWords(words: Words): string {
  const { assessment, share, plan, target, expectedToDate, moment } = words;
  // « d’environ 450 » when the target itself is qualified.
  const approximate = plan.amount.qualifier === 'exact' ? null : elide('de', target.text);
  const reached = `Cible ${approximate ?? target.text} atteinte`;
  if (assessment === 'reached') return plan.falling ? reached : `${reached} (${share})`;
  const way = plan.falling ? `${share} du chemin vers` : `${share} de`;
  const stands = `${way} la cible ${approximate ?? `de ${target.text}`}`;
  const isOpen = !moment.isOver && expectedToDate !== null;
  const expected = isOpen ? ` (attendu à date${NO_BREAK_SPACE}: ${expectedToDate.text})` : '';
  if (assessment === 'undetermined') return `Indéterminé${NO_BREAK_SPACE}: ${stands}${expected}`;
  const pace = moment.isOver ? undefined : PACE_WORDS[assessment];
  return pace === undefined ? stands : `${pace}${NO_BREAK_SPACE}: ${stands}${expected}`;
}
