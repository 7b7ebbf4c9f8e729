import type { ChartDescription } from './chart.types.js';
import { readChart, writeChart } from './chart-text.js';

const chart: ChartDescription = {
  kind: 'line',
  id: 'mois',
  title: '</script><b>\u2028',
  subtitle: 'Vues',
  sentence: 'Vues\u202f!',
  source: null,
  table: { caption: 'Vues', columns: [{ label: 'Mois', numeric: false }], rows: [['janv.']] },
  unit: 'count',
  labels: ['janv.', 'févr.'],
  series: [{ label: 'Vues', style: 'main', points: [null, { value: 3, text: '3', provisional: false }] }],
};

describe('The text of a chart in a page', () => {
  it('gives the chart back as it was', () => expect(readChart(writeChart(chart))).toEqual(chart));

  it('cannot end its script element, nor write « null » in the page', () => {
    expect(writeChart(chart)).not.toMatch(/<|null|\u2028/);
  });
});
