import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type {
  Organisation,
  OrganisationDirectory,
  OrganisationName,
} from '../../programme/programme.types.js';
import { administrationRooms } from '../rooms.rules.js';
import {
  correctedNameForm,
  detailsForm,
  kindWords,
  mergeForm,
  newNameForm,
  newOrganisationForm,
  organisationPath,
  ORGANISATIONS_PATH,
} from './organisation-forms.presenter.js';
import type { NameView, OrganisationsView, OrganisationView } from './organisations.types.js';

const NOTICES = new Map([
  ['creation', 'L’organisation est créée.'],
  ['description', 'L’organisation est enregistrée.'],
  ['nom', 'Le nom est enregistré.'],
  ['fusion', 'Les deux organisations sont réunies ; les personnes ont été rattachées.'],
  ['separation', 'La réunion est annulée ; les personnes restent où elles sont.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** Which form of an organisation's page was refused; a name's own is its place. */
export type OrganisationFormId = 'details' | 'new-name' | 'merge' | number;

interface Shown {
  directory: OrganisationDirectory;
  today: IsoDate;
  /** How many people belong to each code. */
  people: ReadonlyMap<string, number>;
  notice: string | null;
}

const peopleWords = (count: number): string =>
  count === 0 ? 'aucune personne' : count === 1 ? '1 personne' : `${formatNumber(count)} personnes`;

function mergedWords({ mergedInto, mergedOn }: Organisation, { directory, today }: Shown): string | null {
  if (mergedInto === null) return null;
  const day = mergedOn ?? today;
  return `Réunie à ${directory.nameAt(mergedInto, day).name} le ${formatDate(day)}`;
}

/** The list of bodies, and the form of a new one. */
export function organisationsPage(shown: Shown, refusal: Refusal | null): PageBody<OrganisationsView> {
  const { directory, today, people, notice } = shown;
  return {
    title: 'Organisations',
    description: 'Les partenaires du programme, leurs noms et leurs réunions.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('organisations'),
      notice,
      rows: directory.all.map((organisation) => ({
        code: organisation.code,
        name: directory.nameAt(organisation.code, today).name,
        href: organisationPath(organisation.code),
        kind: kindWords(organisation.kind),
        people: peopleWords(people.get(organisation.code) ?? 0),
        merged: mergedWords(organisation, shown),
      })),
      form: newOrganisationForm(refusal),
    },
  };
}

/** The page of one body. */
export function organisationPage(
  organisation: Organisation,
  shown: Shown,
  refused: { form: OrganisationFormId; refusal: Refusal } | null,
): PageBody<OrganisationView> {
  const { directory, today, people, notice } = shown;
  const { code } = organisation;
  const { name } = directory.nameAt(code, today);
  const refusalOf = (form: OrganisationFormId): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  return {
    title: `Organisation ${code}`,
    description: `Les noms et le rôle de l’organisation ${code}.`,
    section: 'administration',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      rooms: administrationRooms('organisations'),
      notice,
      code,
      name,
      back: ORGANISATIONS_PATH,
      people: peopleWords(people.get(code) ?? 0),
      details: detailsForm(organisation, refusalOf('details')),
      names: organisation.names.map((borne, place) => nameView(code, borne, place, refusalOf(place))),
      newName: newNameForm(code, refusalOf('new-name')),
      merge: mergeView(organisation, shown, refusalOf('merge')),
      absorbed: directory.all
        .filter(({ mergedInto }) => mergedInto === code)
        .map((one) => ({
          label: directory.nameAt(one.code, today).name,
          href: organisationPath(one.code),
        })),
    },
  };
}

const nameView = (
  code: string,
  name: OrganisationName,
  place: number,
  refusal: Refusal | null,
): NameView => ({
  name: name.name,
  days: daysWords(name),
  form: correctedNameForm(code, place, name, refusal),
  isOpen: refusal !== null,
});

function daysWords({ validFrom, validTo }: OrganisationName): string {
  if (validFrom === null && validTo === null) return 'de tout temps';
  if (validFrom === null) return `jusqu’au ${formatDate(validTo ?? '')}`;
  return validTo === null
    ? `depuis le ${formatDate(validFrom)}`
    : `du ${formatDate(validFrom)} au ${formatDate(validTo)}`;
}

function mergeView(
  organisation: Organisation,
  shown: Shown,
  refusal: Refusal | null,
): OrganisationView['merge'] {
  const { directory, today } = shown;
  const words = mergedWords(organisation, shown);
  if (words !== null) {
    const action = `${organisationPath(organisation.code)}/fusion/annulation`;
    return { kind: 'merged', sentence: `${words}.`, action };
  }
  const choices = directory.all
    .filter(({ id, mergedInto }) => id !== organisation.id && mergedInto === null)
    .map(({ code }) => ({ value: code, label: `${directory.nameAt(code, today).name} (${code})` }));
  if (choices.length === 0) return { kind: 'alone' };
  return { kind: 'open', form: mergeForm(organisation.code, choices, today, refusal) };
}
