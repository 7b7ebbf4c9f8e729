import type { Modality } from '../../committee/committee.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanData } from '../bilan.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, bold, rich } from '../bilan-words.rules.js';

/** More bodies than this are read better in two columns. */
const ONE_COLUMN = 7;

const MODALITIES: Record<Modality, string> = {
  remote: ' en visioconférence',
  in_person: '',
  mixed: ' en présence et en visioconférence',
};

/** « RAYNAL » as names are printed: « Florence Raynal ». */
function asName(person: string): string {
  return person.replace(
    /(?<=^|[\s’'-])\p{Lu}{2,}(?=$|[\s’'-])/gu,
    (word) => word.charAt(0) + word.slice(1).toLocaleLowerCase('fr'),
  );
}

function memberItem({ name, people }: BilanData['members'][number]): RichText {
  if (people.length === 0) return rich(name);
  return `${bold(rich(name))} : ${rich(joinList(people.map(asName)))}.`;
}

/** « Réuni en visioconférence le mercredi 16 décembre 2020 pour dresser le bilan 2020. » */
function meetingSentence({ meeting }: BilanView): RichText | null {
  if (meeting === null) return null;
  const place = meeting.place === null ? '' : ` à ${meeting.place}`;
  const purpose = meeting.purpose.trim() === '' ? '' : ` pour ${meeting.purpose.trim()}`;
  const day = formatDate(meeting.date, { weekday: true, rich: true });
  return asSentence(`réuni${MODALITIES[meeting.modality]} le ${day}${rich(place)}${rich(purpose)}`);
}

/** Bodies in two columns when they are many, then those whose people are named, over the whole width. */
function composition(view: BilanView): Block[] {
  const list = (members: BilanData['members']): Block[] =>
    members.length === 0 ? [] : [{ kind: 'list', ordered: false, items: members.map(memberItem) }];
  if (view.members.length <= ONE_COLUMN) return list(view.members);
  const bodies = view.members.filter(({ people }) => people.length === 0);
  const named = view.members.filter(({ people }) => people.length > 0);
  const half = Math.ceil(bodies.length / 2);
  const columns: Block = {
    kind: 'columns',
    columns: [
      { span: 6, blocks: list(bodies.slice(0, half)) },
      { span: 6, blocks: list(bodies.slice(half)) },
    ],
  };
  return [...(bodies.length === 0 ? [] : [columns]), ...list(named)];
}

/** Who steers the programme, and when they met. Null when neither is known. */
export function committeeSection(view: BilanView): Section | null {
  const sentence = meetingSentence(view);
  if (view.members.length === 0 && sentence === null) return null;
  return {
    name: 'comite',
    title: 'Le comité',
    listed: true,
    overline: 'Le comité',
    heading: 'Le comité de pilotage',
    lead: sentence,
    newPage: false,
    blocks: composition(view),
  };
}
