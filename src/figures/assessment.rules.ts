import { compareWithTarget } from '../kernel/target-comparison.rules.js';
import type { Amount, RateResult, TargetComparison } from '../kernel/figure.types.js';
import { toAmount } from '../kernel/figure.rules.js';
import { formatQuantity, formatRate, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { elide } from '../kernel/french-text.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { Direction } from '../indicators/indicator.types.js';
import type { Total } from './aggregation.rules.js';
import type { IndicatorRule, TargetRule } from './figure-input.types.js';
import type { Assessment, TargetView } from './figures.types.js';

export interface Attainment {
  target: TargetView | null;
  attainment: { rate: RateResult; text: string } | null;
  assessment: Assessment;
  assessmentText: string;
}

/** Points below the target from which the exercice is « à surveiller », then « en retard » (domain 2.5). */
const WATCH_FROM = 95;
const LATE_FROM = 85;
/** A ceiling passed by no more than five points is to be watched. */
const PASSED_BY_LITTLE = 105;

/**
 * Where a total stands against its target at the end of its exercice. Nothing is decided from an interval that
 * straddles the target; expectation during the year comes with step 3.
 */
export function attainmentOf(
  { amount, empty }: Pick<Total, 'amount' | 'empty'>,
  target: TargetRule | null,
  { wording, direction }: Pick<IndicatorRule, 'wording' | 'direction'>,
  exerciceIsOver: boolean,
): Attainment {
  if (!target) {
    return {
      target: null,
      attainment: null,
      assessment: 'no_target',
      assessmentText: 'Pas de cible définie',
    };
  }
  const words = formatQuantity(target.amount, wording).text;
  const view: TargetView = { amount: target.amount, text: words, decidedBy: target.decidedBy };
  if (!amount) {
    const started = empty !== 'no_measurement';
    return {
      target: view,
      attainment: null,
      assessment: started ? 'undetermined' : 'not_started',
      assessmentText: `Cible${NO_BREAK_SPACE}: ${words}`,
    };
  }
  const rate = rateOf(amount, target.amount);
  const text = formatRate(rate);
  const aim = aimOf(target.amount, direction);
  const comparison = compareWithTarget(amount, aim);
  return {
    target: view,
    attainment: { rate, text },
    assessment: assessmentOf(comparison, rate, isCeiling(aim), exerciceIsOver),
    assessmentText: isCeiling(aim)
      ? ceilingWords(comparison, formatQuantity({ ...target.amount, qualifier: 'exact' }, wording).text)
      : targetWords(comparison, text, target.amount.qualifier === 'exact' ? null : elide('de', words), words),
  };
}

/** Where less is better, a plain target is not to be passed: a cost of 20 € for 12 € aimed at is no success. */
function aimOf(target: Amount, direction: Direction): Amount {
  if (direction !== 'down' || target.qualifier !== 'exact') return target;
  return toAmount({ ...target, qualifier: 'up_to' }, { signed: target.value < 0 });
}

/** « jusqu’à 5 000 € » is not to be passed. */
const isCeiling = ({ qualifier }: Amount): boolean => qualifier === 'up_to' || qualifier === 'less_than';

function ceilingWords(comparison: TargetComparison, ceiling: string): string {
  if (comparison === 'reached') return `Plafond de ${ceiling} respecté`;
  if (comparison === 'missed') return `Plafond de ${ceiling} dépassé`;
  return `Indéterminé${NO_BREAK_SPACE}: plafond de ${ceiling}`;
}

/** @param approximate « d’environ 450 » when the target itself is qualified, else null. */
function targetWords(
  comparison: TargetComparison,
  rate: string,
  approximate: string | null,
  words: string,
): string {
  if (comparison === 'reached') return `Cible ${approximate ?? words} atteinte (${rate})`;
  const share = `${rate} de la cible ${approximate ?? `de ${words}`}`;
  return comparison === 'missed' ? share : `Indéterminé${NO_BREAK_SPACE}: ${share}`;
}

function assessmentOf(
  comparison: TargetComparison,
  rate: RateResult,
  ceiling: boolean,
  exerciceIsOver: boolean,
): Assessment {
  if (comparison !== 'missed') return comparison;
  // A ceiling once passed stays passed, whatever the months to go.
  if (ceiling) return rate.kind === 'rate' && rate.value <= PASSED_BY_LITTLE ? 'watch' : 'late';
  return exerciceIsOver ? missedBy(rate) : 'undetermined';
}

function missedBy(rate: RateResult): Assessment {
  if (rate.kind === 'not_computable') return 'undetermined';
  if (rate.value >= WATCH_FROM) return 'on_track';
  return rate.value >= LATE_FROM ? 'watch' : 'late';
}
