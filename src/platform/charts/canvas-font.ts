import type { ChartFont } from './vector-backend.types.js';

const NAMED_WEIGHTS: Record<string, number> = { normal: 400, lighter: 400, bold: 700, bolder: 700 };
const FONT_SHORTHAND =
  /^(?:(?:italic|oblique|normal)\s+)?(?:(\d{3}|bold|bolder|normal|lighter)\s+)?([\d.]+)px(?:\/\S+)?\s+(.+)$/;

/** Nearest weight that is embedded: charts never ask for another, a default of Chart.js might. */
function embeddedWeight(weight: number): ChartFont['weight'] {
  if (weight >= 650) return 700;
  return weight >= 550 ? 600 : 400;
}

/** Reads a canvas `font` shorthand, `600 12px "Source Sans 3", sans-serif`. */
export function parseFont(shorthand: string): ChartFont {
  const match = FONT_SHORTHAND.exec(shorthand.trim());
  if (!match) throw new Error(`Unsupported chart font: ${shorthand}`);
  const [, weightText = 'normal', size = '', family = ''] = match;
  const weight = embeddedWeight(NAMED_WEIGHTS[weightText] ?? Number(weightText));
  return {
    family: /bricolage/i.test(family) ? 'title' : 'text',
    weight: /bricolage/i.test(family) && weight === 400 ? 600 : weight,
    size: Number(size),
  };
}
