import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import { PROSE_MAX_LENGTH } from '../../platform/forms/text-fields.schema.js';
import type { Exercice, Programme } from '../../programme/programme.types.js';

export const PROGRAMME_PATH = '/administration/programme';
export const exercicePath = (year: number): string => `${PROGRAMME_PATH}/exercices/${year}`;

/** Copil's own accent: what the choice of a colour begins with. */
const COPIL_ACCENT = '#7b1e3b';

/** Who may read the programme's pages, each explained. */
export const VISIBILITY_CHOICES: readonly Choice[] = [
  {
    value: 'public',
    label: 'Tout le monde',
    hint: 'Le tableau de bord, les opérations, les indicateurs et l’API se lisent sans compte. Seuls les chiffres validés y figurent.',
  },
  {
    value: 'members',
    label: 'Les membres seulement',
    hint: 'Il faut un compte, un jeton ou un lien de partage. Les pages légales restent ouvertes, comme la loi le demande.',
  },
];

/** Fields that the assistant asks for as well. */
export const identityFields = (values: Partial<Programme>): FieldSpec[] => [
  {
    kind: 'text',
    name: 'name',
    label: 'Nom du programme',
    hint: 'Comme il s’écrit en haut de chaque page et sur le bilan, par exemple « Oh my Lot ! ».',
    value: values.name ?? '',
  },
  {
    kind: 'text',
    name: 'tagline',
    label: 'Signature',
    hint: 'Suit le nom sur la couverture du bilan, par exemple « marque d’attractivité du Lot ».',
    value: values.tagline ?? '',
  },
  {
    kind: 'text',
    name: 'carriedBy',
    label: 'Porté par',
    hint: 'Qui porte le programme et publie ce site, par exemple « Département du Lot ».',
    maxLength: 500,
    value: values.carriedBy ?? '',
  },
];

/** What the programme says of itself. */
export const descriptionForm = (programme: Programme, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'programme',
      action: PROGRAMME_PATH,
      submit: 'Enregistrer le programme',
      fields: [
        ...identityFields(programme),
        {
          kind: 'textarea',
          name: 'purpose',
          label: 'Objet',
          hint: 'Ce que le programme cherche, par exemple « séduire de nouveaux habitants ».',
          maxLength: PROSE_MAX_LENGTH,
          value: programme.purpose,
        },
        {
          kind: 'radio',
          name: 'visibility',
          label: 'Qui peut lire les pages',
          choices: VISIBILITY_CHOICES,
          value: programme.visibility,
        },
        {
          kind: 'textarea',
          name: 'sourceStatement',
          label: 'Origine des chiffres',
          hint: 'En bas de chaque page et dans « Méthode et sources », mot pour mot.',
          maxLength: PROSE_MAX_LENGTH,
          value: programme.sourceStatement,
        },
        {
          kind: 'text',
          name: 'licence',
          label: 'Licence de réutilisation',
          hint: 'Par exemple « Licence Ouverte 2.0 ».',
          optional: true,
          value: programme.licence ?? '',
        },
      ],
    },
    refusal,
  );

/** The colour of titles, links and buttons. */
export const colourForm = (accent: string | null, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'couleur',
      action: `${PROGRAMME_PATH}/couleur`,
      submit: 'Appliquer la couleur',
      fields: [
        {
          kind: 'colour',
          name: 'accentColour',
          label: 'Couleur du programme',
          hint: 'Pour les titres, les liens et les boutons. Son contraste avec le fond des pages doit être d’au moins 4,5 pour 1 ; un ton plus clair en est tiré pour l’affichage sombre.',
          value: accent ?? COPIL_ACCENT,
        },
      ],
    },
    refusal,
  );

/** The mark beside the programme's name. */
export const logoForm = (refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'logo',
      action: `${PROGRAMME_PATH}/logo`,
      submit: 'Envoyer le logo',
      fields: [
        {
          kind: 'file',
          name: 'logo',
          label: 'Fichier du logo',
          hint: 'Image PNG, JPEG ou WebP de 300 ko au plus. Le SVG n’est pas accepté, car il peut contenir un programme.',
          accept: 'image/png,image/jpeg,image/webp',
        },
      ],
    },
    refusal,
  );

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
          hint: 'En quatre chiffres : l’exercice va du 1er janvier au 31 décembre.',
          maxLength: 4,
          value: String(proposed),
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
