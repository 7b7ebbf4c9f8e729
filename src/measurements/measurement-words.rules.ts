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
  if (input.indicator === '') {
    issues.push({
      path: 'indicator',
      code: 'unknown_indicator',
      message: 'Il manque le code de l’indicateur.',
    });
  }
  return {
    indicator: find('indicator', input.indicator, vocabulary.indicators, issues),
    campaign: find('campaign', input.campaign, vocabulary.campaigns, issues),
    territory: find('territory', input.territory, vocabulary.territories, issues),
    channel: find('channel', input.channel, vocabulary.channels, issues),
    organisation: find('organisation', input.organisation, vocabulary.organisations, issues),
  };
}

/** The issue of a word that nothing bears; its message goes on with the word. */
const UNKNOWN: Record<keyof FoundWords, Pick<InputIssue, 'code' | 'message'>> = {
  indicator: { code: 'unknown_indicator', message: 'Aucun indicateur' },
  campaign: { code: 'unknown_campaign', message: 'Aucune opération' },
  territory: { code: 'unknown_territory', message: 'Aucun territoire' },
  channel: { code: 'unknown_channel', message: 'Aucun canal' },
  organisation: { code: 'unknown_organisation', message: 'Aucune organisation' },
};

function find<T extends Term>(
  path: keyof FoundWords,
  given: string | null | undefined,
  terms: Map<string, T>,
  issues: InputIssue[],
): T | null {
  if (given === undefined || given === null || given === '') return null;
  const term = findTerm(terms, given);
  if (term !== undefined) return term;
  const { code, message } = UNKNOWN[path];
  issues.push({ path, code, message: unknownWord(message, given, terms) });
  return null;
}

function unknownWord(none: string, code: string, terms: Map<string, Term>): string {
  const near = nearestCode(code, new Set([...terms.values()].map((term) => term.code)));
  const way =
    near === null
      ? 'Vérifiez le code : rien n’est créé à partir d’un chiffre.'
      : `Vouliez-vous écrire ${near} ?`;
  return `${none} n’a le code ${quote(code)}. ${way}`;
}
