import type { ChartConfiguration } from 'chart.js';
import { barLayout } from './bar-layout.js';
import { barColour } from './bar-drawing.js';
import { barMarks } from './bar-marks.plugin.js';
import { baseOptions, fixedAxisHeight, tickValues } from './base-options.js';
import { emptyNote } from './empty-note.plugin.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { BarChart } from './chart.types.js';

/** Chart.js configuration of horizontal bars. */
export function barConfiguration(chart: BarChart, environment: ChartEnvironment): ChartConfiguration<'bar'> {
  const layout = barLayout(chart, environment);
  const { palette, fontFamily } = environment;
  const colours = chart.bars.map((bar) => barColour(bar.tone, environment));
  const radius = environment.forPrint ? 1.5 : 3;
  return {
    type: 'bar',
    data: {
      labels: chart.bars.map((bar) => bar.label),
      datasets: [
        {
          data: chart.bars.map((bar) => bar.value),
          backgroundColor: colours,
          hoverBackgroundColor: colours,
          barThickness: layout.thickness,
          borderWidth: 0,
          borderRadius: chart.bars.map((bar) => (bar.uncertain === 'none' ? radius : 0)),
          // Chart.js would make each bar a third of a pixel longer at both ends.
          inflateAmount: 0,
          clip: false,
        },
      ],
    },
    options: {
      ...baseOptions(environment),
      indexAxis: 'y',
      layout: { padding: layout.padding },
      scales: {
        x: {
          type: 'linear',
          display: layout.axisHeight > 0,
          min: layout.scale.min,
          max: layout.scale.max,
          afterBuildTicks: tickValues(layout.scale.ticks),
          afterFit: fixedAxisHeight(layout.axisHeight),
          border: { display: false },
          grid: {
            color: palette.grid,
            // Chart.js starts bars beside a gridline at zero, not on it; the zero line is drawn with the marks.
            lineWidth: ({ tick }) => (tick?.value === 0 ? 0 : layout.theme.hairline),
            drawTicks: false,
          },
          ticks: {
            autoSkip: false,
            maxRotation: 0,
            padding: layout.theme.gap,
            color: palette.inkSoft,
            font: { family: fontFamily, size: layout.theme.small },
            callback: (value) => layout.formatTick(Number(value)),
          },
        },
        y: { type: 'category', display: false, offset: true },
      },
    },
    plugins: [chart.bars.length === 0 ? emptyNote(environment) : barMarks(chart, layout, environment)],
  };
}
