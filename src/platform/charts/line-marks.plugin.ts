import type { Chart, Plugin } from 'chart.js';
import { LINE_HEIGHT, type ChartEnvironment } from './chart-theme.js';
import type { LineChart } from './chart.types.js';
import { drawLine, drawRule, type DrawingSurface } from './drawing.js';
import { drawEventKey, drawEventLetters, drawEventRules, type EventsDrawing } from './event-marks.js';
import { KEY_SAMPLE, type LineLayout, type Series } from './line-layout.js';
import { spreadApart } from './spread-apart.js';

/** Colour, width and dashes of a series: the year solid and dark, the year before lighter, what was expected dashed, the target dotted. */
export function lineLook(
  style: Series['style'],
  { palette, forPrint }: Pick<ChartEnvironment, 'palette' | 'forPrint'>,
): { color: string; width: number; dash: number[] } {
  const scale = forPrint ? 0.6 : 1;
  const dashes = (lengths: number[]) => lengths.map((length) => length * scale);
  switch (style) {
    case 'main':
      return { color: palette.river, width: 2.5 * scale, dash: [] };
    case 'previous':
      return { color: palette.stone, width: 2 * scale, dash: dashes([6, 4]) };
    case 'expected':
      return { color: palette.wine, width: 1.5 * scale, dash: dashes([6, 4]) };
    case 'target':
      return { color: palette.wine, width: 1.5 * scale, dash: dashes([2, 3]) };
  }
}

/** Text takes the line's colour: each is dark enough to be read. */
function drawKey(
  surface: DrawingSurface,
  chart: LineChart,
  layout: LineLayout,
  environment: ChartEnvironment,
): void {
  const { small, gap } = layout.theme;
  layout.key.forEach(({ name, x, row }, index) => {
    const series = chart.series[index];
    if (!series) return;
    const y = small * (0.7 + row * LINE_HEIGHT * 1.3);
    drawRule(surface, [x, y, x + KEY_SAMPLE, y], lineLook(series.style, environment));
    const look = { size: small, weight: 600, color: environment.palette.ink } as const;
    drawLine(surface, environment, name, [x + KEY_SAMPLE + gap, y], look);
  });
}

/** Names and last values at the right, each level with its last point unless it would touch another. */
function drawEndLabels(
  surface: DrawingSurface,
  layout: LineLayout,
  environment: ChartEnvironment,
  places: {
    x: (index: number) => number;
    y: (index: number) => number | null;
    right: number;
    top: number;
    bottom: number;
  },
  chart: LineChart,
): void {
  const { small, gap, hairline } = layout.theme;
  const leading = small * LINE_HEIGHT;
  const rows = layout.endLabels.flatMap((label, index) => {
    const y = places.y(index);
    return label === null || y === null ? [] : [{ label, index, y }];
  });
  const block = leading * Math.max(1, ...rows.map(({ label }) => label.name.length + label.value.length));
  // Under the plot are the names of the months.
  const over = Math.max(0, block / 2 - leading * 0.75);
  const bounds: [number, number] = [places.top - small * 0.2 + block / 2 - leading / 2, places.bottom - over];
  const middles = spreadApart(
    rows.map((row) => row.y),
    block + 2,
    bounds,
  );
  rows.forEach(({ label, index, y }, position) => {
    const middle = middles[position] ?? y;
    const style = chart.series[index]?.style ?? 'main';
    const x = places.right + gap * 1.4;
    const from = places.x(label.lastIndex);
    if (from < places.right - 4) {
      drawRule(surface, [from + gap, y, x - 3, middle], {
        color: environment.palette.inkFaint,
        width: hairline,
        dash: [hairline, hairline * 3],
      });
    }
    const { color } = lineLook(style, environment);
    const lines = [...label.name, ...label.value];
    const first = middle - ((lines.length - 1) * leading) / 2;
    lines.forEach((line, rank) => {
      // A value under its name is quiet; alone, it takes the line's colour.
      const quiet = label.name.length > 0 && rank >= label.name.length;
      drawLine(surface, environment, line, [x, first + rank * leading], {
        size: small,
        weight: quiet ? 400 : 600,
        color: quiet ? environment.palette.ink : color,
      });
    });
  });
}

/** The key, the zero line and the labels at the ends of the lines. */
export function lineMarks(
  chart: LineChart,
  layout: LineLayout,
  environment: ChartEnvironment,
): Plugin<'line'> {
  const { small } = layout.theme;
  const eventsDrawing = (surface: DrawingSurface): EventsDrawing => ({
    surface,
    environment,
    theme: layout.theme,
    events: chart.events ?? [],
    layout: layout.events,
  });
  /** Between two points as well: a category scale only knows whole ones. */
  const placeOf = (instance: Chart): ((position: number) => number) => {
    const { left, right } = instance.chartArea;
    const last = Math.max(1, chart.labels.length - 1);
    return (position) => left + ((right - left) * position) / last;
  };
  return {
    id: 'line-marks',
    beforeDatasetsDraw(instance) {
      const { y } = instance.scales;
      if (!y) return;
      const surface: DrawingSurface = instance.ctx;
      const { left, right } = instance.chartArea;
      const zero = y.getPixelForValue(0);
      surface.save();
      drawRule(surface, [left, zero, right, zero], {
        color: environment.palette.inkSoft,
        width: layout.theme.hairline,
      });
      const { top, bottom } = instance.chartArea;
      drawEventRules(eventsDrawing(surface), placeOf(instance), [top - small * 0.2, bottom]);
      surface.restore();
    },
    afterDatasetsDraw(instance) {
      const { x, y } = instance.scales;
      if (!x || !y) return;
      const surface: DrawingSurface = instance.ctx;
      const lastPoint = (index: number) =>
        chart.series[index]?.points[layout.endLabels[index]?.lastIndex ?? -1] ?? null;
      const places = {
        x: (index: number) => x.getPixelForValue(index),
        y: (index: number) => {
          const point = lastPoint(index);
          return point === null ? null : y.getPixelForValue(point.value);
        },
        right: instance.chartArea.right,
        top: instance.chartArea.top,
        bottom: instance.chartArea.bottom,
      };
      surface.save();
      drawKey(surface, chart, layout, environment);
      drawEndLabels(surface, layout, environment, places, chart);
      const { left, right, top } = instance.chartArea;
      const events = eventsDrawing(surface);
      drawEventLetters(events, placeOf(instance), top - small * 0.8, [left, right]);
      drawEventKey(events, layout.height - layout.events.keyHeight);
      surface.restore();
    },
  };
}
