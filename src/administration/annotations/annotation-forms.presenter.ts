import type { Annotation } from '../../annotations/annotation.types.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import { PROSE_MAX_LENGTH } from '../../platform/forms/text-fields.schema.js';
import { LABEL_MAX_LENGTH } from './annotations.schema.js';

export const ANNOTATIONS_PATH = '/administration/evenements';
export const annotationPath = (slug: string): string => `${ANNOTATIONS_PATH}/${slug}`;

/** What an event may be about: codes and names. */
export interface AnnotationSubjects {
  indicators: readonly Choice[];
  campaigns: readonly Choice[];
}

const PRECISIONS: readonly Choice[] = [
  { value: 'day', label: 'Au jour' },
  { value: 'month', label: 'Au mois' },
  { value: 'season', label: 'À la saison' },
  { value: 'year', label: 'À l’année' },
];

function fieldsOf(event: Annotation | null, { indicators, campaigns }: AnnotationSubjects): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'label',
      label: 'Libellé',
      hint: 'Quelques mots, par exemple « Premier confinement » : ils s’écrivent sous les courbes.',
      maxLength: LABEL_MAX_LENGTH,
      value: event?.label ?? '',
    },
    {
      kind: 'textarea',
      name: 'text',
      label: 'Explication',
      hint: 'Ce que cela change aux chiffres, en une ou deux phrases.',
      optional: true,
      maxLength: PROSE_MAX_LENGTH,
      value: event?.text ?? '',
    },
    { kind: 'date', name: 'start', label: 'Premier jour', value: event?.start ?? '' },
    {
      kind: 'date',
      name: 'end',
      label: 'Dernier jour',
      hint: 'Vide pour un événement d’un seul jour.',
      optional: true,
      value: event?.end ?? '',
    },
    {
      kind: 'select',
      name: 'precision',
      label: 'Précision',
      hint: 'Au mois, à la saison ou à l’année, n’importe quel jour de celle-ci convient.',
      choices: PRECISIONS,
      value: event?.precision ?? 'day',
    },
    {
      kind: 'select',
      name: 'indicator',
      label: 'Indicateur expliqué',
      choices: [{ value: '', label: 'Tout le programme' }, ...indicators],
      value: event?.indicator ?? '',
    },
    {
      kind: 'select',
      name: 'campaign',
      label: 'Opération',
      choices: [{ value: '', label: 'Aucune en particulier' }, ...campaigns],
      value: event?.campaign ?? '',
    },
    {
      kind: 'checkbox',
      name: 'isPublic',
      label: 'Publier : sur les courbes, dans le tableau de bord et dans les bilans',
      value: event === null || event.isPublic ? 'on' : '',
    },
  ];
}

/** The form of a new event, empty or as it was refused. */
export const newAnnotationForm = (subjects: AnnotationSubjects, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'evenement',
      action: ANNOTATIONS_PATH,
      submit: 'Ajouter l’événement',
      fields: fieldsOf(null, subjects),
    },
    refusal,
  );

/** The form that corrects an event. */
export const annotationForm = (
  event: Annotation,
  subjects: AnnotationSubjects,
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'evenement',
      action: annotationPath(event.slug),
      submit: 'Enregistrer',
      fields: fieldsOf(event, subjects),
    },
    refusal,
  );
