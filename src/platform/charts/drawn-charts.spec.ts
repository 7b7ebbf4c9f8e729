import type { BarChart } from './chart.types.js';
import { drawnChart } from './drawn-charts.js';
import { renderResponsiveChartSvg } from './render-chart-svg.js';

const chart = (value: number): BarChart => ({
  kind: 'bars',
  id: 'barres',
  title: 'Barres',
  subtitle: '',
  sentence: `Une barre de ${value}.`,
  source: null,
  table: { caption: '', columns: [], rows: [] },
  unit: 'count',
  bars: [{ label: 'A', value, text: String(value), tone: 'main', uncertain: 'none', target: null }],
  reference: null,
});

describe('drawnChart', () => {
  it('gives what a fresh drawing gives, the same object again while nothing changes', () => {
    const first = drawnChart(chart(3), { wide: 500 });
    expect(first.svg).toBe(renderResponsiveChartSvg(chart(3), { wide: 500 }));
    expect(drawnChart(chart(3), { wide: 500 })).toBe(first);
  });

  it('draws again for another value or another width', () => {
    expect(drawnChart(chart(4), { wide: 500 }).svg).toContain('Une barre de 4.');
    expect(drawnChart(chart(4), { wide: 600 }).svg).not.toBe(drawnChart(chart(4), { wide: 500 }).svg);
  });

  it('forgets the oldest of many', () => {
    const first = drawnChart(chart(5));
    for (let value = 10; value < 220; value += 1) drawnChart(chart(value));
    expect(drawnChart(chart(5))).not.toBe(first);
    expect(drawnChart(chart(5))).toEqual(first);
  });
});
