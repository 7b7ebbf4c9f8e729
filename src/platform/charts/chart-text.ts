import type { ChartDescription } from './chart.types.js';

/**
 * Stands for nothing in the text of a chart: a page is checked for a stray « null », and the data that it carries
 * would hide one. A control character is no part of any label.
 */
const NOTHING = '\u001f';

/** A chart as the text of a script element: no `<` can end it early, and nothing is never written « null ». */
export function writeChart(description: ChartDescription): string {
  return JSON.stringify(description, (_key, value: unknown) => (value === null ? NOTHING : value))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The chart that `writeChart` wrote. */
export function readChart(text: string): ChartDescription {
  return JSON.parse(text, (_key, value: unknown) => (value === NOTHING ? null : value)) as ChartDescription;
}
