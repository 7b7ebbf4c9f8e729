import type { ChartEnvironment } from '../../../src/platform/charts/chart-theme.js';
import { DARK_PALETTE, PALETTE } from '../../../src/platform/charts/palette.js';
import type { TextMeasurer } from '../../../src/platform/charts/vector-backend.types.js';

const FAMILIES = {
  text: "'Source Sans 3', system-ui, sans-serif",
  title: "'Bricolage Grotesque', system-ui, sans-serif",
};

/** Faces that charts draw with: a canvas does not wait for a font, so they are asked for beforehand. */
const FACES = ['400', '600', '700'].map((weight) => `${weight} 14px 'Source Sans 3'`);

export async function chartFonts(): Promise<void> {
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
}

/** Measures with the very canvas that will draw. */
function canvasMeasurer(surface: CanvasRenderingContext2D): TextMeasurer {
  return (text, font) => {
    surface.font = `${font.weight} ${font.size}px ${FAMILIES[font.family]}`;
    const metrics = surface.measureText(text);
    return {
      width: metrics.width,
      ascent: metrics.fontBoundingBoxAscent,
      descent: metrics.fontBoundingBoxDescent,
      capHeight: font.size * 0.66,
    };
  };
}

/** The reader asked for dark pages; with forced colours the drawing stays on white, as `charts.css` says. */
export const DARK = '(prefers-color-scheme: dark) and (forced-colors: none)';

/** What a drawing depends on, besides its description: drawn again when one of these changes. */
export function environmentOf(surface: CanvasRenderingContext2D, width: number): ChartEnvironment {
  const rootSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    width,
    fontFamily: FAMILIES.text,
    textScale: Math.min(2, Math.max(1, rootSize / 16)),
    forPrint: false,
    measure: canvasMeasurer(surface),
    palette: matchMedia(DARK).matches ? DARK_PALETTE : PALETTE,
  };
}
