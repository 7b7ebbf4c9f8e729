import type { Indicator } from '../../indicators/indicator.types.js';
import { formatPeriod, formatShortDate } from '../../kernel/french-date.rules.js';
import { formatQuantity } from '../../kernel/french-number.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { covers, precisionOf } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import type { Target } from '../../targets/target.types.js';
import { amountWords, typedAmount } from '../cells/cell-text.rules.js';
import type { Warning } from '../checks/checks.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { GridRowView, ShownState } from './grid-row.types.js';
import type { SentCell } from './grid.types.js';
import { sliceWithin } from './slice-history.rules.js';

/** All that a row is made of. */
export interface RowMaterial {
  row: ExpectedFigure;
  indicator: Indicator;
  /** « Cahors · Facebook ». */
  place: string;
  /** Of that slice, none withdrawn, from a year before on. */
  records: readonly MeasurementRecord[];
  warnings: readonly Warning[];
  target: Target | null;
  sent: SentCell | null;
}

export interface RowFrame {
  period: EntryPeriod;
  /** Null: no total is shown. */
  exercice: ClosedPeriod | null;
  past: readonly ClosedPeriod[];
}

const TONES: Readonly<Record<ShownState, GridRowView['tone']>> = {
  empty: 'calm',
  draft: 'calm',
  submitted: 'calm',
  returned: 'late',
  validated: 'good',
  review: 'watch',
  refused: 'late',
  conflict: 'watch',
};

/** One figure of the grid, formatted. */
export function gridRow(material: RowMaterial, { period, exercice, past }: RowFrame): GridRowView {
  const { row, indicator, place, records, sent, target } = material;
  const { current } = row;
  const { wording } = indicator;
  const saved = current === null || current.status === 'withdrawn' ? '' : typedAmount(current, wording);
  const state = stateOf(material);
  const name = typographic(indicator.name);
  const whole = place === '' ? name : `${name} (${place})`;
  return {
    key: row.key,
    id: row.key,
    name,
    unit: unitOf(row, indicator, period),
    place,
    label: sentence`${whole}, ${period.label}, en ${indicator.unit}`,
    typed: sent?.typed ?? saved,
    saved,
    version: current?.version ?? 0,
    state,
    note: noteOf(state, material),
    tone: TONES[state],
    isExpected: row.isExpected,
    carried: state === 'empty' ? carriedOf(material, past.at(-1)) : '',
    placeholder: placeholderOf(material, period),
    past: past.map((span) => sliceWithin(indicator, records, span)),
    total: exercice === null ? '' : sliceWithin(indicator, records, upTo(period, exercice)),
    target: target === null ? '–' : formatQuantity(target.amount, wording).text,
    href: `/saisie/${period.name}/${row.key}`,
  };
}

/** The one number that the period before gave; nothing for one made of several, or that was not known. */
function carriedOf({ records, indicator }: RowMaterial, before: ClosedPeriod | undefined): string {
  if (before === undefined) return '';
  const [given, ...others] = records.filter(({ periodStart, periodEnd }) =>
    covers(before, { start: periodStart, end: periodEnd }),
  );
  const isOne = given !== undefined && others.length === 0 && given.value !== null;
  return isOne ? typedAmount(given, indicator.wording) : '';
}

/** From the first day of the exercice to the last of the period. */
const upTo = ({ start, end }: ClosedPeriod, exercice: ClosedPeriod): ClosedPeriod => ({
  start: exercice.start < start ? exercice.start : start,
  end,
});

function stateOf({ row: { current }, warnings, sent }: RowMaterial): ShownState {
  if (sent?.state === 'refused' || sent?.state === 'conflict') return sent.state;
  if (current === null || current.status === 'withdrawn') return 'empty';
  return isDoubted(warnings) && (current.status === 'draft' || current.status === 'submitted')
    ? 'review'
    : current.status;
}

const isDoubted = (warnings: readonly Warning[]): boolean =>
  warnings.some(({ confirmation }) => confirmation === null);

const WORDS = { draft: 'brouillon', submitted: 'en attente de validation', validated: 'validé' } as const;

function noteOf(state: ShownState, { row, indicator, warnings, sent }: RowMaterial): string {
  const { current, covering } = row;
  switch (state) {
    case 'refused':
    case 'conflict':
      return sent?.message ?? '';
    case 'review':
      return warnings.find(({ confirmation }) => confirmation === null)?.message ?? '';
    case 'returned':
      return sentence`À corriger : ${current?.reason ?? 'voir la fiche'}`;
    case 'empty':
      return covering === null ? '' : coveredText(covering, indicator);
    default: {
      // A plain number says itself.
      const isPlain = current === null || current.qualifier === 'exact';
      return isPlain ? WORDS[state] : sentence`${amountWords(current, indicator.wording)} · ${WORDS[state]}`;
    }
  }
}

/** « Déjà donné en tout pour été 2020 : 250 ». */
function coveredText(covering: MeasurementRecord, { wording }: Indicator): string {
  const { periodStart: start, periodEnd: end, precision } = covering;
  const period = formatPeriod({ start, end, precision });
  return sentence`Déjà donné en tout (${period}) : ${typedAmount(covering, wording)}`;
}

/** In what it is counted; of which days, when they are not the whole period. */
function unitOf({ days }: ExpectedFigure, { unit }: Indicator, period: EntryPeriod): string {
  if (days.start === period.start && days.end === period.end) return unit;
  if (days.start === days.end) return sentence`${unit}, au ${formatShortDate(days.end)}`;
  return sentence`${unit}, ${formatPeriod({ ...days, precision: precisionOf(days.start, days.end) })}`;
}

/** What stands in an empty cell: the sum of the days that detail it, or that it is awaited. */
function placeholderOf({ row, indicator, records }: RowMaterial, period: EntryPeriod): string {
  if (row.details.length > 0) return sliceWithin(indicator, records, period);
  return row.isExpected ? 'attendu' : '';
}
