import type { ChartConfiguration } from 'chart.js';
import { baseOptions, fixedAxisHeight } from './base-options.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { TimelineChart } from './chart.types.js';
import { emptyNote } from './empty-note.plugin.js';
import { timelineLayout } from './timeline-layout.js';
import { isOutlined, spanColours } from './timeline-drawing.js';
import { timelineMarks } from './timeline-marks.plugin.js';

/** Chart.js configuration of the year in operations: floating bars on an axis of twelve months. */
export function timelineConfiguration(
  chart: TimelineChart,
  environment: ChartEnvironment,
): ChartConfiguration<'bar'> {
  const layout = timelineLayout(chart, environment);
  const colours = chart.spans.map((span) => spanColours(span.tone, environment).fill);
  return {
    type: 'bar',
    data: {
      labels: chart.spans.map((span) => span.label),
      datasets: [
        {
          data: layout.solid,
          backgroundColor: colours,
          hoverBackgroundColor: colours,
          borderWidth: 0,
          borderRadius: chart.spans.map((span) => (isOutlined(span) ? 0 : environment.forPrint ? 1.5 : 3)),
          borderSkipped: false,
          barThickness: layout.thickness,
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
          display: false,
          min: 0,
          max: layout.months.length,
          afterFit: fixedAxisHeight(0),
        },
        y: { type: 'category', display: false, offset: true },
      },
    },
    plugins: [chart.spans.length === 0 ? emptyNote(environment) : timelineMarks(chart, layout, environment)],
  };
}
