import type { Campaign } from '../../campaigns/campaign.types.js';
import type { Meeting } from '../../committee/committee.types.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { typedQuantity } from '../../kernel/typed-number.rules.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { Target } from '../../targets/target.types.js';
import { typedSteps } from './target-entry.rules.js';

export const TARGETS_PATH = '/administration/cibles';
export const targetPath = (id: number): string => `${TARGETS_PATH}/${id}`;

/** What the lists of the forms are made of. */
export interface TargetChoices {
  indicators: readonly Indicator[];
  campaigns: readonly Pick<Campaign, 'code' | 'name'>[];
  meetings: readonly Pick<Meeting, 'code' | 'date'>[];
}

export const NO_CAMPAIGN: Choice = { value: '', label: 'Ensemble du programme' };

const indicatorChoices = (indicators: readonly Indicator[]): Choice[] =>
  indicators
    .filter(({ nature }) => nature !== 'context')
    .map(({ code, name }) => ({ value: code, label: typographic(name) }));

const campaignChoices = (campaigns: TargetChoices['campaigns']): Choice[] => [
  NO_CAMPAIGN,
  ...campaigns.map(({ code, name }) => ({ value: code, label: typographic(name) })),
];

/** Of what a target or an opinion is: an indicator, in one operation or in all of them. */
export function scopeFields({ indicators, campaigns }: TargetChoices): FieldSpec[] {
  const choices = indicatorChoices(indicators);
  return [
    {
      kind: 'select',
      name: 'indicator',
      label: 'Indicateur',
      choices,
      value: choices[0]?.value ?? '',
    },
    {
      kind: 'select',
      name: 'campaign',
      label: 'Opération',
      choices: campaignChoices(campaigns),
      optional: true,
      value: '',
    },
  ];
}

export const meetingChoices = (meetings: TargetChoices['meetings']): Choice[] => [
  { value: '', label: 'Hors séance' },
  ...meetings.toReversed().map(({ code, date }) => ({ value: code, label: `Séance du ${formatDate(date)}` })),
];

const valueField = (value: string): FieldSpec => ({
  kind: 'text',
  name: 'value',
  label: 'Valeur',
  hint: 'Comme on l’écrit, par exemple « 1 500 », « plus de 10 000 » ou « jusqu’à 5 000 € ».',
  value,
});

/** What is said of a target, whether it is new or not. */
function saidFields(target: Target | null, { meetings }: TargetChoices, steps: string): FieldSpec[] {
  return [
    {
      kind: 'radio',
      name: 'path',
      label: 'Rythme attendu',
      choices: [
        { value: 'linear', label: 'Régulier', hint: 'Un peu plus chaque jour, du premier au dernier.' },
        {
          value: 'window',
          label: 'Jours de l’opération',
          hint: 'Rien n’est attendu avant qu’elle commence, tout l’est à sa fin.',
        },
        { value: 'stepped', label: 'Par paliers', hint: 'Aux jours écrits ci-dessous.' },
      ],
      value: target?.path ?? 'linear',
    },
    {
      kind: 'textarea',
      name: 'steps',
      label: 'Paliers',
      hint: 'Un par ligne, un jour et ce qui doit être atteint, par exemple « 30/06/2020 : 500 ».',
      optional: true,
      maxLength: 2_000,
      value: steps,
    },
    {
      kind: 'text',
      name: 'decidedBy',
      label: 'Décidée par',
      hint: 'Par exemple « comité de pilotage ».',
      optional: true,
      value: target?.decidedBy ?? '',
    },
    {
      kind: 'select',
      name: 'meetingCode',
      label: 'En séance',
      choices: meetingChoices(meetings),
      optional: true,
      value: target?.meeting?.code ?? '',
    },
    {
      kind: 'textarea',
      name: 'note',
      label: 'Note',
      optional: true,
      maxLength: 5_000,
      value: target?.note ?? '',
    },
  ];
}

const reasonField = (hint: string): FieldSpec => ({
  kind: 'textarea',
  name: 'reason',
  label: 'Motif',
  hint,
  maxLength: 1_000,
});

/** A target to add, over the whole exercice unless somebody says otherwise. */
export function newTargetForm(
  choices: TargetChoices,
  year: number,
  period: ClosedPeriod,
  refusal: Refusal | null,
): FormView {
  return formView(
    {
      id: 'cible',
      action: `${TARGETS_PATH}?annee=${year}`,
      submit: 'Ajouter la cible',
      fields: [
        {
          kind: 'radio',
          name: 'kind',
          label: 'Nature',
          choices: [
            { value: 'target', label: 'Cible', hint: 'Ce qui doit être atteint.' },
            { value: 'baseline', label: 'Valeur de référence', hint: 'Où en étaient les choses au départ.' },
          ],
          value: 'target',
        },
        ...scopeFields(choices),
        { kind: 'date', name: 'periodStart', label: 'Premier jour', value: period.start },
        { kind: 'date', name: 'periodEnd', label: 'Dernier jour', value: period.end },
        valueField(''),
        ...saidFields(null, choices, ''),
      ],
    },
    refusal,
  );
}

/** Another version of a target that is there. */
export function targetForm(
  target: Target,
  indicator: Indicator,
  choices: TargetChoices,
  refusal: Refusal | null,
): FormView {
  return formView(
    {
      id: 'version',
      action: targetPath(target.id),
      submit: 'Enregistrer une nouvelle version',
      fields: [
        valueField(typedQuantity(target.amount, indicator.wording)),
        ...saidFields(target, choices, typedSteps(target.steps, indicator.wording)),
        reasonField('Pourquoi elle change ; la version d’avant reste dans l’historique.'),
      ],
    },
    refusal,
  );
}

/** Taking a target back. */
export const withdrawalForm = (id: number, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'retrait',
      action: `${targetPath(id)}/retrait`,
      submit: 'Retirer la cible',
      tone: 'danger',
      fields: [reasonField('Pourquoi elle ne compte plus ; son historique reste.')],
    },
    refusal,
  );
