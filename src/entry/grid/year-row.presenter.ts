import { formatShortDate, shortMonths } from '../../kernel/french-date.rules.js';
import { dateParts } from '../../kernel/calendar.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ClosedPeriod, IsoDate } from '../../kernel/period.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { gridRow, type RowMaterial } from './grid-row.presenter.js';
import { yearCellKey } from './year-cells.rules.js';
import type { YearCellView, YearMonthView, YearRowView } from './year-grid.types.js';

/** The columns in which a row stands. */
export interface YearFrame {
  exercice: ClosedPeriod;
  months: readonly EntryPeriod[];
  today: IsoDate;
}

/** The months as columns; their years are told where there are two. */
export function monthColumns({ months, today }: YearFrame): YearMonthView[] {
  const years = new Set(months.map(({ start }) => dateParts(start).year));
  return months.map(({ name, start, end, label }) => {
    const { year, month } = dateParts(start);
    return {
      name,
      label: shortMonths()[month - 1] ?? name,
      year: years.size > 1 ? String(year) : '',
      fullLabel: label,
      note: start > today ? 'à venir' : end >= today ? 'en cours' : '',
      href: `/saisie/${name}`,
    };
  });
}

/** One figure over the months, formatted. @param materials of each month, in their order. */
export function yearRow(materials: readonly RowMaterial[], frame: YearFrame): YearRowView {
  const cells = frame.months.flatMap((month, index) => {
    const material = materials[index];
    return material === undefined ? [] : [yearCell(material, month, frame)];
  });
  const material = materials.at(-1);
  const last = frame.months.at(-1);
  if (material === undefined || last === undefined) throw new RangeError('a year without months');
  const { exercice, today } = frame;
  // What its last month says of the exercice holds for all of it.
  const { key, name, place, total, target } = gridRow(material, { period: last, exercice, past: [] });
  const begun = frame.months.findLast((one) => one.start <= today) ?? last;
  const { unit } = material.indicator;
  return {
    key,
    name,
    unit: materials.every(isToldByDay) ? sentence`${unit}, en fin de mois` : unit,
    place,
    cells,
    total,
    target,
    href: `/saisie/${begun.name}/${key}`,
  };
}

function yearCell(material: RowMaterial, month: EntryPeriod, { today }: YearFrame): YearCellView {
  const view = gridRow(material, { period: month, exercice: null, past: [] });
  const { row } = material;
  const isExpected = row.isExpected && month.start <= today;
  const isAwaited = isExpected && view.state === 'empty' && view.note === '';
  const whole = view.place === '' ? view.name : `${view.name} (${view.place})`;
  return {
    id: `${month.name}-${row.key}`,
    name: sentence`${whole}, ${month.label}`,
    label: view.label,
    typed: view.typed,
    saved: view.saved,
    version: view.version,
    state: view.state,
    note: isAwaited ? 'attendu' : withDays(view.note, material, month),
    tone: view.tone,
    // A column has no room for a word: what is awaited shows by its look.
    placeholder: row.details.length > 0 ? view.placeholder : '',
    isExpected,
    month: month.name,
    monthLabel: shortMonths()[dateParts(month.start).month - 1] ?? month.name,
    field: yearCellKey(month.name, row.key),
  };
}

/** Told of one day, as states are. */
const isToldByDay = ({ row: { days } }: RowMaterial): boolean => days.start === days.end;

/** « au 16 sept. · validé »: of which day a cell speaks when it is neither the whole month nor its end. */
function withDays(note: string, { row: { days, current } }: RowMaterial, month: ClosedPeriod): string {
  const isUsual = days.end === month.end && (days.start === month.start || days.start === days.end);
  if (isUsual || current === null) return note;
  const told =
    days.start === days.end
      ? sentence`au ${formatShortDate(days.end)}`
      : sentence`du ${formatShortDate(days.start)} au ${formatShortDate(days.end)}`;
  return note === '' ? told : sentence`${told} · ${note}`;
}
