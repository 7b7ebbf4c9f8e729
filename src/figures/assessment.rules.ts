import { compareWithTarget } from '../kernel/target-comparison.rules.js';
import type { Amount, RateResult, Wording } from '../kernel/figure.types.js';
import { formatQuantity, formatRate, NO_BREAK_SPACE } from '../kernel/french-number.rules.js';
import { rateOf } from '../kernel/rate.rules.js';
import type { TargetRule } from './figure-input.types.js';
import type { Assessment, EmptyReason, TargetView } from './figures.types.js';

export interface Attainment {
  target: TargetView | null;
  attainment: { rate: RateResult; text: string } | null;
  assessment: Assessment;
  assessmentText: string;
}

/** Points below the target from which the exercice is « à surveiller », then « en retard » (domain 2.5). */
const WATCH_FROM = 95;
const LATE_FROM = 85;

/**
 * Where an amount stands against its target at the end of its exercice. Nothing is decided from an interval that
 * straddles the target; expectation during the year comes with step 3.
 */
export function attainmentOf(
  amount: Amount | null,
  empty: EmptyReason | null,
  target: TargetRule | null,
  wording: Wording,
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
  const attainment = { rate, text };
  switch (compareWithTarget(amount, target.amount)) {
    case 'reached':
      return {
        target: view,
        attainment,
        assessment: 'reached',
        assessmentText: `Cible ${words} atteinte (${text})`,
      };
    case 'undetermined':
      return {
        target: view,
        attainment,
        assessment: 'undetermined',
        assessmentText: `Indéterminé${NO_BREAK_SPACE}: ${text} de la cible de ${words}`,
      };
    case 'missed':
      return {
        target: view,
        attainment,
        assessment: exerciceIsOver ? missedBy(rate) : 'undetermined',
        assessmentText: `${text} de la cible de ${words}`,
      };
  }
}

function missedBy(rate: RateResult): Assessment {
  if (rate.kind === 'not_computable') return 'undetermined';
  if (rate.value >= WATCH_FROM) return 'on_track';
  return rate.value >= LATE_FROM ? 'watch' : 'late';
}
