import { cellText } from '../../figures/breakdown.rules.js';
import { totalOf } from '../../figures/evidence.rules.js';
import type { IndicatorRule } from '../../figures/figure-input.types.js';
import { covers } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { MeasurementFact } from '../../measurements/measurement.types.js';

/** What a measurement says, whether it counts already or not: the grid shows what is on its way. */
function factOf(record: MeasurementRecord): MeasurementFact {
  const { value, valueMax, qualifier } = record;
  return {
    ...record,
    quantity: value === null || qualifier === null ? null : { value, valueMax, qualifier },
  };
}

const NOTHING = '–';

/**
 * What one slice comes to within some days, by the rules that make figures: shorter periods add up, the last state stands.
 * « – » where nothing was said. @param records of that slice alone, none of them withdrawn.
 */
export function sliceWithin(
  indicator: IndicatorRule,
  records: readonly MeasurementRecord[],
  span: ClosedPeriod,
): string {
  const facts = records
    .filter(({ periodStart, periodEnd }) => covers(span, { start: periodStart, end: periodEnd }))
    .map(factOf);
  if (facts.length === 0) return NOTHING;
  // A rate that was typed is shown as it was: its terms stand in other rows.
  return cellText(totalOf({ indicator, facts, aged: [], numerator: null, denominator: null }), indicator);
}
