import { costTable, type CostLine } from '../figures/cost-lines.rules.js';
import { COST_FOOTNOTE } from '../figures/cost.rules.js';
import type { YearFigures } from '../figures/figures.types.js';
import { joinList, typographic } from '../kernel/french-text.rules.js';
import type { CostsTableView } from './dashboard.types.js';

/** The costs of a year; null where none is known. Columns that would hold nothing are not there. */
export function costsView(
  { byCampaign, figures }: Pick<YearFigures, 'byCampaign' | 'figures'>,
  campaigns: readonly { code: string; shortName: string }[],
): CostsTableView | null {
  const table = costTable(campaigns, byCampaign, figures);
  if (table === null) return null;
  const columns = [
    { label: 'Opération', numeric: false, cell: (line: CostLine) => typographic(line.name) },
    ...(table.hasCommitments
      ? [{ label: 'Engagé', numeric: true, cell: (line: CostLine) => line.committed }]
      : []),
    { label: 'Dépensé', numeric: true, cell: (line: CostLine) => line.spent },
    ...(table.hasCommitments
      ? [{ label: 'Part dépensée', numeric: true, cell: (line: CostLine) => line.share }]
      : []),
    ...(table.hasResults
      ? [{ label: 'Coût par résultat', numeric: false, cell: (line: CostLine) => joinList(line.perResult) }]
      : []),
  ];
  const lines = [...table.lines, ...(table.total === null ? [] : [table.total])];
  return {
    columns: columns.map(({ label, numeric }) => ({ label, numeric })),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line))),
    footnote: COST_FOOTNOTE,
  };
}
