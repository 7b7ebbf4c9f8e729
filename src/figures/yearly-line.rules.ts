import { formatQuantity } from '../kernel/french-number.rules.js';
import { joinList } from '../kernel/french-text.rules.js';
import type { LineChart } from '../platform/charts/chart.types.js';
import { chartTable, markLength, sourceLine, valueText } from './chart-parts.rules.js';
import type { Figure } from './figures.types.js';

/** One exercice of the history of an indicator. */
export interface HistoryYear {
  year: number;
  /** « 2020 », « 2020-2021 ». */
  label: string;
  figure: Figure;
}

/** An indicator from exercice to exercice, with what was aimed at; null under two known values. */
export function yearlyLine(history: readonly HistoryYear[]): LineChart | null {
  const told = history.filter(({ figure }) => figure.amount !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || told.length < 2) return null;
  const { indicator } = last.figure;
  const { wording, name, shortName, slug } = indicator;
  const hasTargets = history.some(({ figure }) => figure.target !== null);
  return {
    kind: 'line',
    id: `annees-${slug}`,
    title: `${shortName} : ${valueText(first.figure)} en ${first.label}, ${valueText(last.figure)} en ${last.label}`,
    subtitle: `${name}, par exercice`,
    sentence: `Courbe par exercice. ${joinList(history.map(({ label, figure }) => `${label} : ${valueText(figure)}`))}.`,
    source: sourceLine(told.map(({ figure }) => figure)),
    table: chartTable(
      `${name} par exercice`,
      ['Exercice', shortName, ...(hasTargets ? ['Cible'] : [])],
      history.map(({ label, figure }) => [
        label,
        valueText(figure),
        ...(hasTargets ? [figure.target?.text ?? ''] : []),
      ]),
    ),
    unit: wording.symbol === '%' ? 'percent' : 'count',
    labels: history.map(({ label }) => label),
    series: [
      {
        label: shortName,
        style: 'main',
        points: history.map(({ figure }) =>
          figure.amount === null
            ? null
            : {
                value: markLength(figure.amount, wording),
                text: formatQuantity(figure.amount, wording).text,
                provisional: figure.marking === 'provisional',
              },
        ),
      },
      ...(hasTargets
        ? [
            {
              label: 'Cible',
              style: 'target' as const,
              points: history.map(({ figure: { target } }) =>
                target === null
                  ? null
                  : { value: markLength(target.amount, wording), text: target.text, provisional: false },
              ),
            },
          ]
        : []),
    ],
  };
}
