import { shortMonths } from '../../kernel/french-date.rules.js';
import {
  chartTheme,
  isNarrow,
  LINE_HEIGHT,
  textWidth,
  type ChartEnvironment,
  type ChartTheme,
} from './chart-theme.js';
import type { TimelineChart } from './chart.types.js';
import { eventsLayout, type EventsLayout } from './event-marks.js';
import { fitLabel } from './text-fit.js';

/** The months drawn: those of the civil year unless the chart says otherwise. */
const monthNames = (chart: TimelineChart): readonly string[] => chart.months ?? shortMonths();

export interface TimelineLayout {
  theme: ChartTheme;
  narrow: boolean;
  labels: string[][];
  thickness: number;
  padding: { left: number; right: number; top: number; bottom: number };
  /** Each bar in months, without its fading end; null when the date is unknown. */
  solid: ([from: number, to: number] | null)[];
  /** Length of a fading end. */
  arrow: number;
  /** Middle of the months' header. */
  headerMiddle: number;
  months: string[];
  events: EventsLayout;
  height: number;
}

type Span = TimelineChart['spans'][number];

/** Length of the fading end with its arrow head, in multiples of the text gap. */
const ARROW_GAPS = 4.2;

/** Beyond this number of operations rows get tighter, so that a year of thirty stays on one page. */
const MANY_SPANS = 14;

interface TimelineSizes {
  theme: ChartTheme;
  thickness: number;
  airy: number;
  dense: boolean;
  maxLines: 1 | 2;
}

function sizesOf(chart: TimelineChart, environment: ChartEnvironment, compact: boolean): TimelineSizes {
  const theme = chartTheme(environment, compact);
  const dense = compact || chart.spans.length > MANY_SPANS;
  if (!environment.forPrint) {
    const sizes = { thickness: dense ? 16 : 20, airy: dense ? 28 : 34, dense };
    return { ...sizes, theme: { ...theme, value: theme.small * 1.1 }, maxLines: compact ? 1 : 2 };
  }
  const label = dense ? Math.max(theme.small, theme.label * 0.9) : theme.label;
  const sizes = { thickness: dense ? 9 : 13, airy: dense ? 18 : 27, dense };
  return { ...sizes, theme: { ...theme, label, value: theme.small }, maxLines: dense ? 1 : 2 };
}

/** What is drawn solid: an end that nobody knows keeps the first month, and always leaves room for the arrow. */
function solidSpan(span: Span, arrowMonths: number, months: number): [from: number, to: number] | null {
  if (span.from === null && span.to === null) return null;
  const inYear = (month: number) => Math.min(months, Math.max(0, month));
  const from = inYear(span.from ?? 0);
  const to = inYear(span.to ?? (span.openEnd ? from + 1 : months));
  const last = span.openEnd ? Math.max(from + MINIMUM_SPAN, Math.min(to, months - arrowMonths)) : to;
  return [Math.min(from, last), Math.max(from, last)];
}

/** A day must still be seen: a sixth of a month. */
const MINIMUM_SPAN = 1 / 6;

function layOut(chart: TimelineChart, environment: ChartEnvironment, compact: boolean): TimelineLayout {
  const { theme, thickness, airy, dense, maxLines } = sizesOf(chart, environment, compact);
  const narrow = isNarrow(environment);
  const weightOf = (tone: string) => (tone === 'highlight' ? 600 : 400);
  const room = narrow ? environment.width : environment.width * (dense ? 0.4 : 0.34);
  const labels = chart.spans.map((span) =>
    fitLabel(span.label, room, maxLines, (text) =>
      textWidth(environment, text, theme.label, weightOf(span.tone)),
    ),
  );
  const widest = Math.max(
    0,
    ...chart.spans.map((span, index) =>
      Math.max(
        ...(labels[index] ?? []).map((line) =>
          textWidth(environment, line, theme.label, weightOf(span.tone)),
        ),
      ),
    ),
  );
  const left = narrow ? 1 : Math.ceil(widest + theme.gap * 2.2);
  const lines = Math.max(1, ...labels.map((label) => label.length));
  const labelHeight = lines * theme.label * LINE_HEIGHT;
  const below = airy - thickness;
  const above = narrow ? labelHeight + 3 : 0;
  const shift = narrow ? (above - below) / 2 : 0;
  const row = narrow ? above + thickness + below : Math.max(airy, labelHeight + (airy - thickness) * 0.5);
  const header = Math.ceil(theme.small * 1.9);
  const count = Math.max(1, chart.spans.length);
  const events = eventsLayout(chart.events ?? [], environment, theme);
  const under = events.letterRoom + events.keyHeight;
  const height = Math.ceil(environment.height ?? header + count * row + 2 + under);
  const arrow = theme.gap * ARROW_GAPS;
  const names = monthNames(chart);
  const lateOpening = chart.spans.some(
    (span) =>
      span.openEnd &&
      (span.from ?? 0) > names.length * (1 - arrow / (environment.width - left)) - MINIMUM_SPAN,
  );
  const right = lateOpening ? Math.ceil(arrow) : 1;
  const month = (environment.width - left - right) / names.length;
  const full = names.every((name) => textWidth(environment, name, theme.small, 400) <= month - 3);
  const fittingRow = (height - header - 2 - under) / count;
  return {
    theme,
    narrow,
    labels,
    thickness: Math.max(2, Math.min(thickness, (fittingRow - above) * 0.8)),
    solid: chart.spans.map((span) => solidSpan(span, arrow / month, names.length)),
    arrow,
    padding: { left, right, top: header + shift, bottom: 2 - shift + under },
    headerMiddle: theme.small * 0.75,
    months: names.map((name) => (full ? name : name.slice(0, 1).toUpperCase())),
    events,
    height,
  };
}

/** Places names, months and rows of the year; an imposed height below the natural one makes them compact. */
export function timelineLayout(chart: TimelineChart, environment: ChartEnvironment): TimelineLayout {
  const natural = layOut(chart, { ...environment, height: undefined }, false);
  const { height = natural.height } = environment;
  if (height === natural.height) return natural;
  return layOut(chart, environment, height < natural.height);
}
