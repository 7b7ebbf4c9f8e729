import type { Scale } from 'chart.js';
import type { ChartEnvironment } from './chart-theme.js';

/** Options common to all charts: drawn once, at the given size, without any event; the browser adds its own. */
export function baseOptions({ fontFamily }: ChartEnvironment) {
  return {
    animation: false as const,
    responsive: false,
    devicePixelRatio: 1,
    events: [],
    font: { family: fontFamily },
    plugins: { tooltip: { enabled: false } },
  };
}

/** Replaces Chart.js' ticks by ours: the layout was computed with them. */
export function tickValues(values: readonly number[]): (axis: Scale) => void {
  return (axis) => {
    axis.ticks = values.map((value) => ({ value }));
  };
}

/** Gives an axis its computed height and no overhang, so that the plotting area is exactly where the layout says. */
export function fixedAxisHeight(height: number): (axis: Scale) => void {
  return (axis) => {
    axis.height = height;
    axis.paddingLeft = 0;
    axis.paddingRight = 0;
  };
}
