import type { Role } from '../../accounts/account.types.js';
import { authorWords } from '../../accounts/people/author-words.rules.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { Quantity } from '../../kernel/figure.types.js';
import { formatDate, formatPeriod } from '../../kernel/french-date.rules.js';
import { formatNumber, formatQuantity } from '../../kernel/french-number.rules.js';
import { capitalise, typographic } from '../../kernel/french-text.rules.js';
import { precisionOf } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Target, TargetPath, TargetStep, TargetVersion } from '../../targets/target.types.js';
import type { DatedExercice } from '../../programme/exercice.rules.js';
import { decidedWords, mayManage, PATH_WORDS, yearChoices, yearWords } from './target-words.js';
import { administrationRooms } from '../rooms.rules.js';
import {
  newTargetForm,
  targetForm,
  targetPath,
  TARGETS_PATH,
  type TargetChoices,
  withdrawalForm,
} from './target-forms.presenter.js';
import type { TargetPageView, TargetRowView, TargetsView, TargetVersionView } from './targets.types.js';

interface Shown {
  choices: TargetChoices;
  /** Who looks. */
  role: Role;
  notice: string | null;
}

const indicatorOf = ({ choices }: Shown, code: string): Indicator | undefined =>
  choices.indicators.find((indicator) => indicator.code === code);

const nameOf = (shown: Shown, code: string): string => typographic(indicatorOf(shown, code)?.name ?? code);

function valueWords(shown: Shown, code: string, quantity: Quantity): string {
  const indicator = indicatorOf(shown, code);
  return indicator === undefined ? '' : formatQuantity(quantity, indicator.wording).text;
}

function pathWords(shown: Shown, code: string, path: TargetPath, steps: readonly TargetStep[]): string {
  const due = steps.map(
    ({ on, value }) =>
      `${valueWords(shown, code, { value, valueMax: null, qualifier: 'exact' })} le ${formatDate(on)}`,
  );
  return capitalise(
    due.length === 0 ? PATH_WORDS[path] : typographic(`${PATH_WORDS[path]} : ${due.join(', ')}`),
  );
}

function aboutWords({ kind, campaign }: Target, { choices }: Shown): string {
  const operation = choices.campaigns.find(({ code }) => code === campaign)?.name ?? campaign;
  const words = kind === 'target' ? 'Cible' : 'Valeur de référence';
  return operation === null ? words : typographic(`${words} de l’opération « ${operation} »`);
}

const periodWords = ({ periodStart: start, periodEnd: end }: Target): string =>
  capitalise(formatPeriod({ start, end, precision: precisionOf(start, end) }));

const stateOf = ({ withdrawn }: Target): TargetRowView['state'] =>
  withdrawn ? { label: 'Retirée', tone: 'calm' } : { label: 'En vigueur', tone: 'good' };

const rowOf = (target: Target, shown: Shown): TargetRowView => ({
  href: targetPath(target.id),
  indicator: nameOf(shown, target.indicator),
  about: aboutWords(target, shown),
  period: periodWords(target),
  value: valueWords(shown, target.indicator, target.amount),
  path: target.kind === 'target' ? pathWords(shown, target.indicator, target.path, []) : '',
  decided: decidedWords(target.decidedBy, target.meeting),
  state: stateOf(target),
});

export interface TargetsInput extends Shown {
  year: number;
  exercices: readonly DatedExercice[];
  period: ClosedPeriod;
  targets: readonly Target[];
}

/** The targets of an exercice, and the form of a new one. */
export function targetsPage(input: TargetsInput, refusal: Refusal | null): PageBody<TargetsView> {
  const { year, exercices, period, targets, choices, role, notice } = input;
  const label = yearWords(year, exercices);
  const canAdd = mayManage(role) && choices.indicators.length > 0;
  return {
    title: `Cibles ${label}`,
    description: 'Les cibles et les valeurs de référence, leurs versions et qui les a décidées.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('targets', role),
      notice,
      years: yearChoices(TARGETS_PATH, exercices, year),
      heading: `Cibles de l’exercice ${label}`,
      rows: targets.map((target) => rowOf(target, input)),
      form: canAdd ? newTargetForm(choices, year, period, refusal) : null,
    },
  };
}

export interface TargetInput extends Shown {
  target: Target;
  /** The exercice whose list holds it. */
  year: number;
  versions: readonly TargetVersion[];
  /** Names of people by their signatures. */
  authors: ReadonlyMap<string, string>;
}

/** The page of one target: what it is, what it was, and how to change it. */
export function targetPage(
  input: TargetInput,
  refused: { form: 'change' | 'withdrawal'; refusal: Refusal } | null,
): PageBody<TargetPageView> {
  const { target, versions, role, notice, choices } = input;
  const indicator = indicatorOf(input, target.indicator);
  const refusalOf = (form: 'change' | 'withdrawal'): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  const canChange = mayManage(role) && !target.withdrawn && indicator !== undefined;
  const facts = {
    Valeur: valueWords(input, target.indicator, target.amount),
    Période: periodWords(target),
    'Rythme attendu': pathWords(input, target.indicator, target.path, target.steps),
    'Décidée par': decidedWords(target.decidedBy, target.meeting),
    Note: typographic(target.note ?? ''),
  };
  return {
    title: `Cible n° ${target.id}`,
    description: 'Une cible, ses versions et qui les a décidées.',
    section: 'administration',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      rooms: administrationRooms('targets', role),
      notice,
      back: `${TARGETS_PATH}?annee=${input.year}`,
      kicker: aboutWords(target, input),
      heading: nameOf(input, target.indicator),
      state: stateOf(target),
      facts: Object.entries(facts)
        .filter(([, value]) => value !== '')
        .map(([label, value]) => ({ label, value })),
      versions: versions.toReversed().map((version) => versionView(version, input)),
      change: canChange ? targetForm(target, indicator, choices, refusalOf('change')) : null,
      withdrawal: canChange ? withdrawalForm(target.id, refusalOf('withdrawal')) : null,
    },
  };
}

function versionView(version: TargetVersion, input: TargetInput): TargetVersionView {
  const { indicator } = input.target;
  return {
    number: formatNumber(version.version),
    value: version.withdrawn ? 'Retirée' : valueWords(input, indicator, version.amount),
    path: version.withdrawn ? '' : pathWords(input, indicator, version.path, version.steps),
    decided: version.withdrawn ? '' : decidedWords(version.decidedBy, version.meeting),
    recorded: `le ${momentText(version.recordedAt)} par ${authorWords(version.recordedBy, input.authors)}`,
    reason: typographic(version.reason ?? ''),
  };
}
