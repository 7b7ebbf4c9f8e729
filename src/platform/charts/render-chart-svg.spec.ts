import {
  CHART_SAMPLES,
  RESULTS_2020,
  YEAR_2020,
  bar,
  barChart,
} from '../../../test/support/chart-samples.js';
import { coveredTexts, expectWellFormed, textsOf, textsOutside } from '../../../test/support/drawn-texts.js';
import { renderChartSvg, renderResponsiveChartSvg } from './render-chart-svg.js';

const CASES = CHART_SAMPLES.flatMap((sample) =>
  [280, 340, 520, 760].map((width) => [sample.id, width, sample] as const),
);

describe.each(CASES)('the drawing of « %s » at %d px', (_id, width, sample) => {
  const svg = renderChartSvg(sample, { width });

  it('is well-formed, without inline style and without a wrong number', () => {
    expectWellFormed(svg);
    expect(svg).not.toMatch(/style|NaN|Infinity|undefined|null/);
  });

  it('keeps every text inside, and none over another', () => {
    expect(svg).toContain(`viewBox="0 0 ${width} `);
    expect(textsOutside(svg)).toEqual([]);
    expect(coveredTexts(svg)).toEqual([]);
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
