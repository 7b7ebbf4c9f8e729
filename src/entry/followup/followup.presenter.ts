import type { Person } from '../../accounts/people/person.types.js';
import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import {
  capitalise,
  compareFrench,
  countWords,
  joinList,
  sentence,
  typographic,
} from '../../kernel/french-text.rules.js';
import { failureWords } from '../../platform/mail/mail.rules.js';
import { momentText } from '../../platform/clock/paris-time.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import type { SliceNames } from '../plan/slice-names.service.js';
import type { RecallOutcome, TriedReminder } from '../reminders/reminder.types.js';
import { peopleOf, peopleOwing } from '../reminders/reminder-people.rules.js';
import { isOwed, readinessWords } from './readiness.rules.js';
import type { OwnedReadiness } from './readiness.service.js';
import type { OwedFigure, OwnerKey, Readiness, Standing } from './readiness.types.js';
import type { FollowUpView, OwedRowView, OwnerRowView, RemindedPersonView } from './followup.types.js';

export const FOLLOW_UP_PATH = '/saisie/suivi';
const MOST_ROWS = 300;

/** What the page is made of. */
export interface FollowUpInput {
  /** « septembre 2020 », « exercice 2020 ». */
  label: string;
  readiness: OwnedReadiness;
  names: SliceNames;
  people: readonly Person[];
  /** What became of the reminders of the month, by person; null in an exercice. */
  tried: ReadonlyMap<number, TriedReminder> | null;
  /** Reminders of the month that did not leave are tried again by themselves. */
  isTriedAgain: boolean;
  /** `2020-09`; null in an exercice. */
  month: string | null;
  areSent: boolean;
  links: PageLink[];
  notice: string | null;
}

const STATES: Readonly<Record<Standing, OwedRowView['state']>> = {
  missing: { label: 'Attendu', tone: 'calm' },
  draft: { label: 'Brouillon', tone: 'watch' },
  submitted: { label: 'À valider', tone: 'calm' },
  returned: { label: 'À corriger', tone: 'watch' },
  validated: { label: 'Validé', tone: 'good' },
};
const NOTICES = new Map([
  ['rappel', 'Le rappel est parti.'],
  [
    'sans-rappel',
    'Aucun rappel n’est parti : cette personne ne doit rien, n’en veut pas, ou en a eu un aujourd’hui.',
  ],
  ['echec', 'Le rappel n’est pas parti : la raison est à côté du nom.'],
]);

/** How a redirection says what came of a reminder. */
export const doneWord = (came: RecallOutcome): string =>
  came === 'sent' ? 'rappel' : came === 'nothing' ? 'sans-rappel' : 'echec';

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** Who owes what by when. */
export function followUpPage(input: FollowUpInput): PageBody<FollowUpView> {
  const { readiness, label, month, links, notice } = input;
  const owed = readiness.figures.filter(isOwed).toSorted(byUrgency);
  const hidden = owed.length - MOST_ROWS;
  return {
    title: sentence`Suivi, ${label}`,
    description: 'Qui doit quels chiffres, pour quand, et ce qui manque encore.',
    section: 'entry',
    updated: null,
    content: {
      heading: sentence`Suivi, ${label}`,
      summary: capitalise(`${readinessWords(readiness.whole)}.`),
      percent: readiness.whole.percent,
      notice,
      unsent: unsentWords(input),
      links,
      owners: [...readiness.byOwner]
        .map(([owner, own]) => ownerRow(owner, own, input))
        .sort((one, other) => one.percent - other.percent || compareFrench(one.name, other.name)),
      owed: owed.slice(0, MOST_ROWS).map((figure) => owedRow(figure, input)),
      nothingOwed: nothingOwedWords(readiness, input),
      more: hidden > 0 ? sentence`Et ${formatNumber(hidden)} de plus : ouvrez un mois.` : '',
      month: input.areSent ? month : null,
    },
  };
}

/** « Deux rappels ne sont pas partis : Paul Roux et Anne Faure. »; null when none failed, or nothing is owed any more. */
function unsentWords({ readiness, people, tried, isTriedAgain }: FollowUpInput): string | null {
  const owing = peopleOwing(readiness.figures.filter(isOwed), people).map(({ person }) => person);
  const missed = owing.filter(({ id }) => (tried?.get(id)?.failure ?? null) !== null);
  if (missed.length === 0) return null;
  const count = capitalise(countWords(missed.length));
  const words = missed.length === 1 ? 'rappel n’est pas parti' : 'rappels ne sont pas partis';
  const again = isTriedAgain
    ? 'Un nouvel essai suit chaque jour ; « Rappeler » essaie tout de suite.'
    : '« Rappeler » essaie de nouveau.';
  return sentence`${count} ${words} : ${joinList(missed.map(({ name }) => name))}. ${typographic(again)}`;
}

/** A year is looked at as far as it is over: nothing is said of the rest of it. */
function nothingOwedWords({ whole }: OwnedReadiness, { month, label }: FollowUpInput): string {
  if (whole.percent !== null) return 'Tout ce qui était attendu est donné.';
  return month === null
    ? sentence`Aucun chiffre n’était attendu jusqu’ici pour l’${label}.`
    : sentence`Aucun chiffre n’est attendu pour ${label}.`;
}

const byUrgency = (one: OwedFigure, other: OwedFigure): number =>
  Number(other.isLate) - Number(one.isLate) ||
  (one.row.due === other.row.due ? 0 : one.row.due < other.row.due ? -1 : 1);

function ownerName(owner: OwnerKey, { people, names }: FollowUpInput): string {
  const [kind = '', ...rest] = owner.split(':');
  const named = rest.join(':');
  if (kind === 'organisation') return names.organisation(named);
  if (kind !== 'person') return 'L’équipe';
  return people.find(({ id }) => String(id) === named)?.name ?? FORMER_USER;
}

function ownerRow(owner: OwnerKey, readiness: Readiness, input: FollowUpInput): OwnerRowView {
  const { month, readiness: all } = input;
  const owes = all.figures.some((figure) => figure.owner === owner && isOwed(figure));
  const [kind = '', ...rest] = owner.split(':');
  const organisation = encodeURIComponent(rest.join(':'));
  return {
    name: ownerName(owner, input),
    words: capitalise(readinessWords(readiness)),
    percent: readiness.percent ?? 0,
    people: owes && month !== null ? peopleOf(owner, input.people).map((one) => reminded(one, input)) : [],
    coupon:
      owes && month !== null && kind === 'organisation'
        ? `/saisie/coupons?mois=${month}&organisation=${organisation}`
        : null,
  };
}

function reminded({ id, name, reminders }: Person, { tried, areSent }: FollowUpInput): RemindedPersonView {
  const last = tried?.get(id);
  const told = reminders
    ? last === undefined
      ? ''
      : last.failure === null
        ? `Rappel envoyé le ${momentText(last.at)}`
        : sentence`Rappel non parti le ${momentText(last.at)} : ${failureWords(last.failure)}`
    : 'Ne souhaite pas de rappel';
  return { id, name, told, canRemind: reminders && areSent };
}

function owedRow(figure: OwedFigure, input: FollowUpInput): OwedRowView {
  const { row, period, standing, isLate } = figure;
  const { label, tone } = STATES[standing];
  return {
    indicator: input.names.title(row),
    about: input.names.about(row),
    period: input.month === null ? period.label : '',
    owner: ownerName(figure.owner, input),
    due: formatDate(row.due),
    state: isLate
      ? { label: standing === 'missing' ? 'En retard' : `${label}, en retard`, tone: 'late' }
      : { label, tone },
    href: `/saisie/${period.name}`,
  };
}
