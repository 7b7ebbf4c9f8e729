import { FONT_METRICS, METRIC_CHARACTERS } from './font-metrics.js';
import type { TextMeasurer } from './vector-backend.types.js';

interface FaceMetrics {
  ascent: number;
  descent: number;
  capHeight: number;
  fallback: number;
  advances: Map<string, number>;
}

function readFace(face: (typeof FONT_METRICS)[keyof typeof FONT_METRICS]): FaceMetrics {
  const widths = face.advances.split(' ').map(Number);
  const advances = new Map(
    [...METRIC_CHARACTERS].map((character, index) => [character, widths[index] ?? face.fallback]),
  );
  return { ...face, advances };
}

const FACES = new Map(Object.entries(FONT_METRICS).map(([name, face]) => [name, readFace(face)]));

/** Wide scripts and pictograms take about one em. */
const WIDE_FROM = 0x1100;

/** Combining accents stand over the letter before them. */
const COMBINING = /\p{M}/u;

function advanceOf(face: FaceMetrics, character: string): number {
  const known = face.advances.get(character);
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  return (character.codePointAt(0) ?? 0) >= WIDE_FROM ? 1000 : face.fallback;
}

/**
 * Widths from the fonts' own tables, without the fonts: what the page's SVG is laid out with. Kerning is left out,
 * which makes a line at most a few hundredths wider than drawn: never too narrow a place.
 */
export const measureWithFontTable: TextMeasurer = (text, font) => {
  const face = FACES.get(`${font.family}-${font.weight}`) ?? FACES.get('text-400');
  if (!face) throw new Error('The table of font widths is empty');
  let advance = 0;
  for (const character of text.normalize('NFC')) advance += advanceOf(face, character);
  const em = font.size / 1000;
  return {
    width: advance * em,
    ascent: face.ascent * em,
    descent: face.descent * em,
    capHeight: face.capHeight * em,
  };
};
