import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import { PROSE_MAX_LENGTH } from '../../platform/forms/text-fields.schema.js';
import type { Exercice } from '../../programme/programme.types.js';
import { PROGRAMME_PATH } from './programme-forms.presenter.js';

export const exercicePath = (year: number): string => `${PROGRAMME_PATH}/exercices/${year}`;

/** A year to add. @param proposed the one that most likely comes next. */
export const newExerciceForm = (proposed: number, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'exercice',
      action: `${PROGRAMME_PATH}/exercices`,
      submit: 'Ajouter l’exercice',
      fields: [
        {
          kind: 'text',
          name: 'year',
          label: 'Année',
          hint: 'En quatre chiffres : l’exercice va du 1er janvier au 31 décembre, à moins que sa page ne dise d’autres dates.',
          maxLength: 4,
          value: String(proposed),
        },
      ],
    },
    refusal,
  );

/** Lets a sealed year change again, and why. */
export const reopeningForm = ({ year }: Exercice, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'reouverture',
      action: `${exercicePath(year)}/reouverture`,
      submit: 'Rouvrir l’exercice',
      tone: 'danger',
      fields: [
        {
          kind: 'radio',
          name: 'state',
          label: 'Après la réouverture',
          choices: [
            { value: 'closed', label: 'Clos', hint: 'Les chiffres se corrigent ; la date de clôture reste.' },
            { value: 'open', label: 'Ouvert', hint: 'Des chiffres arrivent encore.' },
          ],
          value: 'closed',
        },
        {
          kind: 'textarea',
          name: 'reason',
          label: 'Motif',
          hint: 'Pourquoi des chiffres arrêtés doivent changer. Il reste avec l’exercice ; le bilan déjà publié ne change pas.',
          maxLength: 2_000,
        },
      ],
    },
    refusal,
  );

/** What the team says of a year. */
export const exerciceForm = (exercice: Exercice, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'exercice',
      action: exercicePath(exercice.year),
      submit: 'Enregistrer l’exercice',
      fields: [
        {
          kind: 'text',
          name: 'headline',
          label: 'Titre de l’année',
          hint: 'Le message de l’année, par exemple « Les partenaires plus que jamais mobilisés ».',
          optional: true,
          value: exercice.headline ?? '',
        },
        {
          kind: 'textarea',
          name: 'summary',
          label: 'Résumé',
          hint: 'Deux ou trois phrases, en tête du tableau de bord et du bilan.',
          optional: true,
          maxLength: PROSE_MAX_LENGTH,
          value: exercice.summary ?? '',
        },
        {
          kind: 'date',
          name: 'startDate',
          label: 'Premier jour',
          hint: 'Laissez les deux dates vides pour l’année civile, du 1er janvier au 31 décembre.',
          optional: true,
          value: exercice.startDate ?? '',
        },
        {
          kind: 'date',
          name: 'endDate',
          label: 'Dernier jour',
          hint: 'Un relevé appartient à l’exercice où sa période se termine.',
          optional: true,
          value: exercice.endDate ?? '',
        },
        {
          kind: 'radio',
          name: 'state',
          label: 'État',
          choices: [
            { value: 'open', label: 'Ouvert', hint: 'Les chiffres arrivent encore.' },
            { value: 'closed', label: 'Clos', hint: 'Les chiffres sont arrêtés à la date ci-dessous.' },
          ],
          value: exercice.state,
        },
        {
          kind: 'date',
          name: 'closingDate',
          label: 'Date de clôture',
          hint: 'Le jour où les chiffres ont été arrêtés ; laissez vide tant que l’exercice est ouvert.',
          optional: true,
          value: exercice.closingDate ?? '',
        },
        {
          kind: 'checkbox',
          name: 'questionedListIsPartial',
          label: 'La liste des opérations remises en question n’est pas complète : écrire « notamment »',
          value: exercice.questionedListIsPartial ? 'on' : '',
        },
      ],
    },
    refusal,
  );
