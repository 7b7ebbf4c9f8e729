import type { Person } from '../../accounts/people/person.types.js';
import { COLLECTION_FREQUENCIES, type CollectionLine } from '../../entry/plan/collection-line.types.js';
import { typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import { COLLECTION_PATH, FREQUENCIES } from './collection.presenter.js';

/** What the lists of the form are made of: codes and names. */
export interface CollectionChoices {
  indicators: readonly Choice[];
  campaigns: readonly Choice[];
  territories: readonly Choice[];
  channels: readonly Choice[];
  organisations: readonly Choice[];
  /** Those who may see to a line. */
  people: readonly Person[];
}

const listField = (name: string, label: string, none: string, choices: readonly Choice[]): FieldSpec => ({
  kind: 'select',
  name,
  label,
  optional: true,
  value: '',
  choices: [{ value: '', label: none }, ...choices],
});

/** A figure to await. */
export function newLineForm(choices: CollectionChoices, refusal: Refusal | null): FormView {
  return formView(
    {
      id: 'ligne',
      action: COLLECTION_PATH,
      submit: 'Attendre ce chiffre',
      fields: [
        {
          kind: 'select',
          name: 'indicator',
          label: 'Indicateur',
          choices: choices.indicators,
          value: choices.indicators[0]?.value ?? '',
        },
        listField('campaign', 'Opération', 'Ensemble du programme', choices.campaigns),
        listField('territory', 'Territoire', 'Tout le territoire', choices.territories),
        listField('channel', 'Canal', 'Tous les canaux', choices.channels),
        listField('organisation', 'Organisation', 'Aucune en particulier', choices.organisations),
        {
          kind: 'select',
          name: 'frequency',
          label: 'Rythme',
          value: 'month',
          choices: COLLECTION_FREQUENCIES.map((value) => ({ value, label: FREQUENCIES[value] })),
        },
        ...termFields(null, choices),
      ],
    },
    refusal,
  );
}

/** What may change of a line. */
export const lineForm = (
  line: CollectionLine,
  choices: Pick<CollectionChoices, 'people'>,
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'ligne',
      action: `${COLLECTION_PATH}/${line.id}`,
      submit: 'Enregistrer',
      fields: termFields(line, choices),
    },
    refusal,
  );

/** Taking a line away. */
export const removalForm = (id: number, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'retrait',
      action: `${COLLECTION_PATH}/${id}/retrait`,
      submit: 'Retirer la ligne',
      tone: 'danger',
      fields: [],
    },
    refusal,
  );

function termFields(line: CollectionLine | null, { people }: Pick<CollectionChoices, 'people'>): FieldSpec[] {
  return [
    {
      kind: 'date',
      name: 'startsOn',
      label: 'Premier jour',
      hint: 'Les périodes qui finissent avant ne sont pas attendues.',
      optional: true,
      value: line?.startsOn ?? '',
    },
    {
      kind: 'date',
      name: 'endsOn',
      label: 'Dernier jour',
      hint: 'Pour cesser d’attendre ce chiffre, sans perdre ce qui a été donné.',
      optional: true,
      value: line?.endsOn ?? '',
    },
    {
      kind: 'text',
      name: 'dueDays',
      label: 'Délai',
      hint: 'En jours après la fin de la période. Vide : ce que dit l’indicateur.',
      optional: true,
      maxLength: 3,
      value: line?.dueDays === null || line === null ? '' : String(line.dueDays),
    },
    {
      kind: 'select',
      name: 'ownerId',
      label: 'Qui s’en occupe',
      optional: true,
      value: line?.ownerId === null || line === null ? '' : String(line.ownerId),
      choices: [
        { value: '', label: 'L’organisation, ou l’équipe' },
        ...people.map(({ id, name, organisation }) => ({
          value: String(id),
          label: typographic(organisation === null ? name : `${name} (${organisation})`),
        })),
      ],
    },
  ];
}
