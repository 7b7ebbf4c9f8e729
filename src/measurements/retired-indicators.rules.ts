import type { InputIssue } from '../kernel/domain-error.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { IndicatorTerm } from './measurement.types.js';

/**
 * Why nothing new is said of a period that begins after its indicator was retired: it would be kept and shown nowhere.
 * Null when it may; those of its own days may still be corrected.
 */
export function retirementIssue(
  { code, retiredOn }: Pick<IndicatorTerm, 'code' | 'retiredOn'>,
  periodStart: IsoDate,
): InputIssue | null {
  if (retiredOn === null || periodStart <= retiredOn) return null;
  const message = `${code} n’est plus compté depuis le ${retiredOn} : donnez une période d’avant, ou remettez l’indicateur en service.`;
  return { path: 'periodStart', code: 'retired_indicator', message };
}
