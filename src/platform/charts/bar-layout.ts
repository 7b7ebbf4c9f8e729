import {
  chartTheme,
  isNarrow,
  LINE_HEIGHT,
  textWidth,
  type ChartEnvironment,
  type ChartTheme,
} from './chart-theme.js';
import type { BarChart } from './chart.types.js';
import { niceScale, type NiceScale } from './nice-scale.js';
import { fitLabel } from './text-fit.js';
import { textStart } from './text-placement.js';
import { tickFormatter } from './tick-format.js';

export interface BarLayout {
  theme: ChartTheme;
  narrow: boolean;
  /** Each bar's name on one or two lines. */
  labels: string[][];
  /** Height of the line that says the target above its bar; 0 when no bar has one. */
  note: number;
  thickness: number;
  /** Space for names, header and values around the plotting area. */
  padding: { left: number; right: number; top: number; bottom: number };
  /** Height of the axis numbers; 0 when they are left out (narrow: each value is written already). */
  axisHeight: number;
  scale: NiceScale;
  formatTick: (value: number) => string;
  /** Natural height, or the imposed one. */
  height: number;
}

type Bar = BarChart['bars'][number];

/** Length by which the hatch goes beyond the value. */
export function hatchBeyond(bar: Bar, theme: ChartTheme): number {
  return bar.value >= 0 && (bar.uncertain === 'upper' || bar.uncertain === 'both') ? theme.hatch : 0;
}

/** Half the width of the target's diamond. */
export function diamondRadius(theme: ChartTheme): number {
  return theme.small * 0.5;
}

/** How far from the start of a value the reference line may stand for the value to step over it. */
const STEP_OVER = 2.5;

/** What a value may not cover: its target's diamond, or the reference line when it would cut the first characters. */
export function obstacleOf(
  chart: BarChart,
  bar: Bar,
  theme: ChartTheme,
  place: { end: number; at: (value: number) => number },
): readonly [number, number] | null {
  if (bar.target !== null) {
    const [mark, radius] = [place.at(bar.target.value), diamondRadius(theme)];
    return [mark - radius, mark + radius];
  }
  if (chart.reference === null) return null;
  const line = place.at(chart.reference.value);
  return line - place.end < theme.gap + theme.value * STEP_OVER ? [line - 1, line + 1] : null;
}

/** Right margin such that each value stands beside its bar; beyond a third of the width, values go on the bars. */
function rightMargin(
  chart: BarChart,
  environment: ChartEnvironment,
  left: number,
  layout: { theme: ChartTheme; scale: NiceScale; least: number },
): number {
  const { theme, scale } = layout;
  const most = (environment.width - left) * 0.38;
  let margin = layout.least;
  for (let round = 0; round < 6 && margin < most; round++) {
    const area = environment.width - left - margin;
    const share = (value: number) => (value - scale.min) / (scale.max - scale.min);
    const needs = chart.bars.map((bar) => {
      const end = left + share(Math.max(0, bar.value)) * area + hatchBeyond(bar, theme);
      const width = textWidth(environment, bar.text, theme.value, 700);
      const obstacle = obstacleOf(chart, bar, theme, { end, at: (value) => left + share(value) * area });
      const over = textStart({ end, gap: theme.gap, textWidth: width, obstacle }) + width - environment.width;
      return over / Math.max(0.1, share(Math.max(0, bar.value)));
    });
    const worst = Math.max(0, ...needs);
    if (worst < 0.5) break;
    margin = Math.min(most, margin + worst);
  }
  return Math.ceil(margin);
}

function labelColumn(
  chart: BarChart,
  environment: ChartEnvironment,
  theme: ChartTheme,
  { narrow, maxLines }: { narrow: boolean; maxLines: 1 | 2 },
): { labels: string[][]; left: number } {
  const widthOf = (text: string) => textWidth(environment, text, theme.label, 400);
  const room = narrow ? environment.width : environment.width * 0.36;
  const labels = chart.bars.map((bar) => fitLabel(bar.label, room, maxLines, widthOf));
  if (narrow) return { labels, left: 1 };
  const widest = Math.max(0, ...labels.flat().map(widthOf));
  return { labels, left: Math.ceil(widest + theme.gap * 1.7) };
}

interface Rows {
  note: number;
  row: number;
  thickness: number;
  /** Height of what stands above the bar inside its row (narrow only). */
  above: number;
  /** Distance from the middle of the row down to the middle of the bar. */
  shift: number;
}

/** Row height and bar thickness: airy when few, tighter when many. */
function rowsOf(
  chart: BarChart,
  environment: ChartEnvironment,
  theme: ChartTheme,
  { narrow, lines }: { narrow: boolean; lines: number },
): Rows {
  const unit = environment.forPrint ? 0.8 : 1;
  const many = chart.bars.length > 12;
  const thickness = (many ? 16 : 24) * unit;
  const labelHeight = lines * theme.label * LINE_HEIGHT;
  const note = chart.bars.some((bar) => bar.target !== null) ? theme.small * 1.4 : 0;
  if (!narrow) {
    const airy = thickness + (many ? 10 : 22) * unit;
    return {
      row: Math.max(airy, labelHeight + 6 * unit, thickness + 2 * note),
      thickness,
      above: 0,
      note,
      shift: 0,
    };
  }
  const above = labelHeight + 3 * unit + note;
  const below = 14 * unit;
  return { row: above + thickness + below, thickness, above, note, shift: (above - below) / 2 };
}

function layOut(chart: BarChart, environment: ChartEnvironment, compact: boolean): BarLayout {
  const theme = chartTheme(environment, compact);
  const narrow = isNarrow(environment);
  const values = [
    ...chart.bars.flatMap((bar) => [bar.value, ...(bar.target === null ? [] : [bar.target.value])]),
    ...(chart.reference === null ? [] : [chart.reference.value]),
  ];
  const scale = niceScale(values, environment.width < 420 ? 4 : 6, chart.unit === 'percent' ? 100 : 1);
  const formatTick = tickFormatter(chart.unit, scale);
  const { labels, left } = labelColumn(chart, environment, theme, { narrow, maxLines: compact ? 1 : 2 });
  const lines = Math.max(1, ...labels.map((label) => label.length));
  const { row, thickness, above, note, shift } = rowsOf(chart, environment, theme, { narrow, lines });
  const axisHeight = narrow || chart.bars.length === 0 ? 0 : Math.ceil(theme.small * 1.9);
  const least =
    axisHeight > 0 ? Math.ceil(textWidth(environment, formatTick(scale.max), theme.small, 400) / 2 + 1) : 2;
  const right = rightMargin(chart, environment, left, { theme, scale, least });
  const header = chart.reference === null ? 4 : Math.ceil(theme.small * 1.7);
  const count = Math.max(1, chart.bars.length);
  const height = Math.ceil(environment.height ?? header + count * row + axisHeight + 2);
  const fittingRow = (height - header - axisHeight - 2) / count;
  return {
    theme,
    narrow,
    labels,
    // Without room above the bars, the diamonds stay and their words are left to the table.
    note: compact ? 0 : note,
    thickness: Math.max(2, Math.min(thickness, (fittingRow - above) * (narrow ? 0.9 : 0.7))),
    // Names above the bars push these below the middle of their row: the plotting area moves down with them.
    padding: { left, right, top: header + shift, bottom: 2 - shift },
    axisHeight,
    scale,
    formatTick,
    height,
  };
}

/**
 * Places everything that Chart.js does not: a pure function of the description and the surface. An imposed height
 * below the natural one sets names on one line, in the smallest text.
 */
export function barLayout(chart: BarChart, environment: ChartEnvironment): BarLayout {
  const natural = layOut(chart, { ...environment, height: undefined }, false);
  const { height = natural.height } = environment;
  if (height === natural.height) return natural;
  return layOut(chart, environment, height < natural.height);
}
