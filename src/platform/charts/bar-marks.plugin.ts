import type { Plugin } from 'chart.js';
import {
  drawNames,
  drawReference,
  drawTarget,
  drawUncertainEnd,
  drawValue,
  type BarDrawing,
} from './bar-drawing.js';
import type { BarLayout } from './bar-layout.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { BarChart } from './chart.types.js';
import { drawRule, type DrawingSurface } from './drawing.js';

/** Names, uncertain ends, values, targets and the reference line, drawn over Chart.js' bars. */
export function barMarks(chart: BarChart, layout: BarLayout, environment: ChartEnvironment): Plugin<'bar'> {
  return {
    id: 'bar-marks',
    afterDatasetsDraw(instance) {
      const { x, y } = instance.scales;
      if (!x || !y) return;
      const surface: DrawingSurface = instance.ctx;
      const drawing: BarDrawing = {
        surface,
        chart,
        layout,
        environment,
        at: (value) => x.getPixelForValue(value),
        middle: (index) => y.getPixelForValue(index),
        top: instance.chartArea.top,
        bottom: Math.min(instance.chartArea.bottom, layout.height - 1),
      };
      surface.save();
      const zero = drawing.at(0);
      drawRule(surface, [zero, layout.narrow ? 2 : drawing.top, zero, drawing.bottom], {
        color: environment.palette.inkSoft,
        width: layout.theme.hairline,
      });
      chart.bars.forEach((bar, index) => drawUncertainEnd(drawing, bar, index));
      drawReference(drawing);
      drawNames(drawing);
      chart.bars.forEach((bar, index) => {
        drawValue(drawing, bar, index);
        drawTarget(drawing, bar, index);
      });
      surface.restore();
    },
  };
}
