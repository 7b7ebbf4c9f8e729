import { countsSentence, isCarriedOut } from '../../campaigns/campaigns.rules.js';
import { joinList } from '../../kernel/french-text.rules.js';
import type { Block, KeyFigureTile, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, clipped, counted, countsLead, rich } from '../bilan-words.rules.js';
import { cost, doneItems, FEWEST_NAMED, heldBackBlocks } from './essentials-lists.rules.js';
import { roomForLists } from './essentials-room.rules.js';
import { keyFigureRows } from './key-figures.rules.js';

const LONGEST_LEAD = 230;
const MOST_OBJECTIVES = 12;
const TILE_COUNTS = [9, 6, 3] as const;

function indicatorsLink(view: BilanView): Block {
  const { length } = view.lines;
  return {
    kind: 'link',
    to: 'indicateurs',
    text: length === 1 ? 'Voir l’indicateur' : `Voir les ${counted(length, 'indicateur', 'indicateurs')}`,
  };
}

/** The two columns: what was carried out, what was not. */
function yearColumns(view: BilanView, room: number): Block[] {
  const done = doneItems(view, room);
  const left: Block[] =
    done.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Ce qui a été mené à bien' },
          { kind: 'list', ordered: false, items: done },
        ];
  const right = [...heldBackBlocks(view, room), ...(view.lines.length > 0 ? [indicatorsLink(view)] : [])];
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

function objectivesStrip(view: BilanView): Block[] {
  const items = objectiveTexts(view).map(rich);
  if (items.length === 0) return [];
  return [
    {
      kind: 'numbered-cards',
      title: `${view.nextYear} : ${counted(view.nextObjectives.length, 'objectif', 'objectifs')}`,
      items,
      columns: items.length === 1 ? 1 : items.length === 2 ? 2 : 4,
      tone: 'wine',
    },
  ];
}

/** The tiles that leave room for at least a few operations, and that room. */
function fitting(
  view: BilanView,
  headline: string,
  lead: string | null,
): { rows: KeyFigureTile[][]; room: number } {
  const needed = Math.min(FEWEST_NAMED + 1, view.carriedOut.length) * cost('') * 1.5;
  const choices = TILE_COUNTS.map((count) => {
    const rows = keyFigureRows(view, count);
    return { rows, room: roomForLists({ headline, lead, tiles: rows, objectives: objectiveTexts(view) }) };
  });
  return choices.find(({ room }) => room >= needed) ?? (choices.at(-1) as (typeof choices)[number]);
}

/** One page that stands alone: what happened, in figures and in words, and what comes next. */
export function essentials(view: BilanView): Section {
  const { exercice, year } = view;
  const counts = countsLead(view.campaigns, ({ status }) => isCarriedOut(status));
  const headline = exercice.headline ?? countsSentence(view.campaigns);
  const lead = exercice.headline === null ? figuresLead(view) : rich(withSummary(counts, exercice.summary));
  const { rows, room } = fitting(view, headline, lead);
  const figures: Block[] =
    rows.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Les chiffres clés' },
          { kind: 'key-figures', rows },
        ]
      : [{ kind: 'paragraph', style: 'body', text: `Aucun chiffre n’a encore été validé pour ${year}.` }];
  return {
    name: 'essentiel',
    title: 'L’essentiel',
    listed: true,
    overline: 'L’essentiel',
    heading: rich(headline),
    lead,
    newPage: true,
    blocks: [...figures, ...yearColumns(view, room), ...objectivesStrip(view)],
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
