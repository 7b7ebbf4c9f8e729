import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import { PROSE_MAX_LENGTH } from '../../platform/forms/text-fields.schema.js';
import type { Programme } from '../../programme/programme.types.js';

export const PROGRAMME_PATH = '/administration/programme';

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
