import { exerciceLabel } from '../programme/exercice.rules.js';
import { CHAIN_LEVELS, type Indicator } from '../indicators/indicator.types.js';
import type { Figure, YearFigures } from '../figures/figures.types.js';
import { capitalise, countWords, typographic } from '../kernel/french-text.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { PageBody } from '../platform/views/page.types.js';
import { updatedText } from './freshness.presenter.js';
import type { OpinionMarkView, StateView } from './dashboard.types.js';
import { assessmentState, contextText, emptyText } from './figure-tile.presenter.js';
import { retirementView } from './indicator-definitions.presenter.js';
import { dueText } from './indicator-details.presenter.js';
import { type ChoiceView, yearChoices } from './year-choices.presenter.js';
import { levelLabel, natureWords } from '../indicators/indicator-words.rules.js';
import { opinionMark } from './opinion.presenter.js';

export interface IndicatorRowView {
  name: string;
  href: string;
  /** « Flux · les valeurs des mois et des lieux s’additionnent ». */
  nature: string;
  definition: string | null;
  note: string | null;
  /** « dont »: named after the indicator of which it counts a part. */
  partOf: string | null;
  qualifier: string | null;
  number: string | null;
  empty: string;
  context: string | null;
  state: StateView | null;
  opinion: OpinionMarkView | null;
  /** « Compté jusqu’au 31 décembre 2021 ». */
  retired: string | null;
  /** « Suivi par : communication », « Prochaine donnée attendue le 10 février 2025 ». */
  upkeep: string[];
}

export interface IndicatorsListView {
  heading: string;
  lede: string;
  years: ChoiceView[];
  groups: { heading: string; rows: IndicatorRowView[] }[];
}

interface Shown {
  year: number;
  /** First day of the exercice. */
  from: IsoDate;
  isLatest: boolean;
  /** Null in an exercice that is not the latest: its next values came. */
  lastGiven: ReadonlyMap<string, IsoDate> | null;
  today: IsoDate;
}

/** Nothing is counted any more from this day on. */
const isOverBy = ({ retiredOn }: Indicator, day: IsoDate): boolean => retiredOn !== null && retiredOn < day;

function rowOf(
  indicator: Indicator,
  figure: Figure | undefined,
  names: ReadonlyMap<string, string>,
  { year, from, isLatest, lastGiven, today }: Shown,
): IndicatorRowView {
  const { label, explanation } = natureWords(indicator.nature);
  const parent = indicator.subsetOf === null ? undefined : names.get(indicator.subsetOf);
  const number = figure?.numberText ?? null;
  const isOver = isOverBy(indicator, from);
  return {
    name: typographic(indicator.name),
    href: `/indicateurs/${indicator.slug}${isLatest ? '' : `?annee=${year}`}`,
    nature: typographic(
      `${label} (unité : ${indicator.unit}) : ${explanation.charAt(0).toLocaleLowerCase('fr')}${explanation.slice(1)}`,
    ),
    definition: indicator.definition === null ? null : typographic(capitalise(indicator.definition)),
    note: indicator.note === null ? null : typographic(capitalise(indicator.note)),
    partOf: parent === undefined ? null : typographic(`Partie de « ${parent} »`),
    qualifier: figure?.qualifierText ?? null,
    number,
    empty:
      figure === undefined ? (isOver ? 'Plus compté' : 'Pas encore de valeur') : (emptyText(figure) ?? ''),
    context: figure === undefined || figure.amount === null ? null : contextText(figure),
    state: figure === undefined ? null : assessmentState(figure),
    opinion: opinionMark(figure?.opinion ?? null),
    retired: retirementView(indicator),
    upkeep: [
      ...(indicator.owner === null ? [] : [typographic(`Suivi par : ${indicator.owner}`)]),
      ...(lastGiven === null
        ? []
        : [dueText(indicator, lastGiven.get(indicator.code) ?? null, today)].filter((due) => due !== null)),
    ],
  };
}

export interface IndicatorsListInput {
  indicators: Indicator[];
  figures: YearFigures;
  /** Exercices that have a page, oldest first. */
  years: number[];
  /** Last day that the figures of each indicator hold; null in an exercice that is not the latest. */
  lastGiven: ReadonlyMap<string, IsoDate> | null;
  /** What each of these is called. */
  labels: ReadonlyMap<number, string>;
  today: IsoDate;
}

/** The dictionary of indicators with the value each has in a year. */
export function indicatorsListPage(input: IndicatorsListInput): PageBody<IndicatorsListView> {
  const { indicators, figures, years, lastGiven, today } = input;
  const from = figures.period.start;
  const shown = { year: figures.year, from, isLatest: figures.year === years.at(-1), lastGiven, today };
  const rows = (own: Indicator[]): IndicatorRowView[] =>
    own.map((indicator) => rowOf(indicator, byCode.get(indicator.code), names, shown));
  const counted = indicators.filter((indicator) => !isOverBy(indicator, from));
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  const byCode = new Map(figures.figures.map((figure) => [figure.indicator.code, figure]));
  const label = exerciceLabel(figures.period);
  const groups = [
    ...CHAIN_LEVELS.map((level) => ({
      heading: levelLabel(level),
      rows: rows(counted.filter(({ chainLevel }) => chainLevel === level)),
    })),
    { heading: 'Plus comptés', rows: rows(indicators.filter((indicator) => isOverBy(indicator, from))) },
  ].filter((group) => group.rows.length > 0);
  const count = counted.length;
  const lede =
    count === 0
      ? 'Aucun indicateur n’est encore défini.'
      : `${capitalise(countWords(count))} ${count > 1 ? 'indicateurs' : 'indicateur'}, avec leur définition et leur valeur de ${label}.`;
  return {
    title: 'Indicateurs',
    description: `Ce qui est compté, comment, et les valeurs de ${label}.`,
    section: 'indicators',
    updated: updatedText(figures.figures),
    content: {
      heading: 'Indicateurs',
      lede,
      years: yearChoices(years, input.labels, figures.year),
      groups,
    },
  };
}
