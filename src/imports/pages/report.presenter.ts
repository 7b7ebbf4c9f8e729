import { monthOf } from '../../kernel/calendar.rules.js';
import { quote, readDecimalString } from '../../kernel/decimal-string.rules.js';
import { absenceText } from '../../kernel/figure-text.rules.js';
import { formatDate, formatMonth, formatPeriod } from '../../kernel/french-date.rules.js';
import { formatNumber, formatQuantity, type NumberWording } from '../../kernel/french-number.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import { precisionOf } from '../../kernel/period.rules.js';
import type { ImportChange, ImportReport, ImportTotal, SaidAmount } from '../import.types.js';
import type { ImportNames } from './import-names.service.js';
import {
  changesWords,
  personalWords,
  recognitionWords,
  rejectionWords,
  rowsWords,
} from './report-words.rules.js';
import type { ChangeView, ReportView } from './report.types.js';

/** A page is read by a person: what goes beyond is in the report as CSV. */
const MOST_CHANGES = 60;
const MOST_REFUSALS = 30;
const MOST_TOTALS = 60;

const STATES: Readonly<Record<ImportChange['state'], ChangeView['state']>> = {
  new: { label: 'Nouvelle', tone: 'good' },
  replaced: { label: 'Remplacée', tone: 'calm' },
  conflict: { label: 'En conflit', tone: 'watch' },
};

const SAME_VALUE: ChangeView['state'] = { label: 'Même valeur', tone: 'calm' };

/** What a report says, in words. */
export function reportView(report: ImportReport, names: ImportNames): ReportView {
  const personal = personalWords(report.personalColumns);
  return {
    name: report.file,
    recognised: recognitionWords(report),
    rows: rowsWords(report),
    personal: personal === null ? null : capitalise(personal),
    ignored: report.ignoredColumns.map(({ column, reason }) => ({ column, reason: typographic(reason) })),
    totals: report.totals.slice(0, MOST_TOTALS).map((total) => totalView(total, names)),
    counts: changesWords(report),
    changes: report.changes.slice(0, MOST_CHANGES).map((change) => changeView(change, names)),
    moreChanges: moreWords(report.created + report.updated + report.conflicts - MOST_CHANGES),
    creates: report.creates.map(({ kind, name }) =>
      kind === 'indicator' ? sentence`indicateur ${quote(name)}` : sentence`canal ${quote(name)}`,
    ),
    refusals: report.rejected.slice(0, MOST_REFUSALS).map(rejectionWords),
    moreRefusals: moreWords(report.rejected.length - MOST_REFUSALS),
  };
}

const moreWords = (count: number): string | null =>
  count <= 0 ? null : count === 1 ? 'et 1 autre' : `et ${formatNumber(count)} autres`;

function totalView({ indicator, period, value, qualifier }: ImportTotal, names: ImportNames) {
  const { name, wording } = names.indicator(indicator);
  const read = readDecimalString(value, wording.decimals);
  const amount =
    read.kind === 'value'
      ? formatQuantity({ value: read.value, valueMax: null, qualifier }, wording, WHOLE).text
      : String(value);
  const isMonth = period.length === monthOf(period).length;
  return { indicator: name, period: isMonth ? formatMonth(period) : formatDate(period), value: amount };
}

const WHOLE = { digits: true, cents: true } as const;

function changeView(change: ImportChange, names: ImportNames): ChangeView {
  const { indicator, before, after, state, periodStart: start, periodEnd: end } = change;
  const { name, wording } = names.indicator(indicator);
  const [was, is] = [amountText(before, wording), amountText(after, wording)];
  return {
    indicator: name,
    about: names.about(change),
    period: formatPeriod({ start, end, precision: precisionOf(start, end) }),
    before: was,
    after: is,
    // Its source, its note or its status is what changes.
    state: state === 'replaced' && was === is ? SAME_VALUE : STATES[state],
  };
}

/** « plus de 13 000 », « non communiqué »; a dash where nothing is said. */
export function amountText(amount: SaidAmount | null, wording: NumberWording): string {
  if (amount === null) return '–';
  const { quantity, absence } = amount;
  if (quantity !== null) return formatQuantity(quantity, wording, WHOLE).text;
  return absence === null ? '–' : absenceText(absence);
}
