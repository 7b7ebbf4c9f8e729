import type { Plugin } from 'chart.js';
import type { ChartEnvironment } from './chart-theme.js';
import type { TimelineChart } from './chart.types.js';
import {
  drawFadingEnd,
  drawHeader,
  drawNames,
  drawOutlinedBar,
  drawText,
  type TimelineDrawing,
} from './timeline-drawing.js';
import type { TimelineLayout } from './timeline-layout.js';

/** Months, names, hatches, open ends and texts of the year in operations, around Chart.js' floating bars. */
export function timelineMarks(
  chart: TimelineChart,
  layout: TimelineLayout,
  environment: ChartEnvironment,
): Plugin<'bar'> {
  const drawingOf = (
    instance: Parameters<NonNullable<Plugin<'bar'>['afterDraw']>>[0],
  ): TimelineDrawing | null => {
    const { x, y } = instance.scales;
    if (!x || !y) return null;
    return {
      surface: instance.ctx,
      chart,
      layout,
      environment,
      at: (month) => x.getPixelForValue(month),
      middle: (index) => y.getPixelForValue(index),
      bottom: Math.min(instance.chartArea.bottom, layout.height - 1),
    };
  };
  return {
    id: 'timeline-marks',
    beforeDatasetsDraw(instance) {
      const drawing = drawingOf(instance);
      if (drawing === null) return;
      drawing.surface.save();
      drawHeader(drawing);
      drawing.surface.restore();
    },
    afterDatasetsDraw(instance) {
      const drawing = drawingOf(instance);
      if (drawing === null) return;
      drawing.surface.save();
      drawNames(drawing);
      chart.spans.forEach((span, index) => {
        const solid = layout.solid[index] ?? null;
        drawOutlinedBar(drawing, span, index);
        if (span.openEnd && solid !== null) drawFadingEnd(drawing, span, index, drawing.at(solid[1]));
        drawText(drawing, span, index);
      });
      drawing.surface.restore();
    },
  };
}
