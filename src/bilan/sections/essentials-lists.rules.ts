import { statusLabel } from '../../campaigns/campaigns.rules.js';
import { uncapitalise } from '../../figures/chart-parts.rules.js';
import type { Block, RichText } from '../../platform/documents/document.types.js';
import type { BilanCampaign } from '../bilan.types.js';
import { tellingness, type BilanView } from '../bilan-view.rules.js';
import {
  aboutOperation,
  asSentence,
  bold,
  clipped,
  counted,
  placeAndTime,
  rich,
} from '../bilan-words.rules.js';

const LONGEST_WORDS = 90;
/** Operations that are named whatever happens, and those that one reads at a glance. */
const FEWEST_NAMED = 3;
const MOST_NAMED = 9;

/** How many operations the lists name, and of how many the first says a few words. */
export interface ListSize {
  named: number;
  told: number;
}

/** From the fullest lists to the shortest. */
export function listSizes({ carriedOut, heldBack }: BilanView): ListSize[] {
  const most = Math.min(MOST_NAMED, Math.max(carriedOut.length, heldBack.length));
  const sizes: ListSize[] = [];
  for (let named = most; named >= Math.min(FEWEST_NAMED, most); named--) {
    for (let told = Math.min(named, carriedOut.length); told >= 0; told--) sizes.push({ named, told });
  }
  return sizes;
}

const nameAndTime = (campaign: BilanCampaign, year: number): string => {
  const beside = placeAndTime(campaign, year);
  const name = bold(rich(clipped(campaign.shortName, 70)));
  return beside === '' ? name : `${name} (${rich(beside)})`;
};

/** « Portail choisirlelot.fr : l’année avait démarré avec le lancement du portail choisirlelot.fr » tells nothing more. */
function repeatsName(text: string, { shortName }: BilanCampaign): boolean {
  const said = text.toLocaleLowerCase('fr');
  const words = shortName.toLocaleLowerCase('fr').split(/[\s\u00a0\u202f,]+/);
  return words.filter(({ length }) => length > 4).every((word) => said.includes(word));
}

/** What an operation was, in a few words, when it says it so. */
function described(campaign: BilanCampaign): string {
  const said = [campaign.appreciation ?? '', ...campaign.facts].find(
    (text) => text !== '' && text.length <= LONGEST_WORDS && !repeatsName(text, campaign),
  );
  return said === undefined ? '' : aboutOperation(said);
}

/** Names first, then the words that there is room for: judgements before facts. The last item counts the others. */
export function doneItems(view: BilanView, size: ListSize): RichText[] {
  const all = view.carriedOut;
  const kept = size.named >= all.length ? all : telling(view, size.named);
  const told = [...kept]
    .filter((campaign) => described(campaign) !== '')
    .sort(
      (one, other) =>
        Number(one.appreciation === null) - Number(other.appreciation === null) ||
        described(one).length - described(other).length,
    )
    .slice(0, size.told);
  const items = kept.map((campaign) => {
    const name = nameAndTime(campaign, view.year);
    return told.includes(campaign) ? `${name} : ${rich(uncapitalise(described(campaign)))}` : `${name}.`;
  });
  const others = all.length - kept.length;
  if (others > 0)
    items.push(asSentence(`et ${counted(others, 'autre opération', 'autres opérations', 'feminine')}`));
  return items;
}

/** The most telling operations, in the year's order. */
function telling(view: BilanView, count: number): BilanCampaign[] {
  const weight = (campaign: BilanCampaign): number =>
    tellingness(campaign, view.figuresOf.get(campaign.code) ?? []);
  const kept = [...view.carriedOut].sort((one, other) => weight(other) - weight(one)).slice(0, count);
  return view.carriedOut.filter((campaign) => kept.includes(campaign));
}

/** What did not take place as planned, with its reason once when it is the same for all. */
export function heldBackBlocks(view: BilanView, { named }: ListSize): Block[] {
  const { heldBack } = view;
  if (heldBack.length === 0) return [];
  const alike = heldBack.every(({ status }) => status === 'in_question');
  const reasons = [...new Set(heldBack.map(({ statusReason }) => statusReason))];
  const texts = heldBack.map((campaign) => {
    const details = [
      ...(alike ? [] : [uncapitalise(statusLabel(campaign.status))]),
      ...(reasons.length > 1 && campaign.statusReason !== null ? [campaign.statusReason] : []),
    ];
    const name = rich(clipped(campaign.name, 100));
    return details.length === 0 ? `${name}.` : `${name} (${rich(details.join(', '))}).`;
  });
  const items = texts.slice(0, named);
  const others = texts.length - items.length;
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
