import { measureWithFontTable } from '../../src/platform/charts/text-measurer.js';

/** A line of text of an SVG, with the box that it takes. */
export interface WrittenText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescape = (text: string) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/** Refuses what an XML parser would: tags that do not match, bare ampersands, attributes without quotes. */
export function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?: [a-zA-Z:-]+="[^"<>&]*(?:&(?:amp|lt|gt|quot);[^"<>&]*)*")*)(\/?)>/g,
    (_tag, close: string, name: string, _attributes, empty: string) => {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
}

/** The lines of text of an SVG. */
export function textsOf(svg: string): WrittenText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', content = '']) => {
    const text = unescape(content);
    const size = Number(attribute(tag, 'font-size'));
    const weight = Number(attribute(tag, 'font-weight') ?? 400) as 400 | 600 | 700;
    const { width } = measureWithFontTable(text, { family: 'text', weight, size });
    const anchor = attribute(tag, 'text-anchor') ?? 'start';
    const left =
      Number(attribute(tag, 'x')) - ({ start: 0, middle: width / 2, end: width }[anchor] ?? Number.NaN);
    const y = Number(attribute(tag, 'y'));
    return { text, left, right: left + width, top: y - size * 0.66, bottom: y, size };
  });
}

function overlap(one: WrittenText, other: WrittenText): boolean {
  const apart = 0.5;
  return (
    one.left < other.right - apart &&
    other.left < one.right - apart &&
    one.top < other.bottom - apart &&
    other.top < one.bottom - apart
  );
}

/** Texts that cover one another, as pairs. */
export function coveredTexts(svg: string): string[] {
  const texts = textsOf(svg);
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} / ${other.text}`] : [])),
  );
}

/** Texts that leave the drawing, even by half a unit. */
export function textsOutside(svg: string): WrittenText[] {
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  return textsOf(svg).filter(
    ({ left, right, top, bottom }) =>
      left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > height + 0.5,
  );
}
