import type { StrokeStyle } from './vector-backend.types.js';

/**
 * The state that `save` keeps, under its canvas names (Chart.js assigns these properties itself), and the calls that
 * have no vector equivalent: they throw rather than vanish from paper.
 */
export class CanvasState {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineCap: StrokeStyle['cap'] = 'butt';
  lineJoin: StrokeStyle['join'] = 'miter';
  /** Canvas says 10; charts have no corner where it differs from 4, SVG's default, which is then not written. */
  miterLimit = 4;
  lineDashOffset = 0;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  direction = 'ltr';

  /** A copy of the state alone, to be assigned back later. */
  state(): Partial<CanvasState> {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset } = this;
    const { globalAlpha, font, textAlign, textBaseline, direction } = this;
    const line = { lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset };
    return { fillStyle, strokeStyle, ...line, globalAlpha, font, textAlign, textBaseline, direction };
  }

  strokeText(): never {
    throw new Error('Charts draw no outlined text: it has no counterpart on paper');
  }

  drawImage(): never {
    throw new Error('Charts hold no bitmap: draw it with paths');
  }

  createLinearGradient(): never {
    throw new Error('Charts hold no gradient: use a colour of the palette');
  }
}
