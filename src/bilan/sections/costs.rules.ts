import { costTable, type CostLine, type CostTable } from '../../figures/cost-lines.rules.js';
import { COST_FOOTNOTE } from '../../figures/cost.rules.js';
import { capitalise, joinList } from '../../kernel/french-text.rules.js';
import type { Section, TableBlock, TableCell } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { counted, rich } from '../bilan-words.rules.js';

interface Column {
  label: string;
  width: number;
  align: 'left' | 'right';
  cell(line: CostLine): string;
}

/** Columns that would hold nothing are not there. */
function columns({ hasCommitments, hasResults }: CostTable): Column[] {
  const committed: Column = { label: 'Engagé', width: 16, align: 'right', cell: (line) => line.committed };
  const share: Column = { label: 'Part dépensée', width: 14, align: 'right', cell: (line) => line.share };
  const perResult: Column = {
    label: 'Coût par résultat',
    width: 42,
    align: 'left',
    cell: (line) => joinList(line.perResult),
  };
  return [
    { label: 'Opération', width: 32, align: 'left', cell: (line) => line.name },
    ...(hasCommitments ? [committed] : []),
    { label: 'Dépensé', width: 16, align: 'right', cell: (line) => line.spent },
    ...(hasCommitments ? [share] : []),
    ...(hasResults ? [perResult] : []),
  ];
}

function tableOf(costs: CostTable): TableBlock {
  const shown = columns(costs);
  const row = (line: CostLine, bold: boolean): TableCell[] =>
    shown.map(({ cell }) => ({ text: rich(cell(line)), bold }));
  return {
    summary: `${capitalise(counted(costs.lines.length, 'opération', 'opérations', 'feminine'))} en lignes ; ${joinList(shown.slice(1).map(({ label }) => label.toLocaleLowerCase('fr')))} en colonnes.`,
    columns: shown.map(({ label, width, align }) => ({ label, width, align })),
    rows: [
      ...costs.lines.map((line) => row(line, false)),
      ...(costs.total === null ? [] : [row(costs.total, true)]),
    ],
  };
}

/** What operations cost, and what one of their results did. Null where no cost is known. */
export function costsSection(view: BilanView): Section | null {
  const costs = costTable(view.campaigns, view.figuresOf, view.figures);
  if (costs === null) return null;
  return {
    name: 'couts',
    title: 'Les coûts',
    listed: true,
    overline: 'Les coûts',
    heading: costs.total === null ? 'Ce que les opérations ont coûté' : rich(headingOf(costs.total)),
    lead: null,
    newPage: true,
    blocks: [
      { kind: 'table', title: null, table: tableOf(costs) },
      { kind: 'paragraph', style: 'note', text: COST_FOOTNOTE },
    ],
  };
}

/** « 89 396 € dépensés », « 89 396 € dépensés sur 95 000 € engagés ». */
function headingOf({ spent, committed }: CostLine): string {
  if (spent === '') return `${committed} engagés`;
  return committed === '' ? `${spent} dépensés` : `${spent} dépensés sur ${committed} engagés`;
}
