/**
 * What a surface must offer to receive a chart. The Canvas adapter (`canvas-context.ts`) speaks Chart.js on one side
 * and this small vocabulary on the other: the page's SVG and the PDF implement it, so both show the same drawing.
 *
 * Everything arrives resolved: coordinates and lengths are in page units (CSS pixels in SVG, points in PDF; y grows
 * downwards, the chart's own origin already added), colours are opaque `#rrggbb` (alpha was blended on white paper),
 * text positions are on the alphabetic baseline. A backend keeps no matrix and no style of its own.
 */
export interface VectorBackend {
  /** Opens a group whose clip ends with the matching `restore`; calls are always balanced. `q` in PDF. */
  save(): void;
  /** Closes the last `save`. `Q` in PDF. */
  restore(): void;
  /** Intersects the clip of the current group with a path. Always called between `save` and `restore`. */
  clipPath(path: readonly PathCommand[], rule: FillRule): void;
  fillPath(path: readonly PathCommand[], fill: { color: string; rule: FillRule }): void;
  strokePath(path: readonly PathCommand[], stroke: StrokeStyle): void;
  /** Writes one line of text as real, selectable text. Never called with blank text. */
  drawText(run: TextRun): void;
  /** Advance width of one line in page units, kerning as drawn. Same font as `drawText` would use. */
  measureText(text: string, font: ChartFont): ChartTextMetrics;
}

export type FillRule = 'nonzero' | 'evenodd';

/** A step of a path, in page space. Arcs and quadratic curves were already turned into cubic ones. */
export type PathCommand =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];

export interface StrokeStyle {
  /** `#rrggbb`. */
  color: string;
  /** Above zero. */
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  /** Lengths of dashes and gaps; empty for a solid line. */
  dash: readonly number[];
  dashOffset: number;
}

/** The faces that charts use: `text` is Source Sans 3 (400, 600, 700), `title` Bricolage Grotesque (600, 700). */
export interface ChartFont {
  family: 'text' | 'title';
  weight: 400 | 600 | 700;
  /** In page units. */
  size: number;
}

export interface TextRun {
  text: string;
  font: ChartFont;
  /** `#rrggbb`. */
  color: string;
  /** Anchor point on the alphabetic baseline. */
  x: number;
  y: number;
  /** Which part of the text stands on (x, y): a PDF backend moves back by none, half or all of the width. */
  anchor: 'start' | 'middle' | 'end';
  /** Clockwise rotation around (x, y) in degrees; 0 for nearly all text. */
  angle: number;
}

/** In page units; ascent, descent and cap height are positive distances from the baseline. */
export interface ChartTextMetrics {
  width: number;
  ascent: number;
  descent: number;
  capHeight: number;
}

/** Measures text for layout; given by whoever knows the fonts. */
export type TextMeasurer = (text: string, font: ChartFont) => ChartTextMetrics;
