import { absenceText } from '../kernel/figure-text.rules.js';
import type { Amount, Qualifier, Rate, Wording } from '../kernel/figure.types.js';
import { countWords, joinList } from '../kernel/french-text.rules.js';
import type { ChartTable, UncertainEnd } from '../platform/charts/chart.types.js';
import type { Figure } from './figures.types.js';

const UNCERTAIN: Record<Qualifier, UncertainEnd> = {
  exact: 'none',
  more_than: 'upper',
  at_least: 'upper',
  nearly: 'lower',
  less_than: 'lower',
  up_to: 'lower',
  about: 'both',
  between: 'both',
};

/** The end of a mark to hatch, from what is known of its value. */
export const uncertainEnd = (of: Pick<Amount | Rate, 'qualifier'>): UncertainEnd => UNCERTAIN[of.qualifier];

/** As far as the mark of a maximum is certain, in the unit of its bounds; nothing for what has no loose lower end. */
export function certainPart(
  { qualifier, lower }: { qualifier: Qualifier; lower: number | null },
  most: number,
): { certain?: number } {
  if (qualifier !== 'up_to' && qualifier !== 'less_than') return {};
  return { certain: Math.max(0, Math.min(most, lower ?? 0)) };
}

/** An amount in its unit, for the length of a mark; between two bounds, their middle would be an invention: the upper one. */
export function markLength(amount: Amount, wording: Pick<Wording, 'decimals'>): number {
  return (amount.valueMax ?? amount.value) / 10 ** wording.decimals;
}

/** « plus de 13 000 », « 450 », or the words of its absence. */
export function valueText(figure: Figure): string {
  if (figure.numberText !== null) {
    return figure.qualifierText === null ? figure.numberText : `${figure.qualifierText} ${figure.numberText}`;
  }
  if (figure.absence !== null) return absenceText(figure.absence.kind);
  return figure.empty === 'not_additive' ? 'non cumulable' : 'non mesuré';
}

/** Lower-cases a first capital that is not an acronym's: « Projet » gives « projet », « À venir » « à venir », « CCI » stays. */
export function uncapitalise(text: string): string {
  return text.replace(/^(?:\p{Lu}(?=[\p{Ll}’])|À(?=\s))/u, (letter) => letter.toLocaleLowerCase('fr'));
}

/** What an operation cost is a means, not a result: it stands among its facts. */
export const isMoney = (figure: { indicator: Pick<Figure['indicator'], 'wording'> }): boolean =>
  figure.indicator.wording.symbol === '€';

/**
 * Whether its campaigns brought all of a figure: 440 000 views of which a campaign made 218 000 are not the campaign's
 * views, and its name must not stand beside them.
 */
export function isWhollyTheirs({ amount, breakdown }: Pick<Figure, 'amount' | 'breakdown'>): boolean {
  const slices = breakdown.filter(({ dimension }) => dimension === 'campaign');
  if (amount === null || slices.length === 0) return true;
  return slices.reduce((total, slice) => total + (slice.amount?.value ?? 0), 0) === amount.value;
}

/** « dont projet de mobilité »: how a part of another figure is named on axes and in tables. */
export function axisLabel(figure: Figure): string {
  const { shortName } = figure.indicator;
  if (figure.subsetOf === null || /^dont\s/i.test(shortName)) return shortName;
  return `dont ${uncapitalise(shortName)}`;
}

/** « Source : communiqué du 17 décembre 2020. », each source once; null when none was given. */
export function sourceLine(figures: readonly Figure[]): string | null {
  const sources = [...new Set(figures.flatMap((figure) => figure.provenance.sources))];
  if (sources.length === 0) return null;
  const shown =
    sources.length > 4
      ? [...sources.slice(0, 3), `${countWords(sources.length - 3, 'feminine')} autres`]
      : sources;
  return `${sources.length === 1 ? 'Source' : 'Sources'} : ${joinList(shown)}.`;
}

/** The chart's own table: rows of formatted cells, each headed by its label. */
export function chartTable(
  caption: string,
  labels: readonly string[],
  rows: string[][],
  numeric = true,
): ChartTable {
  return {
    caption,
    columns: labels.map((label, index) => ({ label, numeric: numeric && index > 0 })),
    rows,
  };
}
