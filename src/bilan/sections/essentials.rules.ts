import { countsSentence, isCarriedOut, statusLabel } from '../../campaigns/campaigns.rules.js';
import { uncapitalise } from '../../figures/chart-parts.rules.js';
import { joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import {
  aboutOperation,
  asSentence,
  bold,
  clipped,
  counted,
  countsLead,
  placeAndTime,
  rich,
} from '../bilan-words.rules.js';
import { keyFigureRows } from './key-figures.rules.js';

/** Lines of text that the two lists may take for the page to stand alone, by rows of tiles above them. */
const LINES = [18, 15, 11, 6] as const;
/** Characters of a line in a column of half a page. */
const LINE = 45;
const LONGEST_WORDS = 75;
const LONGEST_LEAD = 230;
const MOST_HELD_BACK = 5;
const MOST_OBJECTIVES = 8;

const lines = (text: string): number => Math.ceil(text.length / LINE);

const nameAndTime = (campaign: BilanCampaign, year: number): string => {
  const beside = placeAndTime(campaign, year);
  const name = bold(rich(clipped(campaign.shortName, 70)));
  return beside === '' ? name : `${name} (${rich(beside)})`;
};

/** What an operation was, in a few words, when it says it so. */
function described(campaign: BilanCampaign): string {
  const said = [campaign.appreciation ?? '', ...campaign.facts].find(
    (text) => text !== '' && text.length <= LONGEST_WORDS,
  );
  return said === undefined ? '' : aboutOperation(said);
}

/** Names first, then the words that fit: judgements before facts. « Et 18 autres opérations » for what does not. */
function doneItems(view: BilanView, room: number): RichText[] {
  const all = view.carriedOut;
  const kept = all.length <= room ? all : view.sheets.slice(0, Math.max(3, room - 1));
  let left = room - kept.length;
  const told = new Map<string, string>();
  const judgedFirst = [...kept].sort(
    (one, other) => Number(one.appreciation === null) - Number(other.appreciation === null),
  );
  for (const campaign of judgedFirst) {
    const words = described(campaign);
    const cost = lines(`${campaign.shortName} (${placeAndTime(campaign, view.year)}) : ${words}`) - 1;
    if (words === '' || cost > left) continue;
    left -= cost;
    told.set(campaign.code, words);
  }
  const items = kept.map((campaign) => {
    const words = told.get(campaign.code);
    const name = nameAndTime(campaign, view.year);
    return words === undefined ? `${name}.` : `${name} : ${rich(uncapitalise(words))}`;
  });
  const others = all.length - kept.length;
  if (others > 0)
    items.push(asSentence(`et ${counted(others, 'autre opération', 'autres opérations', 'feminine')}`));
  return items;
}

/** What did not take place as planned, with its reason once when it is the same for all. */
function heldBackBlocks(view: BilanView): Block[] {
  const { heldBack } = view;
  if (heldBack.length === 0) return [];
  const alike = heldBack.every(({ status }) => status === 'in_question');
  const reasons = [...new Set(heldBack.map(({ statusReason }) => statusReason))];
  const items = heldBack.slice(0, MOST_HELD_BACK).map((campaign) => {
    const details = [
      ...(alike ? [] : [uncapitalise(statusLabel(campaign.status))]),
      ...(reasons.length > 1 && campaign.statusReason !== null ? [campaign.statusReason] : []),
    ];
    const name = rich(clipped(campaign.name, 100));
    return details.length === 0 ? `${name}.` : `${name} (${rich(details.join(', '))}).`;
  });
  const others = heldBack.length - MOST_HELD_BACK;
  if (others > 0) items.push(asSentence(`et ${counted(others, 'autre', 'autres', 'feminine')}`));
  const [reason = null] = reasons;
  const notes = [
    ...(reasons.length === 1 && reason !== null ? [`Motif : ${rich(reason)}.`] : []),
    ...(view.exercice.questionedListIsPartial ? ['Liste non exhaustive.'] : []),
  ];
  return [
    {
      kind: 'heading',
      level: 2,
      text: alike ? 'Ce qui a été remis en question' : 'Ce qui n’a pas eu lieu comme prévu',
    },
    { kind: 'list', ordered: false, items },
    ...(notes.length > 0
      ? [{ kind: 'paragraph', style: 'note', text: notes.join(' ') } satisfies Block]
      : []),
  ];
}

function indicatorsLink(view: BilanView): Block {
  const { length } = view.lines;
  return {
    kind: 'link',
    to: 'indicateurs',
    text: length === 1 ? 'Voir l’indicateur' : `Voir les ${counted(length, 'indicateur', 'indicateurs')}`,
  };
}

/** The two columns: what was carried out, what was not. */
function yearColumns(view: BilanView, tileRows: number): Block[] {
  const room = LINES[Math.min(tileRows, LINES.length - 1)] ?? 5;
  const done = doneItems(view, room);
  const left: Block[] =
    done.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Ce qui a été mené à bien' },
          { kind: 'list', ordered: false, items: done },
        ];
  const right = [...heldBackBlocks(view), ...(view.lines.length > 0 ? [indicatorsLink(view)] : [])];
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

function objectivesStrip(view: BilanView): Block[] {
  const objectives = view.nextObjectives.slice(0, MOST_OBJECTIVES);
  if (objectives.length === 0) return [];
  return [
    {
      kind: 'numbered-cards',
      title: `${view.nextYear} : ${counted(view.nextObjectives.length, 'objectif', 'objectifs')}`,
      items: objectives.map(({ shortText }) => rich(clipped(shortText, 80))),
      columns: objectives.length === 1 ? 1 : objectives.length === 2 ? 2 : 4,
      tone: 'wine',
    },
  ];
}

/** One page that stands alone: what happened, in figures and in words, and what comes next. */
export function essentials(view: BilanView): Section {
  const { exercice, year } = view;
  const rows = keyFigureRows(view);
  const figures: Block[] =
    rows.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Les chiffres clés' },
          { kind: 'key-figures', rows },
        ]
      : [{ kind: 'paragraph', style: 'body', text: `Aucun chiffre n’a encore été validé pour ${year}.` }];
  const counts = countsLead(view.campaigns, ({ status }) => isCarriedOut(status));
  const headline = exercice.headline ?? countsSentence(view.campaigns);
  return {
    name: 'essentiel',
    title: 'L’essentiel',
    listed: true,
    overline: 'L’essentiel',
    heading: rich(headline),
    lead: exercice.headline === null ? figuresLead(view) : rich(withSummary(counts, exercice.summary)),
    newPage: true,
    blocks: [...figures, ...yearColumns(view, rows.length), ...objectivesStrip(view)],
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
