import type { Modality } from '../../committee/committee.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Block, RichText, Section } from '../../platform/documents/document.types.js';
import type { BilanData } from '../bilan.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, bold, rich } from '../bilan-words.rules.js';

/** More bodies than this are read better in two columns. */
const ONE_COLUMN = 6;

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

function composition(view: BilanView): Block[] {
  const items = view.members.map(memberItem);
  const half = Math.ceil(items.length / 2);
  const list = (some: RichText[]): Block => ({ kind: 'list', ordered: false, items: some });
  const broad = view.members.some(({ people }) => people.length > 3);
  if (items.length <= ONE_COLUMN || (broad && items.length < 20)) return [list(items)];
  return [
    {
      kind: 'columns',
      columns: [
        { span: 6, blocks: [list(items.slice(0, half))] },
        { span: 6, blocks: [list(items.slice(half))] },
      ],
    },
  ];
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
    heading: capitalise('Le comité de pilotage'),
    lead: sentence,
    newPage: false,
    blocks: composition(view),
  };
}
