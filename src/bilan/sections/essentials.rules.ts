import { countsSentence, isCarriedOut } from '../../campaigns/campaigns.rules.js';
import { joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, clipped, counted, countsLead, rich } from '../bilan-words.rules.js';
import { doneItems, heldBackBlocks, listSizes, type ListSize } from './essentials-lists.rules.js';
import { keyFigureRows } from './key-figures.rules.js';

const LONGEST_LEAD = 230;
const MOST_OBJECTIVES = 12;
/** Six key figures are read at once; with very long words around them, three. */
const TILE_COUNTS = [6, 3] as const;

function indicatorsLink(view: BilanView): Block {
  const { length } = view.lines;
  return {
    kind: 'link',
    to: 'indicateurs',
    text: length === 1 ? 'Voir l’indicateur' : `Voir les ${counted(length, 'indicateur', 'indicateurs')}`,
  };
}

/** The two columns: what was carried out, what was not. */
function yearColumns(view: BilanView, size: ListSize): Block[] {
  const done = doneItems(view, size);
  const left: Block[] =
    done.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Ce qui a été mené à bien' },
          { kind: 'list', ordered: false, items: done },
        ];
  const right = [...heldBackBlocks(view, size), ...(view.lines.length > 0 ? [indicatorsLink(view)] : [])];
  if (left.length === 0) return right;
  if (view.heldBack.length === 0) return [...left, ...right];
  return [
    {
      kind: 'columns',
      columns: [
        { span: 6, blocks: left },
        { span: 6, blocks: right },
      ],
    },
  ];
}

/** The shortest words of the next objectives. */
const objectiveTexts = (view: BilanView): string[] =>
  view.nextObjectives.slice(0, MOST_OBJECTIVES).map(({ shortText }) => clipped(shortText, 80));

/** Columns of the strip of objectives, whose last row is not left with a lonely one: five are three and two. */
function stripColumns(count: number): 1 | 2 | 3 | 4 {
  if (count === 1 || count === 2 || count === 3) return count;
  return count === 5 || count === 6 || count === 9 ? 3 : 4;
}

function objectivesStrip(view: BilanView): Block[] {
  const items = objectiveTexts(view).map(rich);
  if (items.length === 0) return [];
  return [
    {
      kind: 'numbered-cards',
      title: `${view.nextLabel} : ${counted(view.nextObjectives.length, 'objectif', 'objectifs')}`,
      items,
      columns: stripColumns(items.length),
      tone: 'wine',
    },
  ];
}

function keyFigureBlocks(view: BilanView, atMost: number): Block[] {
  const rows = keyFigureRows(view, atMost);
  return rows.length > 0
    ? [
        { kind: 'heading', level: 2, text: 'Les chiffres clés' },
        { kind: 'key-figures', rows },
      ]
    : [{ kind: 'paragraph', style: 'body', text: `Aucun chiffre n’a encore été validé pour ${view.label}.` }];
}

/** From the fullest to the shortest: words leave first, then names, then figures. */
const versions = (view: BilanView): Block[][] =>
  TILE_COUNTS.flatMap((count) => {
    const figures = keyFigureBlocks(view, count);
    const strip = objectivesStrip(view);
    return listSizes(view).map((size) => [...figures, ...yearColumns(view, size), ...strip]);
  });

/** One page that stands alone: what happened, in figures and in words, and what comes next. */
export function essentials(view: BilanView): Section {
  const { exercice } = view;
  const counts = countsLead(view.campaigns, ({ status }) => isCarriedOut(status));
  const headline = exercice.headline ?? countsSentence(view.campaigns);
  const lead = exercice.headline === null ? figuresLead(view) : rich(withSummary(counts, exercice.summary));
  const [blocks = [], ...shorter] = versions(view);
  return {
    name: 'essentiel',
    title: 'L’essentiel',
    listed: true,
    overline: 'L’essentiel',
    heading: rich(headline),
    lead,
    newPage: true,
    blocks,
    shorter,
  };
}

/** The team's own summary follows the counts while both stay short enough to be read at once. */
function withSummary(counts: string, summary: string | null): string {
  const both = summary === null ? counts : `${counts} ${asSentence(summary)}`;
  return both.length <= LONGEST_LEAD ? both : counts;
}

/** When the counts are the title already, the lead says the figures that count most. */
function figuresLead(view: BilanView): RichText | null {
  const texts = view.keyFigures.slice(0, 2).map((figure) => figure.text);
  return texts.length === 0 ? null : rich(asSentence(joinList(texts)));
}
