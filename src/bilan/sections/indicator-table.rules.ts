import { axisLabel, sourceLine } from '../../figures/chart-parts.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { periodWithoutYear } from '../../figures/timeline-spans.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { campaignNames, cellValue, clipped, counted, rich } from '../bilan-words.rules.js';

/** Operation of a row: one or two by name, more by count. */
function operation(figure: Figure): TableCell {
  const names = campaignNames(figure, 60);
  if (names.length === 0) return { text: 'Programme', muted: true };
  return rich(
    names.length > 2
      ? capitalise(counted(names.length, 'opération', 'opérations', 'feminine'))
      : joinList(names),
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

/** What each line was in the compared exercice: no column where nothing compares. */
function comparisonColumns(view: BilanView): Column[] {
  const label = view.lines.flatMap(({ previous }) => previous?.label ?? [])[0];
  if (label === undefined) return [];
  return [
    {
      label,
      width: 14,
      align: 'right',
      cell: ({ previous }) => ({ text: previous?.text ?? '', muted: true }),
    },
    { label: 'Évolution', width: 16, align: 'right', cell: changeCell },
  ];
}

function changeCell({ previous, change }: Figure): TableCell {
  if (previous === null || change === null) return '';
  if (change.kind !== 'not_comparable') return change.text;
  return change.reason === 'no_value' ? '' : { text: 'non comparable', muted: true };
}

/** Why lines do not compare, each reason once, and how far both years were taken. */
function comparisonNotes({ lines }: BilanView): string[] {
  const known = lines.filter(({ previous }) => previous !== null);
  const reasons = known.flatMap(({ change }) =>
    change?.kind === 'not_comparable' && change.reason !== 'no_value' ? [change.text] : [],
  );
  const window = known.some(({ previous }) => previous?.window !== null)
    ? ['Les deux années sont prises jusqu’au même jour, à date comparable.']
    : [];
  return [...window, ...new Set(reasons)];
}

const sourcesOf = (figures: readonly Figure[]): string[] => [
  ...new Set(figures.flatMap((figure) => figure.provenance.sources)),
];

/** Columns that would hold nothing, or the same words in each row, are not there. */
function columns(view: BilanView): Column[] {
  const { label, hasTargets } = view;
  const none: TableCell = { text: 'sans cible', muted: true };
  const targets: Column[] = [
    { label: `Cible ${label}`, width: 15, align: 'right', cell: (figure) => figure.target?.text ?? none },
    { label: 'Atteinte', width: 17, align: 'right', cell: (figure) => figure.attainment?.text ?? '' },
  ];
  const sources: Column = {
    label: 'Source',
    width: 29,
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
    { label: 'Opération', width: hasTargets ? 21 : 24, align: 'left', cell: operation },
    ...(hasTargets ? [] : [{ label: 'Période', width: 16, align: 'left', cell: period } satisfies Column]),
    {
      label,
      width: 17,
      align: 'right',
      cell: (figure) => ({
        text: rich(cellValue(figure)),
        bold: figure.amount !== null,
        muted: figure.amount === null,
      }),
    },
    ...comparisonColumns(view),
    ...(hasTargets ? targets : []),
    ...(sourcesOf(view.lines).length > 1 ? [sources] : []),
  ];
}

export function indicatorTable(view: BilanView): TableBlock {
  const shown = columns(view);
  return {
    summary: `${capitalise(counted(view.lines.length, 'indicateur', 'indicateurs'))} en lignes ; ${joinList(shown.slice(1).map(({ label }) => label.toLocaleLowerCase('fr')))} en colonnes.`,
    columns: shown.map(({ label, width, align }) => ({ label, width, align })),
    rows: view.lines.map((figure) => shown.map(({ cell }) => cell(figure))),
  };
}

/** Only what this table uses is explained under it. */
export function tableNotes(view: BilanView): string {
  const notes: string[] = [];
  const marked = (marking: Figure['marking']): boolean =>
    view.lines.some((figure) => figure.marking === marking);
  if (view.lines.some((figure) => figure.subsetOf !== null))
    notes.push('Une ligne « dont » est comprise dans celle qui la précède.');
  const qualifiers = [...new Set(view.lines.flatMap((figure) => figure.qualifierText ?? []))];
  if (qualifiers.length > 0) {
    const [first = '', ...others] = qualifiers.map((text) => `« ${text} »`);
    notes.push(
      `${joinList([first.replace(/\p{Ll}/u, (letter) => letter.toLocaleUpperCase('fr')), ...others])} : ${qualifiers.length > 1 ? 'qualificatifs des valeurs déclarées, gardés dans les totaux' : 'qualificatif des valeurs déclarées, gardé dans les totaux'}.`,
    );
  }
  notes.push(...comparisonNotes(view));
  if (marked('provisional')) notes.push('(p) : chiffre provisoire.');
  if (marked('estimated')) notes.push('(e) : estimation.');
  if (marked('revised')) notes.push('(r) : chiffre révisé.');
  const [source] = sourcesOf(view.lines);
  if (source !== undefined && sourcesOf(view.lines).length === 1) notes.push(sourceLine(view.lines) ?? '');
  return rich(notes.join(' '));
}
