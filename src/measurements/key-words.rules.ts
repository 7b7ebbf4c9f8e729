import type { MeasurementKey } from './measurement.rules.js';
import type { MeasurementInput, MeasurementVocabulary, Term } from './measurement.types.js';

/** A key as an input would say it. */
export function saidKey(key: MeasurementKey, words: MeasurementVocabulary): MeasurementInput {
  return {
    indicator: codeOf(words.indicators, key.indicatorId) ?? '',
    campaign: codeOf(words.campaigns, key.campaignId),
    territory: codeOf(words.territories, key.territoryId),
    channel: key.channel,
    organisation: codeOf(words.organisations, key.organisationId),
    periodStart: key.periodStart,
    periodEnd: key.periodEnd,
  };
}

function codeOf(terms: ReadonlyMap<string, Term>, id: number | null): string | null {
  for (const term of terms.values()) if (term.id === id) return term.code;
  return null;
}
