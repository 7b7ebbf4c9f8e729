import { monthOf } from '../../kernel/calendar.rules.js';
import { formatMonth } from '../../kernel/french-date.rules.js';
import { monthsBetween, precisionOf } from '../../kernel/period.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldView, Refusal } from '../../platform/forms/form.types.js';
import { saidPeriod } from '../profiles/said-period.rules.js';
import { fileField, type PeriodField } from './draft-fields.rules.js';

const FIRST_MONTH = '2019-01';
const MOST_MONTHS = 24;

/** To which period a whole file relates: a month, or a first and a last day. */
export function periodFields(
  fileId: number,
  said: string | undefined,
  { day, refusal }: { day: string; refusal: Refusal | null },
): FieldView[] {
  const period = saidPeriod(said ?? '');
  const isMonth = period !== null && precisionOf(period.start, period.end) === 'month';
  const field = (
    member: PeriodField,
    kind: 'text' | 'date',
    label: string,
    value: string | undefined,
    suggestions: readonly string[] = [],
  ) => ({ kind, name: fileField(fileId, member), label, value: value ?? '', suggestions, optional: true });
  const months = monthsBetween(FIRST_MONTH, monthOf(day)).slice(-MOST_MONTHS).toReversed().map(formatMonth);
  const fields = [
    field('periodMonth', 'text', 'Mois', isMonth ? formatMonth(monthOf(period.start)) : '', months),
    field('periodFrom', 'date', 'ou du', isMonth ? '' : period?.start),
    field('periodTo', 'date', 'au', isMonth ? '' : period?.end),
  ];
  return formView({ id: 'import', action: '', submit: '', fields }, refusal).fields;
}
