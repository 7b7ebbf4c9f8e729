/** A colour as stylesheets write it, `#7b1e3b`. */
export type HexColour = string;

/** WCAG 2.2, 1.4.3: the least contrast of a text with what is behind it. */
const LEAST_CONTRAST = 4.5;
/** Of a text in the accent's lighter tone, in the dark: as much as Copil's own. */
const DARK_TEXT_CONTRAST = 7;
const WHITE = '#ffffff';
/** The most difficult background of each scheme, `--limestone-2` of tokens.css: a text legible there is legible anywhere. */
const LIGHT_SURFACE = '#f3ede2';
const DARK_SURFACE = '#2b3036';
/** WCAG adds the light that a screen reflects. */
const GLARE = 0.05;

type Rounding = (value: number) => number;

/** `#14626b` of what people type, capitals and spaces around included; null when it is no such colour. */
export function hexColour(typed: string): HexColour | null {
  const text = typed.trim().toLowerCase();
  return /^#[0-9a-f]{6}$/.test(text) ? text : null;
}

/** Red, green and blue light, 0 to 1 (IEC 61966-2-1). */
function lights(colour: HexColour): number[] {
  const channels = [...Buffer.from(colour.slice(1), 'hex')].map((byte) => byte / 255);
  return channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

function hexOf(light: readonly number[], round: Rounding): HexColour {
  const bytes = light.map((l) => {
    const c = l <= 0.0031308 ? l * 12.92 : 1.055 * l ** (1 / 2.4) - 0.055;
    return Math.min(255, Math.max(0, round(Math.round(c * 255e6) / 1e6)));
  });
  return `#${Buffer.from(bytes).toString('hex')}`;
}

const luminanceOf = ([red = 0, green = 0, blue = 0]: readonly number[]): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The contrast of two colours, 1 to 21, as WCAG 2 measures it. */
export function contrast(one: HexColour, other: HexColour): number {
  const [darker = 0, lighter = 0] = [luminanceOf(lights(one)), luminanceOf(lights(other))].sort(
    (a, b) => a - b,
  );
  return (lighter + GLARE) / (darker + GLARE);
}

/** The same hue at most this luminous: all its light dimmed alike. */
function dimmedTo(colour: HexColour, luminance: number): HexColour {
  const light = lights(colour);
  const present = luminanceOf(light);
  if (present <= luminance) return colour;
  return hexOf(
    light.map((l) => (l * luminance) / present),
    Math.floor,
  );
}

/** The same hue at least this luminous: white light added. */
function litTo(colour: HexColour, luminance: number): HexColour {
  const light = lights(colour);
  const present = luminanceOf(light);
  if (present >= luminance) return colour;
  const share = (luminance - present) / (1 - present);
  return hexOf(
    light.map((l) => l + share * (1 - l)),
    Math.ceil,
  );
}

const darkEnoughFor = (surface: HexColour): number =>
  (luminanceOf(lights(surface)) + GLARE) / LEAST_CONTRAST - GLARE;
const lightEnoughFor = (surface: HexColour, ratio: number): number =>
  ratio * (luminanceOf(lights(surface)) + GLARE) - GLARE;

export interface AccentVerdict {
  accepted: boolean;
  /** The lowest contrast found, in whole tenths: 4.49 must not be told as 4.5. */
  foundTenths: number;
  /** The colour itself when accepted, else the nearest darker one that is. */
  nearest: HexColour;
}

/**
 * Whether a colour may stand for the programme: legible as a text on every background of a page, which makes a white
 * text legible on it, too.
 */
export function judgeAccent(colour: HexColour): AccentVerdict {
  const lowest = Math.min(contrast(colour, LIGHT_SURFACE), contrast(colour, WHITE));
  const accepted = contrast(colour, LIGHT_SURFACE) >= LEAST_CONTRAST;
  return {
    accepted,
    foundTenths: Math.floor(lowest * 10),
    nearest: accepted ? colour : dimmedTo(colour, darkEnoughFor(LIGHT_SURFACE)),
  };
}

/** The tokens of `tokens.css` that follow the accent, in both schemes. */
export interface AccentTones {
  /** Text, links, lines. */
  text: HexColour;
  /** Under the pointer. */
  strong: HexColour;
  /** Tinted backgrounds. */
  soft: HexColour;
  /** Backgrounds of buttons, under white text. */
  fill: HexColour;
}

/** How luminous Copil's own tones are: other accents keep the same steps. */
const SOFT_IN_LIGHT = 0.88;
const SOFT_IN_DARK = 0.025;
const FILL_IN_DARK = 0.12;
const STRONG_IN_DARK = 0.7;
const STRONG_SHARE = 0.55;

/** The tones of an accepted accent, on light pages and on dark ones. */
export function accentTones(accent: HexColour): { light: AccentTones; dark: AccentTones } {
  const luminance = luminanceOf(lights(accent));
  const strong = dimmedTo(accent, luminance * STRONG_SHARE);
  return {
    light: { text: accent, strong, soft: litTo(accent, SOFT_IN_LIGHT), fill: accent },
    dark: {
      text: litTo(accent, lightEnoughFor(DARK_SURFACE, DARK_TEXT_CONTRAST)),
      strong: litTo(accent, STRONG_IN_DARK),
      soft: dimmedTo(litTo(accent, SOFT_IN_DARK / 2), SOFT_IN_DARK),
      fill: litTo(accent, FILL_IN_DARK),
    },
  };
}

const declarations = ({ text, strong, soft, fill }: AccentTones): string =>
  `--wine:${text};--wine-strong:${strong};--wine-soft:${soft};--wine-fill:${fill}`;

/** The stylesheet that gives pages an accepted accent: nothing but the values of their own tokens. */
export function accentStylesheet(accent: HexColour): string {
  const { light, dark } = accentTones(accent);
  return `:root{${declarations(light)}}\n@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}\n`;
}
