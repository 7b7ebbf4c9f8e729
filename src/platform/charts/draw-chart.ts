import type { ChartItem } from 'chart.js';
import { CanvasContext } from './canvas-context.js';
import { chartConfiguration, configuredHeight } from './chart-config.js';
import { chartClass } from './chart-registry.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { ChartDescription } from './chart.types.js';
import { PALETTE } from './palette.js';
import { measureWithFontTable } from './text-measurer.js';
import type { TextMeasurer, VectorBackend } from './vector-backend.types.js';

/** CSS families of the canvas font; each backend maps them to the fonts it holds. */
export const CHART_FONT_FAMILY = "'Source Sans 3', system-ui, sans-serif";

export interface DrawingOptions {
  width: number;
  /** Natural height when absent. */
  height?: number;
  forPrint?: boolean;
  /** 1.3 for large print. */
  textScale?: number;
}

function environmentOf(options: DrawingOptions, measure: TextMeasurer): ChartEnvironment {
  const { width, height, forPrint = false, textScale = 1 } = options;
  if (!(width > 0)) throw new RangeError(`A chart needs a width above zero, not ${width}`);
  return { width, height, forPrint, textScale, measure, fontFamily: CHART_FONT_FAMILY, palette: PALETTE };
}

/**
 * Natural height of a chart: CSS pixels on screen, points in print. `measure` may be left out when the fonts are not
 * at hand: the widths of the font tables are used.
 */
export function chartHeight(
  description: ChartDescription,
  options: DrawingOptions,
  measure: TextMeasurer = measureWithFontTable,
): number {
  return configuredHeight(description, environmentOf(options, measure));
}

/**
 * Draws a chart on a vector backend, its top left corner at (x, y). Returns the size that it takes. Synchronous; holds
 * neither title nor source, which are text around it.
 */
export function drawChart(
  description: ChartDescription,
  backend: VectorBackend,
  { x = 0, y = 0, ...options }: DrawingOptions & { x?: number; y?: number },
): { width: number; height: number } {
  const measure: TextMeasurer = (text, font) => backend.measureText(text, font);
  const environment = environmentOf(options, measure);
  const height = configuredHeight(description, environment);
  const configuration = chartConfiguration(description, environment);
  const Chart = chartClass();
  const context = new CanvasContext(backend, { x, y, width: environment.width, height });
  // Chart.js only needs the calls that CanvasContext offers; its types name the browser's class.
  const chart = new Chart(context.canvas as unknown as ChartItem, configuration);
  chart.destroy();
  return { width: environment.width, height };
}
