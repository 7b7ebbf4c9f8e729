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
import { LIST_CHARACTERS, LIST_GAP, LIST_LINE, linesOf } from './essentials-room.rules.js';

const LONGEST_WORDS = 75;
/** Operations that are named whatever happens; tiles leave first. */
export const FEWEST_NAMED = 3;
/** Points of the note and the link under the list of what was held back. */
const NOTE_AND_LINK = 48;

/** Points that an item of the lists takes. */
export const cost = (text: string): number => linesOf(text, LIST_CHARACTERS) * LIST_LINE + LIST_GAP;

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

/** As many items as fit, the last one counting the others: « et 18 autres opérations ». */
function howMany(texts: readonly string[], room: number): number {
  let used = 0;
  const fitting = texts.findIndex((text, index) => {
    used += cost(text);
    return used + (index < texts.length - 1 ? cost('') : 0) > room;
  });
  return fitting === -1 ? texts.length : Math.max(FEWEST_NAMED, fitting);
}

/** Names first, then the words that fit: judgements before facts. */
export function doneItems(view: BilanView, room: number): RichText[] {
  const all = view.carriedOut;
  const named = (campaign: BilanCampaign): string =>
    `${clipped(campaign.shortName, 70)} (${placeAndTime(campaign, view.year)}).`;
  const count = howMany(all.map(named), room);
  const kept = count >= all.length ? all : telling(view, count);
  let left =
    room -
    kept.reduce((sum, campaign) => sum + cost(named(campaign)), 0) -
    (kept.length < all.length ? cost('') : 0);
  const told = new Map<string, string>();
  const judgedFirst = [...kept].sort(
    (one, other) => Number(one.appreciation === null) - Number(other.appreciation === null),
  );
  for (const campaign of judgedFirst) {
    const words = described(campaign);
    const more = cost(`${named(campaign)} : ${words}`) - cost(named(campaign));
    if (words === '' || more > left) continue;
    left -= more;
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

/** The most telling operations, in the year's order. */
function telling(view: BilanView, count: number): BilanCampaign[] {
  const weight = (campaign: BilanCampaign): number =>
    tellingness(campaign, view.figuresOf.get(campaign.code) ?? []);
  const kept = [...view.carriedOut].sort((one, other) => weight(other) - weight(one)).slice(0, count);
  return view.carriedOut.filter((campaign) => kept.includes(campaign));
}

/** What did not take place as planned, with its reason once when it is the same for all. */
export function heldBackBlocks(view: BilanView, room: number): Block[] {
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
  const items = texts.slice(0, howMany(texts, room - NOTE_AND_LINK));
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
