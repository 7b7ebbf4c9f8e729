import type { ChartPalette } from './palette.js';
import type { ChartFont, TextMeasurer } from './vector-backend.types.js';

/** Where a chart is drawn. Lengths are CSS pixels on screen and points on paper. */
export interface ChartEnvironment {
  width: number;
  /** Imposed height; the natural one when absent. */
  height?: number;
  /** CSS family list for Chart.js' own text. */
  fontFamily: string;
  /** 1 normally, 1.3 in large print. */
  textScale: number;
  forPrint: boolean;
  measure: TextMeasurer;
  palette: ChartPalette;
}

/** Sizes of one surface, already multiplied by the text scale. */
export interface ChartTheme {
  /** Names of bars and operations. */
  label: number;
  /** Values written at the marks. */
  value: number;
  /** Axis numbers, months, notes: the smallest text (12 px on screen, 8.5 pt in print). */
  small: number;
  /** Space between a mark and its text. */
  gap: number;
  /** Length of the hatched, uncertain end. */
  hatch: number;
  hairline: number;
}

const SCREEN: ChartTheme = { label: 14.5, value: 14.5, small: 12, gap: 7, hatch: 16, hairline: 1 };
const PRINT: ChartTheme = { label: 10, value: 10, small: 8.5, gap: 5.5, hatch: 11, hairline: 0.6 };

/** Below this width the names stand above the bars, not beside them. */
const NARROW_BELOW = 480;

/** Leading of two-line labels, as a share of the text size. */
export const LINE_HEIGHT = 1.22;

/** Half the height of capitals, as a share of the text size: centres a line of text on a bar. */
export const HALF_CAPITAL = 0.33;

/** The sizes for a surface; `compact`, for an imposed height below the natural one, sets all text at the smallest. */
export function chartTheme(
  environment: Pick<ChartEnvironment, 'forPrint' | 'textScale'>,
  compact = false,
): ChartTheme {
  const sizes = environment.forPrint ? PRINT : SCREEN;
  const base = compact ? { ...sizes, label: sizes.small, value: sizes.small } : sizes;
  const scale = environment.textScale;
  return {
    ...base,
    label: base.label * scale,
    value: base.value * scale,
    small: base.small * scale,
    gap: base.gap * scale,
  };
}

/** Whether names go above their bars. Paper is narrow earlier: half a page is 240 pt. */
export function isNarrow(environment: Pick<ChartEnvironment, 'forPrint' | 'textScale' | 'width'>): boolean {
  const limit = environment.forPrint ? NARROW_BELOW * 0.7 : NARROW_BELOW;
  return environment.width < limit * environment.textScale;
}

/** Width of one line in the text face. */
export function textWidth(
  environment: Pick<ChartEnvironment, 'measure'>,
  text: string,
  size: number,
  weight: ChartFont['weight'],
): number {
  return environment.measure(text, { family: 'text', weight, size }).width;
}
