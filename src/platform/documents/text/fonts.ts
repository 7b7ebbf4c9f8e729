import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { FontName } from '../theme.js';

const FILES: Record<FontName, string> = {
  text: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  title: 'bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
  number: 'bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold.ttf',
};

export const FONT_NAMES = Object.keys(FILES) as FontName[];

/** Source Sans 3 knows about 1 600 characters, Bricolage Grotesque 530: the first steps in where the second is mute. */
const FALLBACK: Partial<Record<FontName, FontName>> = { title: 'bold', number: 'semibold' };

const parsed = new Map<FontName, fontkit.Font>();

/** The parsed font. Parsing costs about 15 ms, so each is parsed once per process. */
export function fontObject(name: FontName): fontkit.Font {
  const known = parsed.get(name);
  if (known) return known;
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/${FILES[name]}`);
  const font = fontkit.create(readFileSync(path));
  if (!('layout' in font)) throw new Error(`${FILES[name]} is a collection of fonts, not a font`);
  parsed.set(name, font);
  return font;
}

/** Whether the face itself can draw the character. */
export function hasGlyph(name: FontName, character: string): boolean {
  return fontObject(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** Whether the character can be drawn at all in a document. */
export function isPrintable(character: string): boolean {
  return hasGlyph('text', character);
}

/** A stretch of text in one face. */
export interface FontSpan {
  text: string;
  font: FontName;
}

/**
 * Cuts a text where its face lacks a character that the fallback face has: « Tél. 05‑65 » in a title keeps its
 * no-break hyphen. Throws on a character nobody can draw: it would print as a box and break the archive format.
 */
export function fontSpans(text: string, font: FontName): FontSpan[] {
  const spans: FontSpan[] = [];
  for (const character of text) {
    const face = faceFor(character, font, text);
    const last = spans.at(-1);
    if (last?.font === face) last.text += character;
    else spans.push({ text: character, font: face });
  }
  return spans;
}

function faceFor(character: string, font: FontName, text: string): FontName {
  if (hasGlyph(font, character)) return font;
  const fallback = FALLBACK[font];
  if (fallback && hasGlyph(fallback, character)) return fallback;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new Error(`No glyph for U+${code} in font ${font}, in « ${text.slice(0, 60)} »`);
}

/** Ascent and descent of a face as shares of its size, both positive. */
export function fontMetrics(name: FontName): { ascent: number; descent: number; capHeight: number } {
  const font = fontObject(name);
  return {
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    capHeight: font.capHeight / font.unitsPerEm,
  };
}

/** Advance widths of texts, remembered for the time of one rendering. */
export class TextMeasures {
  private readonly widths = new Map<string, number>();

  /** Width in points of a text that the face can draw, kerning included, as it will be printed. */
  width(text: string, font: FontName, size: number, features: readonly string[] = []): number {
    const key = `${font}/${features.join()}/${text}`;
    let em = this.widths.get(key);
    if (em === undefined) {
      const face = fontObject(font);
      em = face.layout(text, features.length ? [...features] : undefined).advanceWidth / face.unitsPerEm;
      this.widths.set(key, em);
    }
    return em * size;
  }
}
