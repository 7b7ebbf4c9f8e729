import type { ChartDescription } from './chart.types.js';
import { writeChart } from './chart-text.js';
import { renderResponsiveChartSvg } from './render-chart-svg.js';

/** Some 25 KB each: the charts of a hundred pages. */
const MOST_KEPT = 200;

interface DrawnChart {
  svg: string;
  /** The description as the page carries it. */
  text: string;
}

/** By what was asked, the least recently used first. */
const kept = new Map<string, DrawnChart>();

/** A chart for a page, drawn once as long as it says the same: drawing takes longer than all the rest of a page. */
export function drawnChart(
  description: ChartDescription,
  widths: { wide?: number; narrow?: number } = {},
): DrawnChart {
  const text = writeChart(description);
  const key = `${widths.wide ?? ''} ${widths.narrow ?? ''} ${text}`;
  const drawn = kept.get(key) ?? { svg: renderResponsiveChartSvg(description, widths), text };
  kept.delete(key);
  kept.set(key, drawn);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return drawn;
}
