import { exerciceLabel } from '../programme/exercice.rules.js';
import { dateParts } from '../kernel/calendar.rules.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import type { Amount } from '../kernel/figure.types.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { MONTHS, shortMonths } from '../kernel/french-date.rules.js';
import { capitalise, joinList, typographic } from '../kernel/french-text.rules.js';
import type { LineChart } from '../platform/charts/chart.types.js';
import {
  drawnEvents,
  eventsOfMonth,
  eventsOnMonths,
  eventsSentence,
  type ToldEvent,
} from './chart-events.rules.js';
import { chartTable, markLength, sourceLine } from './chart-parts.rules.js';
import type { MonthlyTarget } from './figure-standing.types.js';
import type { Figure, SeriesPoint } from './figures.types.js';

/** What a monthly line is read beside. */
export interface LineCompanions {
  /** What each month should bring. */
  targets?: readonly MonthlyTarget[];
  /** The same months of another exercice, « 2023 ». */
  previous?: { label: string; points: readonly SeriesPoint[] } | null;
  events?: readonly ToldEvent[];
}

const monthIndex = (period: string): number => dateParts(`${period}-01`).month - 1;
const monthName = (period: string): string => MONTHS[monthIndex(period)] as string;
const shortMonth = (period: string): string => shortMonths()[monthIndex(period)] as string;

type Told = SeriesPoint & { amount: Amount };
const isTold = (point: SeriesPoint): point is Told => point.amount !== null;
type Series = LineChart['series'][number];

/** « près de 640 (p) », « non communiqué »: a month's value without its name. */
export function pointText(point: SeriesPoint, figure: Figure): string {
  if (!isTold(point)) return point.absence === null ? 'non mesuré' : absenceText(point.absence);
  const { text } = formatQuantity(point.amount, figure.indicator.wording);
  return point.marking === 'provisional' ? `${text}\u00a0(p)` : text;
}

/** « Visites du site : le plus haut en juillet, 3 200 », or from where to where a stock went. */
function lineTitle(figure: Figure, told: readonly Told[]): string {
  const { shortName, nature, wording } = figure.indicator;
  const [first, last] = [told[0] as Told, told.at(-1) as Told];
  if (nature === 'stock' || nature === 'cumulative') {
    return `${shortName} : ${pointText(first, figure)} en ${monthName(first.period)}, ${pointText(last, figure)} en ${monthName(last.period)}`;
  }
  const highest = Math.max(...told.map((point) => markLength(point.amount, wording)));
  const tops = told.filter((point) => markLength(point.amount, wording) === highest);
  if (tops.length !== 1 || highest === 0) return capitalise(figure.text);
  const top = tops[0] as Told;
  return `${shortName} : le plus haut en ${monthName(top.period)}, ${pointText(top, figure)}`;
}

/** The points of measured months; a month without value is a gap. */
function measured(points: readonly (SeriesPoint | undefined)[], figure: Figure): Series['points'] {
  const { wording } = figure.indicator;
  return points.map((point) =>
    point !== undefined && isTold(point)
      ? {
          value: markLength(point.amount, wording),
          text: formatQuantity(point.amount, wording).text,
          provisional: point.marking === 'provisional',
        }
      : null,
  );
}

/** Whether what months bring adds up to the target: each month then has its own. */
const addsUp = (targets: readonly MonthlyTarget[]): boolean =>
  targets.some(({ own, expected }) => own.value !== expected.value || own.qualifier !== expected.qualifier);

/**
 * The way that was expected and the level aimed at. A target of the year stands on no monthly axis when months add up:
 * what each should bring does.
 */
function aimed(months: readonly string[], targets: readonly MonthlyTarget[], figure: Figure): Series[] {
  if (targets.length === 0 || figure.target === null) return [];
  const { wording } = figure.indicator;
  const flat = (amount: Amount, text: string): Series['points'] =>
    months.map(() => ({ value: markLength(amount, wording), text, provisional: false }));
  const own = months.map((month) => targets.find(({ period }) => period === month));
  const way: Series = {
    label: 'Attendu',
    style: 'expected',
    points: own.map((one) =>
      one === undefined
        ? null
        : { value: markLength(one.own, wording), text: one.ownText, provisional: false },
    ),
  };
  // Between two milestones nothing is expected of a month: their shares would be peaks that nobody aimed at.
  if (addsUp(targets)) return figure.expectedToDate?.path === 'stepped' ? [] : [way];
  const level: Series = {
    label: 'Cible',
    style: 'target',
    points: flat(figure.target.amount, figure.target.text),
  };
  const values = new Set(way.points.map((point) => point?.value));
  return values.size > 1 ? [way, level] : [level];
}

/** What the sentence says beside the values of the year. */
function besides(figure: Figure, { targets = [], previous = null }: LineCompanions): string {
  const parts: string[] = [];
  if (targets.length > 0 && figure.target !== null) parts.push(`Cible de l’année : ${figure.target.text}.`);
  const told = (previous?.points ?? []).filter(isTold);
  const [first, last] = [told[0], told.at(-1)];
  if (previous !== null && first !== undefined && last !== undefined) {
    parts.push(
      `En ${previous.label} : de ${pointText(first, figure)} en ${monthName(first.period)} à ${pointText(last, figure)} en ${monthName(last.period)}.`,
    );
  }
  return parts.map((part) => ` ${typographic(part)}`).join('');
}

/** What the exercice of these months is called. */
const yearsOf = (months: readonly string[]): string =>
  exerciceLabel({ start: `${months[0]}-01`, end: `${months.at(-1)}-01` });

/** An indicator month by month; a month without value is a gap that says why. Null under two known months. */
export function monthlyLine(
  figure: Figure,
  points: readonly SeriesPoint[],
  companions: LineCompanions = {},
): LineChart | null {
  const rows = points.filter((point) => /^\d{4}-\d{2}$/.test(point.period));
  const told = rows.filter(isTold);
  if (told.length < 2) return null;
  const { shortName, slug, wording, name, code } = figure.indicator;
  const months = rows.map(({ period }) => period);
  const before = companions.previous ?? null;
  const earlier = rows.map((point) =>
    before?.points.find(({ period }) => monthIndex(period) === monthIndex(point.period)),
  );
  const events = drawnEvents(companions.events ?? [], code);
  const ways = aimed(months, companions.targets ?? [], figure);
  const past: Series[] =
    before !== null && earlier.some((point) => point !== undefined && isTold(point))
      ? [{ label: before.label, style: 'previous', points: measured(earlier, figure) }]
      : [];
  const beside = [...ways.slice(0, 1), ...past];
  const cellOf = (series: Series, index: number): string => series.points[index]?.text ?? '';
  const table = chartTable(
    `${name} par mois`,
    ['Mois', shortName, ...beside.map(({ label }) => label)],
    rows.map((point, index) => [
      capitalise(monthName(point.period)),
      pointText(point, figure),
      ...beside.map((series) => cellOf(series, index)),
      ...(events.length === 0 ? [] : [eventsOfMonth(events, months, point.period)]),
    ]),
  );
  if (events.length > 0) table.columns.push({ label: 'Repère', numeric: false });
  return {
    kind: 'line',
    id: `mois-${slug}`,
    title: lineTitle(figure, told),
    subtitle: `${name}, par mois, ${yearsOf(months)}`,
    sentence: `Courbe mensuelle. ${joinList(rows.map((point) => `${monthName(point.period)} : ${pointText(point, figure)}`))}.${besides(figure, companions)}${eventsSentence(events, figure.year)}`,
    source: sourceLine([figure]),
    table,
    unit: wording.symbol === '%' ? 'percent' : 'count',
    labels: rows.map((point) => shortMonth(point.period)),
    series: [
      // The year alone is named by its indicator, beside others by its number.
      {
        label: beside.length === 0 ? shortName : yearsOf(months),
        style: 'main',
        points: measured(rows, figure),
      },
      ...past,
      ...ways,
    ],
    ...(events.length === 0 ? {} : { events: eventsOnMonths(events, months, figure.year) }),
  };
}
