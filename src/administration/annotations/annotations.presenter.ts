import type { PersonIdentity } from '../../accounts/account.types.js';
import type { Annotation } from '../../annotations/annotation.types.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import {
  annotationForm,
  annotationPath,
  ANNOTATIONS_PATH,
  newAnnotationForm,
  type AnnotationSubjects,
} from './annotation-forms.presenter.js';
import type { AnnotationRowView, AnnotationsView, AnnotationView } from './annotations.types.js';

const NOTICES = new Map([
  ['ajout', 'L’événement est ajouté : les courbes et les bilans le montrent.'],
  ['modification', 'L’événement est enregistré.'],
  ['retrait', 'L’événement est retiré ; le journal garde ce qu’il disait.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

interface Shown {
  reader: Pick<PersonIdentity, 'role'>;
  subjects: AnnotationSubjects;
  refusal: Refusal | null;
}

function rowOf(event: Annotation, { indicators, campaigns }: AnnotationSubjects): AnnotationRowView {
  const nameOf = (choices: AnnotationSubjects['indicators'], code: string | null): string[] =>
    choices.filter(({ value }) => value === code).map(({ label }) => label);
  const about = [...nameOf(indicators, event.indicator), ...nameOf(campaigns, event.campaign)];
  return {
    label: event.label,
    href: annotationPath(event.slug),
    when: capitalise(event.periodText),
    about: about.length === 0 ? 'Tout le programme' : about.join(', '),
    text: event.text,
    state: event.isPublic ? { label: 'Publié', tone: 'good' } : { label: 'Interne', tone: 'calm' },
  };
}

/** The list of events, latest first, and the form of a new one. */
export function annotationsPage(
  events: readonly Annotation[],
  { reader, subjects, refusal }: Shown,
  notice: string | null,
): PageBody<AnnotationsView> {
  return {
    title: 'Événements',
    description: 'Les événements datés qui expliquent des chiffres.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('annotations', reader.role),
      notice,
      rows: [...events].reverse().map((event) => rowOf(event, subjects)),
      form: newAnnotationForm(subjects, refusal),
    },
  };
}

/** The page of one event. */
export function annotationPage(
  event: Annotation,
  { reader, subjects, refusal }: Shown,
): PageBody<AnnotationView> {
  return {
    title: typographic(`Événement : ${event.label}`),
    description: 'Corriger ou retirer un événement daté.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('annotations', reader.role),
      label: event.label,
      when: capitalise(event.periodText),
      back: ANNOTATIONS_PATH,
      form: annotationForm(event, subjects, refusal),
      removal: {
        action: `${annotationPath(event.slug)}/retrait`,
        sentence: sentence`« ${event.label} » disparaît des courbes, du tableau de bord et des prochains bilans. Le journal garde ce qu’il disait.`,
      },
    },
  };
}
