import { drawnChart } from '../platform/charts/drawn-charts.js';
import type { ChartDescription } from '../platform/charts/chart.types.js';
import { typographic } from '../kernel/french-text.rules.js';
import type { ChartView } from './dashboard.types.js';

/** A chart drawn for wide and narrow pages, with its description for the browser and its table for everyone. */
export function chartView(
  description: ChartDescription,
  options: { heading?: string; widths?: { wide?: number; narrow?: number } } = {},
): ChartView {
  const { id, title, subtitle, source, table } = description;
  const { svg, text } = drawnChart(description, options.widths);
  return {
    id,
    title: typographic(options.heading ?? title),
    subtitle: typographic(subtitle),
    source: source === null ? null : typographic(source),
    svg,
    json: text,
    table: {
      caption: typographic(table.caption),
      columns: table.columns,
      rows: table.rows.map((row) => row.map(typographic)),
    },
    // Several charts stand on a page: a link heard alone must say which table it opens.
    tableLabel: typographic(`Voir en tableau : ${table.caption}`),
  };
}
