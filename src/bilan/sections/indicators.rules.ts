import { axisLabel, sourceLine } from '../../figures/chart-parts.rules.js';
import { attainmentBars, comparableBars, monthlyLine } from '../../figures/chart-descriptions.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { periodWithoutYear } from '../../figures/timeline-spans.rules.js';
import { capitalise, countWords, joinList } from '../../kernel/french-text.rules.js';
import type { BarChart } from '../../platform/charts/chart.types.js';
import type { Block, Section, TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { asSentence, cellValue, clipped, counted, rich } from '../bilan-words.rules.js';

const BAR = 31;
const BARS_MARGIN = 46;
const LINE_HEIGHT = 165;
const MOST_LINES = 2;
/** Fewer known months than this draw no story. */
const FEWEST_MONTHS = 6;
const MOST_SENTENCES = 9;

/** Height that lets each bar breathe. */
const barsHeight = (chart: BarChart): number => BARS_MARGIN + chart.bars.length * BAR;

function charts(view: BilanView): Block[] {
  const drawn = [attainmentBars(view.lines, view.year), comparableBars(view.results, view.year)];
  return drawn.flatMap((chart): Block[] =>
    chart === null ? [] : [{ kind: 'chart', chart, height: barsHeight(chart), withTable: false }],
  );
}

/** Operation of a row: one or two by name, more by count. */
function operation(figure: Figure): TableCell {
  const names = figure.campaigns.map((campaign) => clipped(campaign.shortName, 60));
  if (names.length === 0) return { text: 'Programme', muted: true };
  return rich(
    names.length > 2 ? counted(names.length, 'opération', 'opérations', 'feminine') : joinList(names),
  );
}

function period(figure: Figure): TableCell {
  return figure.period === null ? '' : capitalise(periodWithoutYear(figure.period, figure.year));
}

interface Column {
  label: string;
  width: number;
  align: 'left' | 'right';
  cell(figure: Figure): TableCell;
}

const sourcesOf = (figures: readonly Figure[]): string[] => [
  ...new Set(figures.flatMap((figure) => figure.provenance.sources)),
];

/** Columns that would hold nothing, or the same words in each row, are not there. */
function columns(view: BilanView): Column[] {
  const { year, hasTargets } = view;
  const none: TableCell = { text: 'sans cible', muted: true };
  const targets: Column[] = [
    { label: `Cible ${year}`, width: 13, align: 'right', cell: (figure) => figure.target?.text ?? none },
    { label: 'Atteinte', width: 13, align: 'right', cell: (figure) => figure.attainment?.text ?? '' },
  ];
  const sources: Column = {
    label: 'Source',
    width: 20,
    align: 'left',
    cell: (figure) => ({ text: rich(clipped(joinList(figure.provenance.sources), 60)), muted: true }),
  };
  return [
    {
      label: 'Indicateur',
      width: 30,
      align: 'left',
      cell: (figure) => ({ text: rich(axisLabel(figure)), indent: figure.subsetOf !== null }),
    },
    { label: 'Opération', width: 24, align: 'left', cell: operation },
    ...(hasTargets ? [] : [{ label: 'Période', width: 16, align: 'left', cell: period } satisfies Column]),
    {
      label: String(year),
      width: 17,
      align: 'right',
      cell: (figure) => ({
        text: rich(cellValue(figure)),
        bold: figure.amount !== null,
        muted: figure.amount === null,
      }),
    },
    ...(hasTargets ? targets : []),
    ...(sourcesOf(view.lines).length > 1 ? [sources] : []),
  ];
}

function table(view: BilanView): TableBlock {
  const shown = columns(view);
  return {
    summary: `${capitalise(counted(view.lines.length, 'indicateur', 'indicateurs'))} en lignes ; ${joinList(shown.slice(1).map(({ label }) => label.toLocaleLowerCase('fr')))} en colonnes.`,
    columns: shown.map(({ label, width, align }) => ({ label, width, align })),
    rows: view.lines.map((figure) => shown.map(({ cell }) => cell(figure))),
  };
}

/** Only what this table uses is explained under it. */
function tableNotes(view: BilanView): string {
  const notes: string[] = [];
  const marked = (marking: Figure['marking']): boolean =>
    view.lines.some((figure) => figure.marking === marking);
  if (view.lines.some((figure) => figure.subsetOf !== null))
    notes.push('Une ligne « dont » est comprise dans celle qui la précède.');
  const qualifiers = [...new Set(view.lines.flatMap((figure) => figure.qualifierText ?? []))];
  if (qualifiers.length > 0) {
    const [first = '', ...others] = qualifiers.map((text) => `« ${text} »`);
    notes.push(
      `${joinList([first.replace(/\p{Ll}/u, (letter) => letter.toLocaleUpperCase('fr')), ...others])} : ${qualifiers.length > 1 ? 'repris tels que déclarés' : 'repris tel que déclaré'}.`,
    );
  }
  if (marked('provisional')) notes.push('(p) : chiffre provisoire.');
  if (marked('estimated')) notes.push('(e) : estimation.');
  if (marked('revised')) notes.push('(r) : chiffre révisé.');
  const [source] = sourcesOf(view.lines);
  if (source !== undefined && sourcesOf(view.lines).length === 1) notes.push(sourceLine(view.lines) ?? '');
  return rich(notes.join(' '));
}

/** Month by month, for the key figures that were measured so. */
function months(view: BilanView): Block[] {
  const points = new Map(view.monthly.map((series) => [series.code, series.points]));
  const told = view.keyFigures
    .map((figure) => ({ figure, points: points.get(figure.indicator.code) ?? [] }))
    .filter((series) => series.points.filter((point) => point.amount !== null).length >= FEWEST_MONTHS)
    .slice(0, MOST_LINES)
    .flatMap((series) => monthlyLine(series.figure, series.points) ?? []);
  if (told.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Mois par mois' },
    ...told.map((chart): Block => ({ kind: 'chart', chart, height: LINE_HEIGHT, withTable: true })),
  ];
}

/** The key figures as sentences, for who reads words rather than marks. */
function plainly(view: BilanView): Block[] {
  const sentences = view.keyFigures
    .slice(0, MOST_SENTENCES)
    .map((figure) => rich(asSentence(figure.sentence)));
  return sentences.length === 0
    ? []
    : [{ kind: 'panel', tone: 'river', title: 'En clair', paragraphs: [sentences.join(' ')] }];
}

/** « Six indicateurs suivis, sans cible fixée pour 2020 », or how many targets were reached. */
function heading(view: BilanView): string {
  const chart = attainmentBars(view.lines, view.year);
  if (chart !== null) return chart.title;
  const count = capitalise(counted(view.lines.length, 'indicateur suivi', 'indicateurs suivis'));
  return view.hasTargets ? count : `${count}, sans cible fixée pour ${view.year}`;
}

function lead(view: BilanView): string {
  const measured = view.lines.filter((figure) => figure.amount !== null).length;
  const missing = view.lines.length - measured;
  const start = view.hasTargets
    ? `${capitalise(counted(view.lines.length, 'indicateur est suivi', 'indicateurs sont suivis'))}.`
    : 'Aucune cible chiffrée n’avait été fixée : les résultats sont donnés tels quels, avec leur qualificatif.';
  if (missing === 0) return start;
  return `${start} ${capitalise(countWords(missing))} ${missing > 1 ? 'n’ont' : 'n’a'} pas de valeur en ${view.year}.`;
}

/** What was counted, compared where it compares, then in full. Null when nothing is counted. */
export function indicatorsSection(view: BilanView): Section | null {
  if (view.lines.length === 0) return null;
  const notes = tableNotes(view);
  const title = view.hasTargets ? `Réalisé et cibles ${view.year}` : `Résultats ${view.year}`;
  return {
    name: 'indicateurs',
    title: 'Les indicateurs',
    listed: true,
    overline: 'Les indicateurs',
    heading: heading(view),
    lead: lead(view),
    newPage: true,
    blocks: [
      ...charts(view),
      { kind: 'table', title, table: table(view) },
      ...(notes === '' ? [] : [{ kind: 'paragraph', style: 'note', text: notes } satisfies Block]),
      ...plainly(view),
      ...months(view),
    ],
  };
}
