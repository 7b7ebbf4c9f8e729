import { absenceText } from '../../kernel/figure-text.rules.js';
import type { Marking } from '../../kernel/figure.types.js';
import { formatPeriod } from '../../kernel/french-date.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import type { MeasurementContent } from '../../measurements/measurement.types.js';
import type { WaitingMeasurement } from '../../measurements/waiting-measurement.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageLink } from '../../platform/views/page.types.js';
import { amountWords } from '../checks/amount-words.rules.js';
import type { Warning } from '../checks/checks.types.js';
import type { SliceNames } from '../plan/slice-names.service.js';
import type { ReturnedView, ReviewItemView, ReviewWarningView } from './review.types.js';

const MARKINGS: Readonly<Record<Marking, string | null>> = {
  final: null,
  provisional: 'provisoire',
  estimated: 'estimé',
  revised: 'révisé',
};

/** What the words of a figure are made of. */
export interface ItemWords {
  names: SliceNames;
  /** « Marie Dupont », « le jeton “Stand” ». */
  author: (signature: string) => string;
  /** Where its sheet is; null for days that no grid shows. */
  sheet: (figure: WaitingMeasurement) => string | null;
}

/** What is known of a figure that waits. */
export interface ReviewedFigure {
  figure: WaitingMeasurement;
  warnings: readonly Warning[];
  evidence: readonly PageLink[];
  heldBack: string | null;
}

/** What its buttons do; null for whoever may not decide. */
export interface ItemActions {
  /** Where a correction is asked for. */
  correction: string;
  /** The element to go on with. */
  next: string;
  refusal: Refusal | null;
}

export const anchorOf = (id: number): string => `chiffre-${id}`;

/** `12.3`: a figure and the version that is shown. */
export const itemText = ({ id, version }: Pick<WaitingMeasurement, 'id' | 'version'>): string =>
  `${id}.${version}`;

/** « Spots partagés, juin 2020 ». */
export const labelOf = (
  {
    indicator,
    periodStart,
    periodEnd,
    precision,
  }: Pick<WaitingMeasurement, 'indicator' | 'periodStart' | 'periodEnd' | 'precision'>,
  names: SliceNames,
): string =>
  `${names.title({ indicator })}, ${formatPeriod({ start: periodStart, end: periodEnd, precision })}`;

type Said = Pick<MeasurementContent, 'value' | 'valueMax' | 'qualifier' | 'absence'>;

/** « plus de 13 000 », « non communiqué »: all its digits, for what is validated is never abbreviated. */
function saidWords({ value, valueMax, qualifier, absence }: Said, code: string, names: SliceNames): string {
  if (value === null || qualifier === null) return absence === null ? 'rien' : absenceText(absence);
  const wording = names.indicator(code)?.wording ?? UNKNOWN;
  return amountWords({ value, valueMax, qualifier }, wording);
}

const UNKNOWN = { labelOne: '', labelOther: '', elision: false, decimals: 0, symbol: null, signed: false };

/** One figure of the queue. */
export function reviewItem(
  { figure, warnings, evidence, heldBack }: ReviewedFigure,
  { names, author, sheet }: ItemWords,
  actions: ItemActions | null,
): ReviewItemView {
  const { indicator, stands, periodStart, periodEnd, precision } = figure;
  const label = labelOf(figure, names);
  const counts = stands?.status === 'validated' ? stands : null;
  return {
    anchor: anchorOf(figure.id),
    indicator: names.title({ indicator }),
    about: names.about({ ...figure, campaign: null }, true),
    period: formatPeriod({ start: periodStart, end: periodEnd, precision }),
    label,
    before: counts === null ? null : saidWords(counts, indicator, names),
    after: saidWords(figure, indicator, names),
    marks: marksOf(figure),
    facts: [
      { label: 'Source', value: typographic(figure.source ?? 'non précisée') },
      ...told('Remarque', figure.note),
      ...told('Note interne', figure.internalNote),
      ...told(counts === null ? 'Motif' : 'Motif du changement', figure.reason),
    ],
    recorded: sentence`Envoyé le ${momentText(figure.recordedAt)} par ${author(figure.recordedBy)}`,
    sheet: sheet(figure),
    warnings: warnings.map(warningView),
    evidence: [...evidence],
    heldBack,
    decide:
      actions === null
        ? null
        : {
            items: itemText(figure),
            next: actions.next,
            correction: correctionForm(figure, actions),
            isOpen: actions.refusal !== null,
          },
  };
}

const told = (label: string, value: string | null): { label: string; value: string }[] =>
  value === null ? [] : [{ label, value: typographic(value) }];

function marksOf({ marking, stands, value, valueMax, qualifier, absence }: WaitingMeasurement): string[] {
  const said = MARKINGS[marking];
  if (said !== null) return [said];
  if (stands?.status !== 'validated') return [];
  const isSame =
    stands.value === value &&
    stands.valueMax === valueMax &&
    stands.qualifier === qualifier &&
    stands.absence === absence;
  return isSame ? ['même valeur'] : ['sera marqué révisé'];
}

function warningView({ message, confirmation }: Warning): ReviewWarningView {
  if (confirmation === null) return { message, confirmation: null };
  const { author, when, reason } = confirmation;
  return { message, confirmation: sentence`Confirmé par ${author} le ${momentText(when)} : ${reason}` };
}

function correctionForm(figure: WaitingMeasurement, { correction, next, refusal }: ItemActions): FormView {
  return formView(
    {
      id: `correction-${figure.id}`,
      action: correction,
      submit: 'Demander la correction',
      tone: 'plain',
      fields: [
        { kind: 'hidden', name: 'items', label: '', value: itemText(figure) },
        { kind: 'hidden', name: 'next', label: '', value: next },
        {
          kind: 'textarea',
          name: 'reason',
          label: 'Ce qu’il faut corriger',
          hint: 'Son auteur le lit à côté du chiffre ; le motif reste dans l’historique.',
          maxLength: 2_000,
        },
      ],
    },
    refusal,
  );
}

/** One figure that went back to its author. */
export function returnedView(figure: WaitingMeasurement, { names, author, sheet }: ItemWords): ReturnedView {
  const { recordedAt, recordedBy, recordedBefore, reason } = figure;
  const awaited = recordedBefore === null ? '' : sentence` ; attend ${author(recordedBefore)}`;
  return {
    label: labelOf(figure, names),
    about: names.about(figure, true),
    value: saidWords(figure, figure.indicator, names),
    reason: typographic(reason ?? ''),
    returned: sentence`Renvoyé le ${momentText(recordedAt)} par ${author(recordedBy)}${awaited}`,
    sheet: sheet(figure),
  };
}
