import type { CampaignMonthRow, CampaignShareRow } from './campaign-facts.rules.js';
import type { MeasurementVocabulary, Term } from './measurement.types.js';
import { AXES, type Axis } from './scope.rules.js';

/** A 64-bit sum as an engine gives it. */
type Raw<Row extends { total: number }> = Omit<Row, 'total'> & { total: string | number };

/** The sums of campaigns as the database has them: identifiers, which are few and known, where codes are wanted. */
export type RawMonth = Raw<Omit<CampaignMonthRow, 'indicator' | 'campaign'>>;
export type RawShare = Raw<Omit<CampaignShareRow, 'axis'>> & { axis: number };

export function campaignMonth(
  row: RawMonth,
  { indicators, campaigns }: MeasurementVocabulary,
): CampaignMonthRow {
  return {
    ...row,
    total: Number(row.total),
    indicator: String(codesOf(indicators).get(row.indicatorId)),
    campaign: codesOf(campaigns).get(row.campaignId) ?? null,
  };
}

export function campaignShare(
  { indicatorId, campaignId, axis, member, marking, total }: RawShare,
  { territories, organisations }: MeasurementVocabulary,
): CampaignShareRow {
  const along: Axis = AXIS_OF[axis] ?? 'channel';
  const terms = along === 'territory' ? territories : organisations;
  const code = along === 'channel' ? member : String(codesOf(terms).get(Number(member)));
  return { indicatorId, campaignId, axis: along, member: code, marking, total: Number(total) };
}

const AXIS_OF: Record<number, Axis> = { [AXES.territory]: 'territory', [AXES.organisation]: 'organisation' };

const kept = new WeakMap<Map<string, Term>, Map<number, string>>();

/** Codes by identifier, turned round once for each reading of the vocabulary. */
function codesOf(terms: Map<string, Term>): Map<number, string> {
  const known = kept.get(terms) ?? new Map([...terms.values()].map(({ id, code }) => [id, code]));
  kept.set(terms, known);
  return known;
}
