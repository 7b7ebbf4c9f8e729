import type { Person } from '../../accounts/people/person.types.js';
import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import type { CollectionFrequency, CollectionLine } from '../../entry/plan/collection-line.types.js';
import type { SliceNames } from '../../entry/plan/slice-names.service.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { capitalise, sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { CollectionRowView } from './collection.types.js';

export const COLLECTION_PATH = '/administration/collecte';

export const FREQUENCIES: Readonly<Record<CollectionFrequency, string>> = {
  day: 'Chaque jour',
  month: 'Chaque mois',
  quarter: 'Chaque trimestre',
  year: 'Chaque exercice',
};

const NOTICES = new Map([
  ['ajout', 'Ce chiffre est attendu : il apparaît dans la grille de saisie.'],
  ['modification', 'La ligne est modifiée.'],
  ['retrait', 'La ligne est retirée ; ce qui a été donné reste.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** What the words of a line are made of. */
export interface LineWords {
  names: SliceNames;
  people: readonly Person[];
}

/** One line of the list. */
export function lineRow(line: CollectionLine, { names, people }: LineWords): CollectionRowView {
  return {
    indicator: names.title(line),
    href: `${COLLECTION_PATH}/${line.id}`,
    about: names.about(line),
    owner: ownerWords(line, { names, people }),
    frequency: FREQUENCIES[line.frequency],
    days: daysWords(line),
    due: dueWords(line.dueDays ?? names.indicator(line.indicator)?.dueDays ?? 0),
  };
}

/** Whether nothing more is awaited of a line. */
export const hasEnded = ({ endsOn }: CollectionLine, today: IsoDate): boolean =>
  endsOn !== null && endsOn < today;

function ownerWords({ ownerId, organisation }: CollectionLine, { names, people }: LineWords): string {
  const body = organisation === null ? null : names.organisation(organisation);
  if (ownerId === null) return body ?? 'L’équipe';
  const person = people.find(({ id }) => id === ownerId)?.name ?? FORMER_USER;
  return body === null ? person : `${person}, ${body}`;
}

function daysWords({ startsOn, endsOn }: CollectionLine): string {
  const from = startsOn === null ? '' : sentence`du ${formatDate(startsOn)}`;
  const until = endsOn === null ? '' : sentence`au ${formatDate(endsOn)}`;
  if (from === '') return until === '' ? '' : capitalise(`jusqu’${until}`);
  return until === '' ? `Depuis le ${from.slice(3)}` : capitalise(`${from} ${until}`);
}

/** « le dernier jour », « 10 jours après ». */
function dueWords(days: number): string {
  if (days === 0) return 'Le dernier jour de la période';
  return sentence`${formatNumber(days)} jour${days > 1 ? 's' : ''} après la fin de la période`;
}
