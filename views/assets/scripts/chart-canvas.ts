import { Tooltip, type Chart } from 'chart.js';
import { chartConfiguration, configuredHeight } from '../../../src/platform/charts/chart-config.js';
import { chartClass } from '../../../src/platform/charts/chart-registry.js';
import type { ChartEnvironment } from '../../../src/platform/charts/chart-theme.js';
import type { ChartDescription } from '../../../src/platform/charts/chart.types.js';
import type { ChartPoint } from '../../../src/platform/charts/point-texts.js';
import { environmentOf } from './chart-surroundings.js';

/** Tooltips in French, with the values as written: nothing is formatted a second time. */
function tooltipOptions(points: readonly ChartPoint[], { palette, fontFamily, textScale }: ChartEnvironment) {
  const font = { family: fontFamily, size: 14 * textScale };
  return {
    enabled: true,
    animation: false as const,
    displayColors: false,
    backgroundColor: palette.ink,
    titleColor: palette.paper,
    bodyColor: palette.paper,
    titleFont: { ...font, weight: 600 },
    bodyFont: { ...font, weight: 400 },
    padding: 10,
    cornerRadius: 6,
    // One box for all the series of a point.
    filter: (_item: unknown, rank: number) => rank === 0,
    callbacks: {
      title: ([item]: { dataIndex: number }[]) => (item ? (points[item.dataIndex]?.title ?? '') : ''),
      label: (item: { dataIndex: number }) => points[item.dataIndex]?.lines ?? [],
    },
  };
}

/** A live drawing on a canvas, made from the configuration of the page's SVG with events and tooltips added. */
export class ChartCanvas {
  private chart: Chart | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly description: ChartDescription,
    private readonly points: readonly ChartPoint[],
  ) {}

  /** Draws at a width in CSS pixels; the former drawing goes. */
  draw(width: number): void {
    const surface = this.canvas.getContext('2d');
    if (surface === null) throw new Error('This browser draws no canvas');
    this.chart?.destroy();
    const environment = environmentOf(surface, width);
    const configuration = chartConfiguration(this.description, environment);
    this.canvas.width = width;
    this.canvas.height = configuredHeight(this.description, environment);
    const Chart = chartClass();
    Chart.register(Tooltip);
    this.chart = new Chart(this.canvas, {
      ...configuration,
      options: {
        ...configuration.options,
        devicePixelRatio: window.devicePixelRatio,
        events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
        interaction: { mode: 'index', axis: this.description.kind === 'line' ? 'x' : 'y', intersect: false },
        plugins: { tooltip: tooltipOptions(this.points, environment) },
      },
    });
  }

  /** Highlights a point and shows its tooltip; null leaves none. */
  show(point: ChartPoint | null): void {
    const { chart } = this;
    if (chart === null) return;
    const elements = point?.elements ?? [];
    chart.setActiveElements(elements);
    chart.tooltip?.setActiveElements(elements, { x: 0, y: 0 });
    chart.update('none');
  }
}
