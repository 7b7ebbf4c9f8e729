import { monthlyLine, pointText } from '../../figures/chart-descriptions.rules.js';
import type { LineCompanions } from '../../figures/monthly-line.rules.js';
import { MONTHS } from '../../kernel/french-date.rules.js';
import { capitalise, countWords, joinList } from '../../kernel/french-text.rules.js';
import { monthsBetween } from '../../kernel/period.rules.js';
import type { Block, TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { rich } from '../bilan-words.rules.js';
import { eventsHeight } from './events.rules.js';

const LINE_HEIGHT = 116;
const MOST_LINES = 2;
/** Fewer known months than this draw no story. */
const FEWEST_MONTHS = 6;

/** What the months of an indicator are read beside. */
function companionsOf(view: BilanView, code: string): LineCompanions {
  const { previousMonths, monthlyTargets, events } = view;
  return {
    targets: monthlyTargets.find((one) => one.code === code)?.months ?? [],
    previous:
      previousMonths === null
        ? null
        : {
            label: previousMonths.label,
            points: previousMonths.lines.find((one) => one.code === code)?.points ?? [],
          },
    events,
  };
}

/** Month by month, for the key figures that were measured so: lines, then their numbers in one table. */
export function monthsBlocks(view: BilanView): Block[] {
  const series = view.keyFigures
    .map((figure) => ({
      figure,
      points: view.monthly.find(({ code }) => code === figure.indicator.code)?.points ?? [],
    }))
    .filter(({ points }) => points.filter((point) => point.amount !== null).length >= FEWEST_MONTHS)
    .slice(0, MOST_LINES);
  if (series.length === 0) return [];
  const months = monthsBetween(view.period.start, view.period.end);
  const table: TableBlock = {
    summary: `${capitalise(countWords(months.length))} mois en lignes ; ${joinList(series.map(({ figure }) => figure.indicator.shortName))} en colonnes.`,
    columns: [
      { label: 'Mois', width: 20, align: 'left' },
      ...series.map(({ figure }) => ({
        label: figure.indicator.shortName,
        width: 40,
        align: 'right' as const,
      })),
    ],
    dense: true,
    rows: months.map((month) => [
      capitalise(MONTHS[Number(month.slice(5)) - 1] ?? month),
      ...series.map(({ figure, points }): TableCell => {
        const point = points.find(({ period }) => period === month);
        if (point === undefined) return { text: 'non mesuré', muted: true };
        return { text: rich(pointText(point, figure)), muted: point.amount === null };
      }),
    ]),
  };
  return [
    { kind: 'heading', level: 2, text: 'Mois par mois' },
    ...series.flatMap(({ figure, points }): Block[] => {
      const chart = monthlyLine(figure, points, companionsOf(view, figure.indicator.code));
      if (chart === null) return [];
      const height = LINE_HEIGHT + eventsHeight(chart);
      return [{ kind: 'chart', chart, height, withTable: false }];
    }),
    { kind: 'table', title: null, table },
  ];
}
