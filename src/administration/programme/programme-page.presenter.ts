import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { momentText } from '../../platform/clock/paris-time.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Identity } from '../../programme/identity/identity.service.js';
import type { Exercice, ExerciceReopening, Programme } from '../../programme/programme.types.js';
import { administrationRooms } from '../rooms.rules.js';
import { exerciceForm, exercicePath, newExerciceForm, reopeningForm } from './exercice-forms.presenter.js';
import { colourForm, descriptionForm, logoForm, PROGRAMME_PATH } from './programme-forms.presenter.js';
import type { ExerciceRoomView, ExerciceRowView, ProgrammeRoomView } from './programme-page.types.js';

const STATES: Readonly<Record<Exercice['state'], ExerciceRowView['state']>> = {
  open: { label: 'Ouvert', tone: 'good' },
  closed: { label: 'Clos', tone: 'calm' },
  sealed: { label: 'Scellé', tone: 'watch' },
};

const NOTICES = new Map([
  ['installe', 'Le programme est installé : complétez-le ici, puis invitez les personnes.'],
  ['programme', 'Le programme est enregistré.'],
  ['couleur', 'La couleur est appliquée à toutes les pages.'],
  ['couleur-origine', 'Les pages ont retrouvé les couleurs d’origine.'],
  ['logo', 'Le logo est en place.'],
  ['logo-retire', 'Le logo est retiré.'],
  ['exercice', 'L’exercice est enregistré.'],
  ['exercice-rouvert', 'L’exercice est rouvert : ses chiffres changent à nouveau.'],
  ['exercice-ajoute', 'L’exercice est ajouté, ouvert.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** Which of the page's forms was refused. */
export type ProgrammeFormId = 'description' | 'colour' | 'logo' | 'exercice';

export interface ProgrammeRoomInput {
  programme: Programme;
  accent: string | null;
  identity: Identity;
  exercices: readonly Exercice[];
  /** Proposed for the next exercice when there is none yet. */
  thisYear: number;
  notice: string | null;
  refused: { form: ProgrammeFormId; refusal: Refusal } | null;
}

/** The room of the programme, with what to correct in the form that was refused. */
export function programmeRoom(input: ProgrammeRoomInput): PageBody<ProgrammeRoomView> {
  const { programme, accent, identity, exercices, thisYear, notice, refused } = input;
  const refusalOf = (form: ProgrammeFormId): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  const next = Math.max(thisYear - 1, ...exercices.map(({ year }) => year)) + 1;
  const { logo } = identity;
  return {
    title: 'Régler le programme',
    description: 'Le nom, la visibilité, les couleurs, le logo et les exercices du programme.',
    section: 'administration',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      rooms: administrationRooms('programme'),
      notice,
      description: descriptionForm(programme, refusalOf('description')),
      colour: {
        form: colourForm(accent, refusalOf('colour')),
        reset: accent === null ? null : `${PROGRAMME_PATH}/couleur/origine`,
      },
      logo: {
        form: logoForm(refusalOf('logo')),
        present: logo === null ? null : { src: logo, remove: `${PROGRAMME_PATH}/logo/retrait` },
      },
      exercices: {
        rows: exercices.toReversed().map(exerciceRow),
        form: newExerciceForm(next, refusalOf('exercice')),
      },
    },
  };
}

/** The page of one year. */
export function exerciceRoom(
  exercice: Exercice,
  reopenings: readonly (ExerciceReopening & { author: string })[],
  notice: string | null,
  refusal: Refusal | null,
): PageBody<ExerciceRoomView> {
  const { year, state, headline, summary } = exercice;
  return {
    title: `Exercice ${year}`,
    description: `Le titre, le résumé et la clôture de l’exercice ${year}.`,
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('programme'),
      notice,
      year: String(year),
      back: PROGRAMME_PATH,
      state: STATES[state],
      form: state === 'sealed' ? null : exerciceForm(exercice, refusal),
      facts: [
        { label: 'Titre de l’année', value: headline ?? 'aucun' },
        { label: 'Résumé', value: summary ?? 'aucun' },
        { label: 'Clôture', value: closingWords(exercice) },
      ],
      reopening: state === 'sealed' ? reopeningForm(exercice, refusal) : null,
      reopenings: reopenings.map(({ recordedAt, author, reason }) => ({
        recorded: sentence`Rouvert le ${momentText(recordedAt)} par ${author}`,
        reason: typographic(reason),
      })),
    },
  };
}

const exerciceRow = (exercice: Exercice): ExerciceRowView => ({
  year: String(exercice.year),
  href: exercicePath(exercice.year),
  state: STATES[exercice.state],
  closing: closingWords(exercice),
  headline: exercice.headline ?? '',
});

const closingWords = ({ closingDate }: Exercice): string =>
  closingDate === null ? 'Les chiffres arrivent encore' : `Arrêté au ${formatDate(closingDate)}`;
