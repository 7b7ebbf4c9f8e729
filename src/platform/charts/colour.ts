import { PALETTE } from './palette.js';

interface Rgba {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const KEYWORDS: Record<string, string> = { black: '#000000', white: '#ffffff', transparent: '#00000000' };

function parseHex(digits: string): Rgba {
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const at = (index: number) => parseInt(long.slice(index, index + 2), 16);
  return { red: at(0), green: at(2), blue: at(4), alpha: long.length === 8 ? at(6) / 255 : 1 };
}

function parseColour(style: string): Rgba {
  const trimmed = style.trim().toLowerCase();
  const text = KEYWORDS[trimmed] ?? trimmed;
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (hex !== undefined) return parseHex(hex);
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  const [red, green, blue, alpha = 1] = parts ?? [];
  if (
    red === undefined ||
    green === undefined ||
    blue === undefined ||
    Number.isNaN(red + green + blue + alpha)
  ) {
    throw new Error(`Unsupported chart colour: ${style}`);
  }
  return { red, green, blue, alpha };
}

/**
 * Turns a canvas colour into opaque `#rrggbb`, blended on white paper: the files hold no transparency (PDF/A-1) and
 * greys print exactly. Null when nothing would show.
 */
export function opaqueColour(style: string, globalAlpha: number): string | null {
  const colour = parseColour(style);
  const alpha = colour.alpha * globalAlpha;
  if (alpha <= 0) return null;
  const paper = parseColour(PALETTE.paper);
  const blend = (over: number, under: number) =>
    Math.round(over * alpha + under * (1 - alpha))
      .toString(16)
      .padStart(2, '0');
  return `#${blend(colour.red, paper.red)}${blend(colour.green, paper.green)}${blend(colour.blue, paper.blue)}`;
}
