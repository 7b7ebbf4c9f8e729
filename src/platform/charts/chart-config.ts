import type { ChartConfiguration } from 'chart.js';
import { barConfiguration } from './bar-config.js';
import { barLayout } from './bar-layout.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { ChartDescription, ChartEvent } from './chart.types.js';
import { lineConfiguration } from './line-config.js';
import { lineLayout } from './line-layout.js';
import { timelineConfiguration } from './timeline-config.js';
import { timelineLayout } from './timeline-layout.js';

/** Any of our configurations, as Chart.js' constructor takes it. */
export type AnyChartConfiguration = ChartConfiguration<'bar' | 'line', (number | [number, number] | null)[]>;

const eventPlaces = ({ events = [] }: { events?: ChartEvent[] }): number[] => events.map(({ at }) => at);

function numbersOf(description: ChartDescription): (number | null)[] {
  switch (description.kind) {
    case 'bars':
      return [
        ...description.bars.flatMap((bar) => [bar.value, bar.target?.value ?? null]),
        description.reference?.value ?? null,
      ];
    case 'line':
      return [
        ...description.series.flatMap((series) => series.points.map((point) => point?.value ?? null)),
        ...eventPlaces(description),
      ];
    case 'timeline':
      return [...description.spans.flatMap((span) => [span.from, span.to]), ...eventPlaces(description)];
  }
}

/** A drawing with NaN in it is blank or wrong without a word: refuse it where its maker is still known. */
function refuseWrongNumbers(description: ChartDescription): void {
  if (numbersOf(description).some((value) => value !== null && !Number.isFinite(value))) {
    throw new RangeError(
      `Chart "${description.id}": every value must be a finite number, or null where it may be`,
    );
  }
}

/**
 * The one Chart.js configuration of a description: the page's SVG, the PDF and the browser's canvas are all made
 * from it. Pure: the same description and environment give the same drawing.
 */
export function chartConfiguration(
  description: ChartDescription,
  environment: ChartEnvironment,
): AnyChartConfiguration {
  refuseWrongNumbers(description);
  switch (description.kind) {
    case 'bars':
      return barConfiguration(description, environment) as AnyChartConfiguration;
    case 'line':
      return lineConfiguration(description, environment) as AnyChartConfiguration;
    case 'timeline':
      return timelineConfiguration(description, environment) as AnyChartConfiguration;
  }
}

/** Height that the drawing needs (or the imposed one), from the number of bars, spans and lines of labels. */
export function configuredHeight(description: ChartDescription, environment: ChartEnvironment): number {
  refuseWrongNumbers(description);
  switch (description.kind) {
    case 'bars':
      return barLayout(description, environment).height;
    case 'line':
      return lineLayout(description, environment).height;
    case 'timeline':
      return timelineLayout(description, environment).height;
  }
}
