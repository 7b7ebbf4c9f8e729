import {
  chartTheme,
  isNarrow,
  LINE_HEIGHT,
  textWidth,
  type ChartEnvironment,
  type ChartTheme,
} from './chart-theme.js';
import type { LineChart } from './chart.types.js';
import { eventsLayout, type EventsLayout } from './event-marks.js';
import { niceScale, type NiceScale } from './nice-scale.js';
import { ellipsize, fitLabel } from './text-fit.js';
import { tickFormatter } from './tick-format.js';

export type Series = LineChart['series'][number];

export interface LineLayout {
  theme: ChartTheme;
  /** Series are named in a key above the lines rather than at their ends. */
  narrow: boolean;
  padding: { left: number; right: number; top: number; bottom: number };
  axisHeight: number;
  scale: NiceScale;
  formatTick: (value: number) => string;
  /** Positions of the points whose label is written. */
  labelled: number[];
  /** Name and last value, each on one or two lines, of each series, cut to their room; null for a series without any point. */
  endLabels: ({ name: string[]; value: string[]; lastIndex: number } | null)[];
  /** Lines of the key, in narrow charts: each series with its left edge. */
  key: { name: string; x: number; row: number }[];
  events: EventsLayout;
  height: number;
}

/** Length of the sample of line in the key. */
export const KEY_SAMPLE = 22;

function lastIndexOf(series: Series): number {
  return series.points.reduce((last, point, index) => (point === null ? last : index), -1);
}

/** Every nth label, so that none touches the next; the last one always counts from the first. */
function labelledPoints(
  chart: LineChart,
  environment: ChartEnvironment,
  theme: ChartTheme,
  area: number,
): number[] {
  const count = chart.labels.length;
  if (count === 0) return [];
  const widest = Math.max(...chart.labels.map((label) => textWidth(environment, label, theme.small, 400)));
  const pitch = count > 1 ? area / (count - 1) : area;
  const least = Math.ceil((widest + theme.small * 0.7) / Math.max(pitch, 0.01));
  const step = [1, 2, 3, 4, 6, 12, 24].find((candidate) => candidate >= least) ?? Math.max(24, least);
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** Names set one after the other, on a new line when the width is used up. */
function keyOf(chart: LineChart, environment: ChartEnvironment, theme: ChartTheme): LineLayout['key'] {
  const widthOf = (text: string) => textWidth(environment, text, theme.small, 600);
  let [x, row] = [0, 0];
  return chart.series.map((series) => {
    const name = ellipsize(series.label, environment.width - KEY_SAMPLE - theme.gap, widthOf);
    const width = KEY_SAMPLE + theme.gap + widthOf(name);
    if (x > 0 && x + width > environment.width) [x, row] = [0, row + 1];
    const place = { name, x, row };
    x += width + theme.gap * 2.5;
    return place;
  });
}

const reaches = ({ series }: LineChart, text: string): boolean =>
  series.some(({ style, points }) => style === 'target' && points.at(-1)?.text === text);

/** Places the axes, the points' labels and the series' names. */
export function lineLayout(chart: LineChart, environment: ChartEnvironment): LineLayout {
  const theme = chartTheme(environment);
  const narrow = isNarrow(environment);
  const values = chart.series.flatMap((series) =>
    series.points.flatMap((point) => (point === null ? [] : [point.value])),
  );
  const scale = niceScale(values, narrow ? 4 : 5, chart.unit === 'percent' ? 100 : 1);
  const formatTick = tickFormatter(chart.unit, scale);
  const small = (text: string, weight: 400 | 600 = 400) => textWidth(environment, text, theme.small, weight);
  const room = environment.width * (narrow ? 0.3 : 0.26);
  const endLabels = chart.series.map((series) => {
    const lastIndex = lastIndexOf(series);
    const last = series.points[lastIndex];
    if (!last) return null;
    // A way that ends at the target is named, and its end is the target's.
    const isTold = series.style === 'expected' && reaches(chart, last.text);
    if (narrow && isTold) return null;
    const name = narrow ? [] : fitLabel(series.label, room, 2, (text) => small(text, 600));
    return { name, value: isTold ? [] : fitLabel(last.text, room, 2, (text) => small(text, 600)), lastIndex };
  });
  const endTexts = endLabels.flatMap((label) => (label === null ? [] : [...label.name, ...label.value]));
  const widest = Math.max(0, ...endTexts.map((text) => small(text, 600)));
  const key = narrow ? keyOf(chart, environment, theme) : [];
  const keyRows = Math.max(0, ...key.map((place) => place.row + 1));
  const events = eventsLayout(chart.events ?? [], environment, theme);
  const left = Math.ceil(Math.max(0, ...scale.ticks.map((tick) => small(formatTick(tick)))) + theme.gap);
  const lastLabel = chart.labels.at(-1) ?? '';
  const right = Math.ceil(Math.max(widest + theme.gap * 1.6, small(lastLabel) / 2 + 1));
  const natural =
    (environment.forPrint ? 150 : narrow ? 220 : 260) +
    keyRows * theme.small * LINE_HEIGHT * 1.3 +
    events.letterRoom +
    events.keyHeight;
  const above = Math.ceil(theme.small * (0.8 + keyRows * LINE_HEIGHT * 1.3)) + events.letterRoom;
  return {
    theme,
    narrow,
    padding: { left, right, top: above, bottom: 1 + events.keyHeight },
    axisHeight: Math.ceil(theme.small * 1.9),
    scale,
    formatTick,
    labelled: labelledPoints(chart, environment, theme, environment.width - left - right),
    endLabels,
    key,
    events,
    height: Math.ceil(environment.height ?? natural),
  };
}
