import type { ChartDescription } from './chart.types.js';
import { drawChart } from './draw-chart.js';
import { SvgBackend } from './svg-backend.js';
import { measureWithFontTable } from './text-measurer.js';

export interface SvgOptions {
  width: number;
  /** Natural height when absent. */
  height?: number;
  /** Start of every identifier in the file: unique in the page. The chart's own id when absent. */
  idPrefix?: string;
  className?: string;
}

/** The chart as one `<svg role="img">` element named by its sentence. The same input gives the same bytes. */
export function renderChartSvg(description: ChartDescription, options: SvgOptions): string {
  const { width, height, idPrefix = description.id, className = null } = options;
  const backend = new SvgBackend(idPrefix, measureWithFontTable);
  const size = drawChart(description, backend, { width, height });
  return backend.toSvg(size, description.sentence, className);
}

/** Widths at which a page's charts are drawn: beside each other on a wide page, on a telephone. */
const WIDE = 520;
const NARROW = 280;

/**
 * The chart twice, for wide and for narrow pages: text in an SVG shrinks with it, so one drawing cannot be read on
 * both. `charts.css` shows one; the other, not displayed, does not exist for assistive technology.
 */
export function renderResponsiveChartSvg(
  description: ChartDescription,
  widths: { wide?: number; narrow?: number } = {},
): string {
  const { wide = WIDE, narrow = NARROW } = widths;
  const render = (width: number, name: string) =>
    renderChartSvg(description, { width, idPrefix: `${description.id}-${name}`, className: `chart-${name}` });
  return render(wide, 'wide') + render(narrow, 'narrow');
}
