import { capitalise } from '../../kernel/french-text.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import type { Block, Section } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { sheetName, tellingness, type BilanView } from '../bilan-view.rules.js';
import { asSentence, clipped, counted, rich } from '../bilan-words.rules.js';
import { facts, foot, hasResults, next, place, results, story, storyItems } from './sheet-blocks.rules.js';

const LONGEST_TITLE = 80;

/** A name that would fill a quarter of the page goes to the lead, under the short one. */
function titles({ name, shortName, purpose }: BilanCampaign): Pick<Section, 'heading' | 'lead'> {
  const long = name.length > LONGEST_TITLE;
  const lead = [long ? asSentence(clipped(name, 200)) : '', purpose === null ? '' : asSentence(purpose)];
  const said = lead.filter((text) => text !== '').join(' ');
  return { heading: rich(long ? clipped(shortName, 90) : name), lead: said === '' ? null : rich(said) };
}

const figuresOf = (campaign: BilanCampaign, view: BilanView): readonly Figure[] =>
  view.figuresOf.get(campaign.code) ?? [];

/** The sheet of an operation with results: facts beside figures and words. The most telling one shows its place in the year. */
function sheet(campaign: BilanCampaign, view: BilanView, flagship: boolean): Section {
  const right = [...results(figuresOf(campaign, view)), ...story(campaign), ...foot(campaign)];
  return {
    name: sheetName(campaign),
    title: `Fiche : ${clipped(campaign.shortName, 60)}`,
    listed: false,
    overline: 'Fiche opération',
    ...titles(campaign),
    newPage: false,
    blocks: [
      {
        kind: 'columns',
        columns: [
          { span: 4, blocks: [{ kind: 'facts', items: facts(campaign, figuresOf(campaign, view)) }] },
          { span: 8, blocks: right },
        ],
      },
      ...(flagship ? place(campaign, view) : []),
      ...next(campaign, view),
    ],
  };
}

/** A short sheet, half or a third of a page wide. */
function card(campaign: BilanCampaign, view: BilanView): Block[] {
  return [
    { kind: 'heading', level: 2, text: rich(clipped(campaign.shortName, 90)) },
    ...(campaign.purpose === null
      ? []
      : [{ kind: 'paragraph', style: 'body', text: rich(asSentence(campaign.purpose)) } satisfies Block]),
    { kind: 'facts', items: facts(campaign, figuresOf(campaign, view)) },
    ...storyItems(campaign),
    ...next(campaign, view),
    ...foot(campaign),
  ];
}

/** Rows of two or three cards, full whatever their number; a single one has the width. */
function rowSizes(count: number): number[] {
  if (count === 1) return [1];
  const threes = count % 2 === 1 ? 1 : 0;
  return [...Array<number>(threes).fill(3), ...Array<number>((count - threes * 3) / 2).fill(2)];
}

/** Operations without any figure share pages two by two, three when their number is odd. */
function cardsSection(campaigns: readonly BilanCampaign[], view: BilanView, alone: boolean): Section[] {
  if (campaigns.length === 0) return [];
  const count = counted(
    campaigns.length,
    alone ? 'opération menée' : 'autre opération menée',
    alone ? 'opérations menées' : 'autres opérations menées',
    'feminine',
  );
  const rows: Block[] = [];
  let first = 0;
  for (const size of rowSizes(campaigns.length)) {
    const row = campaigns.slice(first, first + size);
    rows.push({
      kind: 'columns',
      columns: row.map((campaign) => ({ span: 12 / size, blocks: card(campaign, view) })),
    });
    first += size;
  }
  return [
    {
      name: 'autres-operations',
      title: alone ? 'Les opérations menées' : 'Les autres opérations menées',
      listed: false,
      overline: 'Fiches opérations',
      heading: capitalise(count),
      lead: `Aucun résultat chiffré n’a été relevé pour ${campaigns.length > 1 ? 'ces opérations' : 'cette opération'}.`,
      newPage: false,
      blocks: rows,
    },
  ];
}

/** Sheets of the operations that were carried out, or of the telling ones when they are many: those with results first. */
export function sheetSections(view: BilanView): Section[] {
  const measured = view.sheets.filter((campaign) => hasResults(figuresOf(campaign, view)));
  const silent = view.sheets.filter((campaign) => !measured.includes(campaign));
  const telling = Math.max(...measured.map((campaign) => tellingness(campaign, figuresOf(campaign, view))));
  const flagship = measured.find((campaign) => tellingness(campaign, figuresOf(campaign, view)) === telling);
  const sections = [
    ...measured.map((campaign) => sheet(campaign, view, campaign === flagship)),
    ...cardsSection(silent, view, measured.length === 0),
  ];
  return sections.map((section, index) =>
    index === 0 ? { ...section, listed: true, contentsTitle: 'Les fiches des opérations' } : section,
  );
}
