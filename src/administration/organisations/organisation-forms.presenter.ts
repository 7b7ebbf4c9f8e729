import { slug } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { Organisation, OrganisationName } from '../../programme/programme.types.js';

export const ORGANISATIONS_PATH = '/administration/organisations';
export const organisationPath = (code: string): string => `${ORGANISATIONS_PATH}/${slug(code)}`;

const KINDS: Readonly<Record<string, string>> = {
  collectivite: 'Collectivité',
  etat: 'Service de l’État',
  organisme: 'Organisme public ou consulaire',
  association: 'Association',
  entreprise: 'Entreprise',
  media: 'Média',
  groupe: 'Groupe, réseau ou collège',
  autre: 'Autre',
};

/** The kind of a body in French; data sets may bring others, shown as they are written. */
export const kindWords = (kind: string): string =>
  (Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined) ?? kind;

function kindField(kind: string): FieldSpec {
  const known = Object.entries(KINDS).map(([value, label]): Choice => ({ value, label }));
  const choices = Object.hasOwn(KINDS, kind) ? known : [...known, { value: kind, label: kind }];
  return { kind: 'select', name: 'kind', label: 'Nature', choices, value: kind };
}

const detailFields = ({ kind, role, note }: Pick<Organisation, 'kind' | 'role' | 'note'>): FieldSpec[] => [
  kindField(kind),
  {
    kind: 'text',
    name: 'role',
    label: 'Rôle dans le programme',
    hint: 'Par exemple « co-animateur du réseau d’ambassadeurs ».',
    optional: true,
    maxLength: 5_000,
    value: role ?? '',
  },
  { kind: 'textarea', name: 'note', label: 'Note', optional: true, maxLength: 5_000, value: note ?? '' },
];

const nameFields = (name: Pick<OrganisationName, 'name' | 'nameInSentence'> | null): FieldSpec[] => [
  { kind: 'text', name: 'name', label: 'Nom', value: name?.name ?? '' },
  {
    kind: 'text',
    name: 'nameInSentence',
    label: 'Nom dans une phrase',
    hint: 'Avec son article s’il en prend un, par exemple « le Département » ; vide, c’est le nom lui-même.',
    optional: true,
    value: name?.nameInSentence ?? '',
  },
];

export const newOrganisationForm = (refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'organisation',
      action: ORGANISATIONS_PATH,
      submit: 'Créer l’organisation',
      fields: [
        {
          kind: 'text',
          name: 'code',
          label: 'Code',
          hint: 'En capitales, sans accent ni espace, par exemple « LOT-TOURISME ». Il sert dans les fichiers et ne change plus.',
          maxLength: 80,
        },
        ...nameFields(null),
        ...detailFields({ kind: 'organisme', role: null, note: null }),
      ],
    },
    refusal,
  );

export const detailsForm = (organisation: Organisation, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'organisation',
      action: organisationPath(organisation.code),
      submit: 'Enregistrer',
      fields: detailFields(organisation),
    },
    refusal,
  );

export const newNameForm = (code: string, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'nouveau-nom',
      action: `${organisationPath(code)}/noms`,
      submit: 'Ajouter ce nom',
      fields: [
        ...nameFields(null),
        {
          kind: 'date',
          name: 'from',
          label: 'Premier jour',
          hint: 'Le nom précédent s’arrête la veille et reste celui des années d’avant.',
        },
      ],
    },
    refusal,
  );

/** @param place of the name, oldest first. */
export const correctedNameForm = (
  code: string,
  place: number,
  name: OrganisationName,
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: `nom-${place}`,
      action: `${organisationPath(code)}/noms/${place}`,
      submit: 'Corriger ce nom',
      tone: 'plain',
      fields: [
        ...nameFields(name),
        {
          kind: 'date',
          name: 'validFrom',
          label: 'Premier jour',
          optional: true,
          value: name.validFrom ?? '',
        },
        { kind: 'date', name: 'validTo', label: 'Dernier jour', optional: true, value: name.validTo ?? '' },
      ],
    },
    refusal,
  );

export const mergeForm = (
  code: string,
  choices: readonly Choice[],
  today: string,
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'fusion',
      action: `${organisationPath(code)}/fusion`,
      submit: 'Réunir',
      tone: 'danger',
      fields: [
        {
          kind: 'select',
          name: 'into',
          label: 'Réunir à',
          choices,
          value: choices[0]?.value ?? '',
        },
        { kind: 'date', name: 'on', label: 'Date de la réunion', value: today },
      ],
    },
    refusal,
  );
