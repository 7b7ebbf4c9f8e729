import { attainmentBars, comparableBars } from '../../figures/chart-descriptions.rules.js';
import { capitalise, countWords } from '../../kernel/french-text.rules.js';
import type { BarChart } from '../../platform/charts/chart.types.js';
import type { Block, Section } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, counted, rich } from '../bilan-words.rules.js';
import { indicatorTable, tableNotes } from './indicator-table.rules.js';
import { monthsBlocks } from './months.rules.js';
import { opinionsBlocks } from './opinions.rules.js';

/** Room of a bar, of each among many, and when they are many: the chart and its plain words stay on one page. */
const BAR = 31;
const TIGHT_BAR = 26;
const MANY_BARS = 12;
const BARS_MARGIN = 46;
const MOST_SENTENCES = 9;

/** Height that lets each bar breathe. */
const barsHeight = (chart: BarChart): number =>
  BARS_MARGIN + chart.bars.length * (chart.bars.length > MANY_BARS ? TIGHT_BAR : BAR);

/** The attainment of targets, under a title that the section has not said already; then results that compare. */
function charts(view: BilanView): Block[] {
  const rates = attainmentBars(view.lines, view.label);
  const titled = rates === null ? null : { ...rates, title: 'Du plus avancé au plus en retrait' };
  return [titled, comparableBars(view.results, view.label)].flatMap((chart): Block[] =>
    chart === null ? [] : [{ kind: 'chart', chart, height: barsHeight(chart), withTable: false }],
  );
}

/** The key figures as sentences, for who reads words rather than marks. */
function plainly(view: BilanView): Block[] {
  const sentences = view.keyFigures
    .slice(0, MOST_SENTENCES)
    .map((figure) => rich(asSentence(figure.sentence)));
  return sentences.length === 0
    ? []
    : [{ kind: 'panel', tone: 'river', title: 'En clair', paragraphs: [sentences.join(' ')] }];
}

/** « Six indicateurs suivis, sans cible fixée pour 2020 », or how many targets were reached. */
function heading(view: BilanView): string {
  const chart = attainmentBars(view.lines, view.label);
  if (chart !== null) return chart.title;
  const count = capitalise(counted(view.lines.length, 'indicateur suivi', 'indicateurs suivis'));
  return view.hasTargets ? count : `${count}, sans cible fixée pour ${view.label}`;
}

function lead(view: BilanView): string {
  const measured = view.lines.filter((figure) => figure.amount !== null).length;
  const missing = view.lines.length - measured;
  const start = view.hasTargets
    ? `${capitalise(counted(view.lines.length, 'indicateur est suivi', 'indicateurs sont suivis'))}.`
    : 'Aucune cible chiffrée n’avait été fixée : les résultats sont donnés tels quels, avec leur qualificatif.';
  if (missing === 0) return start;
  return `${start} ${capitalise(countWords(missing))} ${missing > 1 ? 'n’ont' : 'n’a'} pas de valeur en ${view.label}.`;
}

/** What was counted, compared where it compares, then in full. Null when nothing is counted. */
export function indicatorsSection(view: BilanView): Section | null {
  if (view.lines.length === 0) return null;
  const notes = tableNotes(view);
  const drawn = charts(view);
  const title = view.hasTargets ? `Réalisé et cibles ${view.label}` : `Résultats ${view.label}`;
  return {
    name: 'indicateurs',
    title: 'Les indicateurs',
    listed: true,
    overline: 'Les indicateurs',
    heading: heading(view),
    lead: lead(view),
    newPage: true,
    blocks: [
      ...drawn.slice(0, 1),
      ...plainly(view),
      ...drawn.slice(1),
      { kind: 'table', title, table: indicatorTable(view) },
      ...(notes === '' ? [] : [{ kind: 'paragraph', style: 'note', text: notes } satisfies Block]),
      ...opinionsBlocks(view),
      ...monthsBlocks(view),
    ],
  };
}
