import { uncapitalise } from '../../figures/chart-parts.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { opinionText } from '../../figures/opinion.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import type { Block, RichText } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, bold, clipped, rich } from '../bilan-words.rules.js';

const LONGEST_REASON = 400;

/** « avis du comité : serein », beside the assessment that it may contradict; nothing without an opinion. */
export function opinionWords({ opinion }: Figure): string[] {
  if (opinion === null) return [];
  return [`${opinionText(opinion)}${opinion.contradicts ? ' (contre le calcul)' : ''}`];
}

/** « **Ambassadeurs**, avis du comité : serein (séance du 16 décembre 2020), contre le calcul : … ». */
function opinionItem(figure: Figure): RichText[] {
  const { opinion, indicator, assessmentText } = figure;
  if (opinion === null) return [];
  const when = opinion.givenIn ?? formatDate(opinion.givenOn);
  const against = opinion.contradicts ? `, contre le calcul : ${uncapitalise(assessmentText)}` : '';
  const why = opinion.reason === null ? '' : ` ${asSentence(clipped(opinion.reason, LONGEST_REASON))}`;
  const said = `${opinionText(opinion)} (${when})${against}.`;
  return [`${bold(rich(indicator.name))}, ${rich(`${said}${why}`)}`];
}

/** What people think of some figures, each with its date and its reason. */
function opinionsList(figures: readonly Figure[], title: string): Block[] {
  const items = figures.flatMap(opinionItem);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', ordered: false, items },
  ];
}

/** The opinions on the results of the year, under their table. */
export const opinionsBlocks = (view: BilanView): Block[] =>
  opinionsList(view.lines, 'L’avis du comité et des pilotes');

/** Those on one operation, on its sheet. */
export const sheetOpinions = (figures: readonly Figure[]): Block[] => opinionsList(figures, 'Avis');
