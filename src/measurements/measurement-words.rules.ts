import { quote } from '../kernel/decimal-string.rules.js';
import type { InputIssue } from '../kernel/domain-error.js';
import { nearestCode } from '../kernel/nearest-code.rules.js';
import { findTerm } from './measurement-text.rules.js';
import type { IndicatorTerm, MeasurementInput, MeasurementVocabulary, Term } from './measurement.types.js';

/** The words of a measurement's key, found in the vocabulary; null when not said or not known. */
export interface FoundWords {
  indicator: IndicatorTerm | null;
  campaign: Term | null;
  territory: Term | null;
  channel: Term | null;
  organisation: Term | null;
}

/** Looks for every code of an input; those that do not exist are told, with the one that was probably meant. */
export function findWords(
  input: MeasurementInput,
  vocabulary: MeasurementVocabulary,
  issues: InputIssue[],
): FoundWords {
  const { indicators, campaigns, territories, channels, organisations } = vocabulary;
  const find = <T extends Term>(
    code: string | null | undefined,
    terms: Map<string, T>,
    issue: (message: string) => InputIssue,
    kind: string,
  ): T | null => {
    if (code === undefined || code === null || code === '') return null;
    const term = findTerm(terms, code);
    if (term === undefined) issues.push(issue(unknownWord(kind, code, terms)));
    return term ?? null;
  };
  if (input.indicator === '') {
    issues.push({
      path: 'indicator',
      code: 'unknown_indicator',
      message: 'Il manque le code de l’indicateur.',
    });
  }
  return {
    indicator: find(
      input.indicator,
      indicators,
      (message) => ({ path: 'indicator', code: 'unknown_indicator', message }),
      'Aucun indicateur',
    ),
    campaign: find(
      input.campaign,
      campaigns,
      (message) => ({ path: 'campaign', code: 'unknown_campaign', message }),
      'Aucune opération',
    ),
    territory: find(
      input.territory,
      territories,
      (message) => ({ path: 'territory', code: 'unknown_territory', message }),
      'Aucun territoire',
    ),
    channel: find(
      input.channel,
      channels,
      (message) => ({ path: 'channel', code: 'unknown_channel', message }),
      'Aucun canal',
    ),
    organisation: find(
      input.organisation,
      organisations,
      (message) => ({ path: 'organisation', code: 'unknown_organisation', message }),
      'Aucune organisation',
    ),
  };
}

function unknownWord(none: string, code: string, terms: Map<string, Term>): string {
  const near = nearestCode(code, new Set([...terms.values()].map((term) => term.code)));
  const way =
    near === null
      ? 'Vérifiez le code : rien n’est créé à partir d’un chiffre.'
      : `Vouliez-vous écrire ${near} ?`;
  return `${none} n’a le code ${quote(code)}. ${way}`;
}
