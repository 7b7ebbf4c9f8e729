import {
  CHART_SAMPLES,
  RESULTS_2020,
  YEAR_2020,
  bar,
  barChart,
} from '../../../test/support/chart-samples.js';
import { renderChartSvg, renderResponsiveChartSvg } from './render-chart-svg.js';
import { measureWithFontTable } from './text-measurer.js';

interface WrittenText {
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
function expectWellFormed(svg: string): void {
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

/** Each line of text with the box that it takes. */
function textsOf(svg: string): WrittenText[] {
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

function overlaps(one: WrittenText, other: WrittenText): boolean {
  const apart = 0.5;
  return (
    one.left < other.right - apart &&
    other.left < one.right - apart &&
    one.top < other.bottom - apart &&
    other.top < one.bottom - apart
  );
}

const CASES = CHART_SAMPLES.flatMap((sample) =>
  [280, 340, 520, 760].map((width) => [sample.id, width, sample] as const),
);

describe.each(CASES)('the drawing of « %s » at %d px', (_id, width, sample) => {
  const svg = renderChartSvg(sample, { width });

  it('is well-formed, without inline style and without a wrong number', () => {
    expectWellFormed(svg);
    expect(svg).not.toMatch(/style|NaN|Infinity|undefined|null/);
  });

  it('keeps every text inside', () => {
    const [, viewWidth = 0, viewHeight = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    expect(viewWidth).toBe(width);
    const outside = textsOf(svg).filter(
      ({ left, right, top, bottom }) =>
        left < -0.5 || right > width + 0.5 || top < -0.5 || bottom > viewHeight + 0.5,
    );
    expect(outside).toEqual([]);
  });

  it('lets no text cover another', () => {
    const texts = textsOf(svg);
    const covered = texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .flatMap((other) => (overlaps(one, other) ? [`${one.text} / ${other.text}`] : [])),
    );
    expect(covered).toEqual([]);
  });

  it('writes nothing smaller than 12 px', () => {
    expect(textsOf(svg).filter(({ size }) => size < 12)).toEqual([]);
  });

  it('gives the same bytes again', () => {
    expect(renderChartSvg(sample, { width })).toBe(svg);
  });
});

describe('the drawing of a page', () => {
  it('is an image named by its sentence', () => {
    const svg = renderChartSvg(RESULTS_2020, { width: 640, idPrefix: 'resultats-large' });
    expect(svg).toContain('role="img" aria-labelledby="resultats-large-title"');
    expect(svg).toContain(`<title id="resultats-large-title">${RESULTS_2020.sentence}</title>`);
  });

  it('writes names and values as they were given', () => {
    const texts = textsOf(renderChartSvg(RESULTS_2020, { width: 640 })).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Visiteurs du stand', '450', '150', 'près de 400', '250']));
    const year = textsOf(renderChartSvg(YEAR_2020, { width: 760 })).map(({ text }) => text);
    expect(year.filter((text) => text === 'remise en question')).toHaveLength(3);
    expect(year).toEqual(expect.arrayContaining(['janv.', 'déc.', 'plus de 13\u202f000 vues']));
  });

  it('escapes what people type, and drops what XML forbids', () => {
    const chart = barChart('saisie', [bar('<script>"&\u0000\ud800', 3, '3 & plus')]);
    const svg = renderChartSvg({ ...chart, sentence: 'A < B & "C"' }, { width: 640 });
    expectWellFormed(svg);
    expect(svg).toContain('&lt;script&gt;&quot;&amp;</text>');
    expect(svg).toContain('>A &lt; B &amp; &quot;C&quot;</title>');
  });

  it('says that there is nothing to show rather than stay blank', () => {
    expect(renderChartSvg(barChart('rien', []), { width: 640 })).toContain('Aucune donnée à représenter.');
  });

  it('refuses a value that is no number, naming the chart', () => {
    const chart = barChart('faux', [bar('A', Number.NaN, 'n. d.')]);
    expect(() => renderChartSvg(chart, { width: 640 })).toThrow('Chart "faux"');
    expect(() => renderChartSvg(RESULTS_2020, { width: 0 })).toThrow(RangeError);
  });

  it('exists wide and narrow, each with its own identifiers', () => {
    const both = renderResponsiveChartSvg(RESULTS_2020);
    expect(both).toContain('class="chart-wide"');
    expect(both).toContain('class="chart-narrow"');
    const ids = [...both.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays small: the page holds it in full', () => {
    expect(renderResponsiveChartSvg(RESULTS_2020).length).toBeLessThan(8_000);
    expect(renderResponsiveChartSvg(YEAR_2020).length).toBeLessThan(20_000);
  });
});
