import { exerciceLabel } from '../../programme/exercice.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { capitalise } from '../../kernel/french-text.rules.js';
import type { Cover } from '../../platform/documents/document.types.js';
import type { BilanData } from '../bilan.types.js';
import { clipped, rich } from '../bilan-words.rules.js';

const MOST_MEMBERS = 14;

/** « le Département » as an item of a list: « Département ». */
const withoutArticle = (name: string): string => name.replace(/^(?:les?|la)\s|^l[’']/i, '');

/** « Département, État, communautés de communes… »: the composition on the day of the session. */
function membersSentence(data: BilanData): string {
  const names = data.members.map((member) => withoutArticle(member.nameInSentence));
  if (names.length === 0) return rich(capitalise(data.programme.carriedBy));
  const shown = names.slice(0, MOST_MEMBERS).join(', ');
  const others = names.length - MOST_MEMBERS;
  return rich(capitalise(others > 0 ? `${shown} et ${others} autres membres` : shown));
}

/** Closed figures have a day; open ones say until when they are known. */
export function closingSentence({
  exercice,
  lastChange,
}: Pick<BilanData, 'exercice' | 'lastChange'>): string {
  if (exercice.closingDate !== null) return `Chiffres arrêtés au ${formatDate(exercice.closingDate)}`;
  return `Chiffres provisoires, dans leur état du ${formatDate(lastChange.slice(0, 10))}`;
}

/** The cover of a draft. */
export function cover(data: BilanData): Cover {
  const { programme, meeting } = data;
  const label = exerciceLabel(data.period);
  return {
    overline: meeting === null ? `Exercice ${label}` : `Comité de pilotage du ${formatDate(meeting.date)}`,
    title: `Bilan ${label}`,
    subtitle: rich(`« ${programme.name} », ${clipped(programme.tagline, 120)}`),
    members: membersSentence(data),
    closing: closingSentence(data),
    stamp: 'Brouillon',
  };
}
