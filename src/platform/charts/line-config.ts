import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { baseOptions, fixedAxisHeight, tickValues } from './base-options.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { LineChart } from './chart.types.js';
import { emptyNote } from './empty-note.plugin.js';
import { lineLayout, type Series } from './line-layout.js';
import { lineLook, lineMarks } from './line-marks.plugin.js';

/** Beyond this number of points, only those that say something more are marked. */
const MANY_POINTS = 16;

/** Marks every point of a short line; of a long one the last, the provisional and those between two gaps. */
function pointRadius(series: Series, index: number, radius: number): number {
  const { points, style } = series;
  if (!points[index] || style === 'target' || style === 'expected') return 0;
  const alone = !points[index - 1] && !points[index + 1];
  const last = points.slice(index + 1).every((point) => point === null);
  if (alone || last || points[index]?.provisional === true) return radius;
  return points.length > MANY_POINTS || style !== 'main' ? 0 : radius;
}

function datasetOf(series: Series, environment: ChartEnvironment): ChartDataset<'line', (number | null)[]> {
  const look = lineLook(series.style, environment);
  const [radius, border] = environment.forPrint ? [2, 1] : [3.5, 1.75];
  // Provisional points are hollow.
  const fills = series.points.map((point) =>
    point?.provisional === true ? environment.palette.paper : look.color,
  );
  return {
    label: series.label,
    data: series.points.map((point) => point?.value ?? null),
    borderColor: look.color,
    borderWidth: look.width,
    borderDash: look.dash,
    borderJoinStyle: 'round',
    pointBackgroundColor: fills,
    pointHoverBackgroundColor: fills,
    pointHoverBorderColor: look.color,
    pointBorderColor: look.color,
    pointBorderWidth: border,
    pointHoverBorderWidth: border,
    pointHoverRadius: radius * 1.3,
    pointRadius: series.points.map((_, index) => pointRadius(series, index, radius)),
    // A straight line between two measurements says no more than is known.
    tension: 0,
    spanGaps: false,
    clip: false,
  };
}

/** Chart.js configuration of values through time. */
export function lineConfiguration(
  chart: LineChart,
  environment: ChartEnvironment,
): ChartConfiguration<'line', (number | null)[]> {
  const layout = lineLayout(chart, environment);
  const { palette, fontFamily } = environment;
  const empty = layout.endLabels.every((label) => label === null);
  const ticks = { color: palette.inkSoft, font: { family: fontFamily, size: layout.theme.small } };
  const padding = layout.theme.gap;
  return {
    type: 'line',
    data: { labels: chart.labels, datasets: chart.series.map((series) => datasetOf(series, environment)) },
    options: {
      ...baseOptions(environment),
      layout: { padding: { ...layout.padding, left: 0 } },
      scales: {
        x: {
          type: 'category',
          display: !empty,
          offset: chart.labels.length === 1,
          afterBuildTicks: tickValues(layout.labelled),
          afterFit: fixedAxisHeight(layout.axisHeight),
          border: { display: false },
          grid: { display: false, drawTicks: false },
          ticks: {
            ...ticks,
            padding,
            autoSkip: false,
            maxRotation: 0,
            callback: (value) => chart.labels[Number(value)] ?? '',
          },
        },
        y: {
          type: 'linear',
          display: !empty,
          min: layout.scale.min,
          max: layout.scale.max,
          afterBuildTicks: tickValues(layout.scale.ticks),
          afterFit: (axis) => {
            axis.width = layout.padding.left;
            axis.paddingTop = 0;
            axis.paddingBottom = 0;
          },
          border: { display: false },
          grid: { color: palette.grid, lineWidth: layout.theme.hairline, drawTicks: false },
          ticks: {
            ...ticks,
            padding,
            autoSkip: false,
            callback: (value) => layout.formatTick(Number(value)),
          },
        },
      },
    },
    plugins: [empty ? emptyNote(environment) : lineMarks(chart, layout, environment)],
  };
}
