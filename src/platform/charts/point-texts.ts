import { MONTHS } from '../../kernel/french-date.rules.js';
import { NO_BREAK_SPACE } from '../../kernel/french-number.rules.js';
import type { BarChart, ChartDescription, LineChart, TimelineChart } from './chart.types.js';

/** One stop of a walk along a chart, by pointer or by arrow keys. */
export interface ChartPoint {
  title: string;
  lines: string[];
  /** What Chart.js highlights; empty when nothing is drawn there. */
  elements: { datasetIndex: number; index: number }[];
}

const COLON = `${NO_BREAK_SPACE}: `;

function barPoints(chart: BarChart): ChartPoint[] {
  return chart.bars.map((bar, index) => ({
    title: bar.label,
    lines: bar.target === null ? [bar.text] : [bar.text, bar.target.text],
    elements: [{ datasetIndex: 0, index }],
  }));
}

function linePoints(chart: LineChart): ChartPoint[] {
  return chart.labels.map((label, index) => {
    const points = chart.series.map((series) => series.points[index] ?? null);
    return {
      title: label,
      lines: chart.series.map((series, rank) => {
        const point = points[rank] ?? null;
        if (point === null) return `${series.label}${COLON}pas de valeur`;
        return `${series.label}${COLON}${point.text}${point.provisional ? ' (provisoire)' : ''}`;
      }),
      elements: points.flatMap((point, datasetIndex) => (point === null ? [] : [{ datasetIndex, index }])),
    };
  });
}

/** « de mars à mai », from positions in months; a span shorter than a month is in one. */
function spanWords(span: TimelineChart['spans'][number]): string | null {
  if (span.from === null) return null;
  const nameAt = (position: number) => MONTHS[Math.min(11, Math.max(0, Math.floor(position)))] ?? '';
  const first = nameAt(span.from + 1e-6);
  if (span.openEnd) return `depuis ${first}`;
  const last = nameAt((span.to ?? 12) - 1e-6);
  return first === last ? first : `de ${first} à ${last}`.replace(/\bde (?=[ao])/, 'd’');
}

function timelinePoints(chart: TimelineChart): ChartPoint[] {
  return chart.spans.map((span, index) => {
    const when = spanWords(span);
    return {
      title: span.label,
      lines: [when ?? '', span.text].filter((line) => line !== ''),
      elements: when === null ? [] : [{ datasetIndex: 0, index }],
    };
  });
}

/** The stops of a chart, in reading order, with their texts as written. */
export function chartPoints(description: ChartDescription): ChartPoint[] {
  switch (description.kind) {
    case 'bars':
      return barPoints(description);
    case 'line':
      return linePoints(description);
    case 'timeline':
      return timelinePoints(description);
  }
}

/** One sentence for a stop, said by a screen reader. */
export function pointSentence(point: ChartPoint): string {
  return `${point.title}${COLON}${point.lines.join(', ')}`;
}
