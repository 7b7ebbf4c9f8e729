import type { Plugin } from 'chart.js';
import { chartTheme, type ChartEnvironment } from './chart-theme.js';
import { drawLine } from './drawing.js';

/** A chart without anything to show says so rather than stay blank. */
export function emptyNote(environment: ChartEnvironment): Plugin<'bar' | 'line'> {
  return {
    id: 'empty-note',
    afterDraw(instance) {
      const { label } = chartTheme(environment);
      const look = { size: label, weight: 400 as const, color: environment.palette.inkSoft };
      instance.ctx.save();
      drawLine(instance.ctx, environment, 'Aucune donnée à représenter.', [0, instance.height / 2], look);
      instance.ctx.restore();
    },
  };
}
