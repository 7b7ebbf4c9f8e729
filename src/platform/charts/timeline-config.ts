import type { ChartConfiguration } from 'chart.js';
import { baseOptions, fixedAxisHeight } from './base-options.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { TimelineChart } from './chart.types.js';
import { emptyNote } from './empty-note.plugin.js';
import { MONTHS_IN_YEAR, timelineLayout } from './timeline-layout.js';
import { spanColours, timelineMarks } from './timeline-marks.plugin.js';

/** Chart.js configuration of the year in operations: floating bars on an axis of twelve months. */
export function timelineConfiguration(
  chart: TimelineChart,
  environment: ChartEnvironment,
): ChartConfiguration<'bar'> {
  const layout = timelineLayout(chart, environment);
  const colours = chart.spans.map((span) => spanColours(span.tone, environment));
  return {
    type: 'bar',
    data: {
      labels: chart.spans.map((span) => span.label),
      datasets: [
        {
          data: layout.solid,
          backgroundColor: colours.map((colour) => colour.fill),
          borderColor: colours.map((colour) => colour.outline),
          borderWidth: layout.theme.hairline,
          borderSkipped: false,
          borderRadius: environment.forPrint ? 1.5 : 3,
          barThickness: layout.thickness,
          clip: false,
        },
      ],
    },
    options: {
      ...baseOptions(environment),
      indexAxis: 'y',
      layout: { padding: layout.padding },
      scales: {
        x: { type: 'linear', display: false, min: 0, max: MONTHS_IN_YEAR, afterFit: fixedAxisHeight(0) },
        y: { type: 'category', display: false, offset: true },
      },
    },
    plugins: [chart.spans.length === 0 ? emptyNote(environment) : timelineMarks(chart, layout, environment)],
  };
}
