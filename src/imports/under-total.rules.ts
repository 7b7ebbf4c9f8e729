import { formatPeriod } from '../kernel/french-date.rules.js';
import { formatNumber, formatQuantity } from '../kernel/french-number.rules.js';
import { precisionOf } from '../kernel/period.rules.js';
import type { PartsUnderTotal } from '../measurements/measurement.types.js';
import type { ImportQuestion } from './import.types.js';
import type { IndicatorScale } from './standard/standard-row.rules.js';

/** What is said of lines that detail a declared total: nothing is replaced silently. */
export function underTotalQuestion(
  group: PartsUnderTotal,
  scale: Pick<IndicatorScale, 'decimals' | 'symbol'> | null,
): ImportQuestion {
  const { periodStart: start, periodEnd: end, parts } = group;
  const { decimals, symbol } = scale ?? { decimals: 0, symbol: null };
  const period = formatPeriod({ start, end, precision: precisionOf(start, end) });
  const total = formatQuantity(group.total, { decimals, symbol, signed: false }).text;
  const isOne = parts === 1;
  const lines = isOne ? '1 ligne détaille' : `${formatNumber(parts)} lignes détaillent`;
  const what = group.waits ? 'le total qui attend sa validation' : 'le total déjà déclaré';
  const kept = isOne
    ? 'elle est gardée comme ventilation et ne s’y ajoute pas'
    : 'elles sont gardées comme ventilation et ne s’y ajoutent pas';
  const counted = isOne
    ? 'elle compte jusque-là, puis en est la ventilation et ne s’y ajoute pas'
    : 'elles comptent jusque-là, puis en sont la ventilation et ne s’y ajoutent pas';
  return {
    code: 'parts_under_total',
    message: `${lines} ${what} pour ${group.indicator} (${period} : ${total}) : ${group.waits ? counted : kept}.`,
    choices: [
      'garder le total déclaré et sa ventilation',
      'retirer le total déclaré : la somme des lignes le remplacera',
    ],
  };
}
