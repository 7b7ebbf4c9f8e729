import {
  CHART_SAMPLES,
  RESULTS_2020,
  YEAR_2020,
  bar,
  barChart,
} from '../../../test/support/chart-samples.js';
import { coveredTexts, textsOf, textsOutside } from '../../../test/support/drawn-texts.js';
import { chartHeight, drawChart, type DrawingOptions } from './draw-chart.js';
import { SvgBackend } from './svg-backend.js';
import { measureWithFontTable } from './text-measurer.js';
import type { ChartDescription } from './chart.types.js';
import type { PathCommand } from './vector-backend.types.js';

/** The drawing for paper, as text that can be looked into. */
function onPaper(chart: ChartDescription, options: DrawingOptions): string {
  const backend = new SvgBackend(chart.id, measureWithFontTable);
  return backend.toSvg(drawChart(chart, backend, { ...options, forPrint: true }), chart.sentence, null);
}

/** A whole page, half a page. */
const CASES = CHART_SAMPLES.flatMap((sample) =>
  [493, 236].map((width) => [sample.id, width, sample] as const),
);

describe.each(CASES)('« %s » printed at %d pt', (_id, width, sample) => {
  const svg = onPaper(sample, { width });

  it('keeps every text inside, none over another, none below 8.5 pt', () => {
    expect(textsOutside(svg)).toEqual([]);
    expect(coveredTexts(svg)).toEqual([]);
    expect(textsOf(svg).filter(({ size }) => size < 8.5)).toEqual([]);
  });

  it('is as high as announced', () => {
    expect(svg).toContain(` height="${chartHeight(sample, { width, forPrint: true })}"`);
  });
});

describe('an imposed height', () => {
  it.each([RESULTS_2020, YEAR_2020])(
    'below the natural one sets names on one line, still readable: $id',
    (sample) => {
      const natural = chartHeight(sample, { width: 493, forPrint: true });
      const height = Math.round(natural * 0.7);
      const svg = onPaper(sample, { width: 493, height });
      expect(svg).toContain(` height="${height}"`);
      expect(coveredTexts(svg)).toEqual([]);
      expect(textsOutside(svg)).toEqual([]);
      expect(textsOf(svg).every(({ size }) => size >= 8.5)).toBe(true);
    },
  );

  it('above it gives air, not thicker bars', () => {
    const depths = (height?: number) =>
      [
        ...onPaper(RESULTS_2020, { width: 493, height }).matchAll(
          /<path d="M[\d.]+ ([\d.]+)H[\d.]+(?:C[^V]+)?V([\d.]+)/g,
        ),
      ].map(([, top, bottom]) => Math.round(Math.abs(Number(bottom) - Number(top))));
    expect(depths(400).length).toBeGreaterThan(3);
    expect(depths(400)).toEqual(depths());
    expect(textsOutside(onPaper(RESULTS_2020, { width: 493, height: 400 }))).toEqual([]);
  });
});

describe('the natural height', () => {
  it('grows with the number of bars, and with large print', () => {
    const bars = (count: number) =>
      barChart(
        'n',
        Array.from({ length: count }, (_, index) => bar(`Bar ${index}`, index, '1')),
      );
    const heights = [1, 2, 5, 10].map((count) => chartHeight(bars(count), { width: 520 }));
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
    expect(new Set(heights).size).toBe(4);
    expect(chartHeight(bars(5), { width: 700, textScale: 1.5 })).toBeGreaterThan(
      chartHeight(bars(5), { width: 700 }),
    );
  });
});

describe('bars', () => {
  /** Left and right ends of the filled shapes of a colour. */
  function extents(chart: ChartDescription, colour: string): [number, number][] {
    const found: [number, number][] = [];
    const backend = new SvgBackend('b', measureWithFontTable);
    backend.fillPath = (path: readonly PathCommand[], fill) => {
      const xs = path.flatMap((command) => (command[0] === 'Z' ? [] : [command.at(-2) as number]));
      if (fill.color === colour) found.push([Math.min(...xs), Math.max(...xs)]);
    };
    drawChart(chart, backend, { width: 640, x: 100, y: 50 });
    return found;
  }

  it('start at zero and are as long as their values, wherever the chart stands', () => {
    const chart = barChart('longueurs', [
      bar('Visiteurs', 450, '450'),
      bar('dont', 150, '150'),
      bar('Spots', 250, '250'),
    ]);
    const bars = extents(chart, '#14626b');
    const lengths = bars.map(([left, right]) => right - left);
    expect(bars).toHaveLength(3);
    expect(new Set(bars.map(([left]) => left.toFixed(3))).size).toBe(1);
    expect((lengths[0] ?? 0) / (lengths[1] ?? 1)).toBeCloseTo(3, 6);
    expect((lengths[2] ?? 0) / (lengths[1] ?? 1)).toBeCloseTo(250 / 150, 6);
    expect(Math.min(...bars.flat())).toBeGreaterThan(100);
  });

  it.each([
    ['lower', 0],
    ['upper', 16],
    ['both', 16],
  ] as const)('hatch the uncertain end: %s', (uncertain, beyond) => {
    const doubtful = barChart('sur', [bar('A', 400, '400', { uncertain })]);
    const stripes: number[] = [];
    const backend = new SvgBackend('h', measureWithFontTable);
    backend.strokePath = (path, stroke) => {
      if (stroke.color === '#14626b' && path.length > 4)
        stripes.push(...path.map((command) => (command[1] ?? 0) as number));
    };
    drawChart(doubtful, backend, { width: 640 });
    const [[, end] = [0, 0]] = extents(doubtful, '#14626b');
    expect(stripes.length).toBeGreaterThan(0);
    expect(Math.max(...stripes)).toBeLessThanOrEqual(end - 100 + beyond + 0.01);
    expect(Math.min(...stripes) < end - 100 - 1).toBe(uncertain !== 'upper');
  });

  it('hatch all of a maximum but what is certain of it', () => {
    const stripesOf = (certain: number): number => {
      const chart = barChart('sur', [bar('A', 400, '400', { uncertain: 'lower', certain })]);
      const stripes: number[] = [];
      const backend = new SvgBackend('h', measureWithFontTable);
      backend.strokePath = (path, stroke) => {
        if (stroke.color === '#14626b' && path.length > 4)
          stripes.push(...path.map((command) => (command[1] ?? 0) as number));
      };
      drawChart(chart, backend, { width: 640 });
      return Math.max(...stripes) - Math.min(...stripes);
    };
    expect(stripesOf(200) / stripesOf(0)).toBeCloseTo(0.5, 1);
  });
});
