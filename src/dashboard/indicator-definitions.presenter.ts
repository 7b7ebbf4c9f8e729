import { authorWords } from '../accounts/people/author-words.rules.js';
import { definitionHistory, retirementText } from '../indicators/definition-history.rules.js';
import type { Indicator, IndicatorVersion } from '../indicators/indicator.types.js';
import { formatDate } from '../kernel/french-date.rules.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { capitalise, sentence } from '../kernel/french-text.rules.js';
import { parisTime } from '../kernel/french-instant.rules.js';

/** One definition that an indicator has had. */
export interface DefinitionView {
  /** « Version 2, depuis le 1er janvier 2021 ». */
  heading: string;
  breaks: boolean;
  /** « Change : unité, méthode », « Méthode : comptage par cellule », « Motif : … ». */
  lines: string[];
  /** « Enregistrée le 4 janvier 2021 par Marie Dupont ». */
  recorded: string;
}

/**
 * The definitions of an indicator, newest first; none while there was only one, which the page tells already.
 * @param authors names of people by their signatures; null for readers who may not know who wrote.
 */
export function definitionViews(
  versions: readonly IndicatorVersion[],
  authors: ReadonlyMap<string, string> | null,
): DefinitionView[] {
  if (versions.length < 2) return [];
  return definitionHistory(versions).map((told) => {
    const by = authors === null ? '' : ` par ${authorWords(told.recordedBy, authors)}`;
    return {
      heading: `Version ${formatNumber(told.version)}, ${told.from}`,
      breaks: told.breaks,
      lines: [
        ...(told.version === 1 ? [] : [sentence`Change : ${told.changed}`]),
        ...told.told,
        ...(told.reason === null ? [] : [sentence`Motif : ${told.reason}`]),
      ],
      recorded: `Enregistrée le ${formatDate(parisTime(told.recordedAt).day)}${by}`,
    };
  });
}

/** « Compté jusqu’au 31 décembre 2021 », on an indicator that is retired or about to be. */
export const retirementView = ({ retiredOn }: Pick<Indicator, 'retiredOn'>): string | null => {
  const text = retirementText(retiredOn);
  return text === null ? null : capitalise(text);
};
