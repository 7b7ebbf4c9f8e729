import type { ChartDescription } from '../../../src/platform/charts/chart.types.js';
import { readChart } from '../../../src/platform/charts/chart-text.js';
import { chartPoints } from '../../../src/platform/charts/point-texts.js';
import { ChartCanvas } from './chart-canvas.js';
import { walkWithKeys } from './chart-keyboard.js';
import { chartFonts, DARK } from './chart-surroundings.js';

/** What a figure holds, or null when it was not written by our page. */
function descriptionOf(figure: Element): ChartDescription | null {
  const text = figure.querySelector('script[data-chart-description]')?.textContent;
  return text ? readChart(text) : null;
}

function canvasOf(drawing: Element): HTMLCanvasElement {
  const present = drawing.querySelector('canvas');
  if (present) return present;
  const canvas = document.createElement('canvas');
  drawing.append(canvas);
  return canvas;
}

/** Calls back at the next frame, once however often it is asked. */
function oncePerFrame(task: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      task();
    });
  };
}

/** Takes over one figure: the server's drawing stays until the canvas is drawn, and comes back in print. */
function enhance(figure: Element): void {
  const description = descriptionOf(figure);
  const drawing = figure.querySelector<HTMLElement>('.chart-drawing');
  if (description === null || drawing === null) return;
  const canvas = canvasOf(drawing);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', description.sentence);
  const points = chartPoints(description);
  const live = new ChartCanvas(canvas, description, points);
  let drawnAt = '';
  const draw = (): void => {
    const width = Math.floor(drawing.clientWidth);
    const dark = matchMedia(DARK).matches;
    const at = `${width} ${window.devicePixelRatio} ${dark} ${getComputedStyle(document.documentElement).fontSize}`;
    // A folded <details> or a page being printed has no width: what was drawn stays.
    if (width < 100 || at === drawnAt) return;
    live.draw(width);
    drawnAt = at;
    canvas.hidden = false;
    figure.classList.add('chart-live');
  };
  draw();
  const redraw = oncePerFrame(draw);
  new ResizeObserver(redraw).observe(drawing);
  matchMedia(DARK).addEventListener('change', redraw);
  walkWithKeys(drawing, description.id, points, (point) => live.show(point));
}

/** Makes each chart of the page answer to the pointer and the keyboard. A chart that fails keeps its drawing. */
export async function enhanceCharts(root: Document): Promise<void> {
  await chartFonts();
  for (const figure of root.querySelectorAll('figure[data-chart]')) {
    try {
      enhance(figure);
    } catch (error) {
      console.error(error);
    }
  }
}
