import type { Plugin } from 'chart.js';
import { drawEventKey, drawEventLetters, drawEventRules, type EventsDrawing } from './event-marks.js';
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
      under: layout.height - layout.events.keyHeight - layout.events.letterRoom,
    };
  };
  const eventsDrawing = ({ surface }: Pick<TimelineDrawing, 'surface'>): EventsDrawing => ({
    surface,
    environment,
    theme: layout.theme,
    events: chart.events ?? [],
    layout: layout.events,
  });
  return {
    id: 'timeline-marks',
    beforeDatasetsDraw(instance) {
      const drawing = drawingOf(instance);
      if (drawing === null) return;
      drawing.surface.save();
      drawHeader(drawing);
      const { headerMiddle } = layout;
      drawEventRules(eventsDrawing(drawing), drawing.at, [headerMiddle * 2, drawing.under]);
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
      const events = eventsDrawing(drawing);
      const { small } = layout.theme;
      drawEventLetters(events, drawing.at, drawing.under + small * 0.7, [
        drawing.at(0),
        environment.width - small / 2,
      ]);
      drawEventKey(events, layout.height - layout.events.keyHeight);
      drawing.surface.restore();
    },
  };
}
