import type { Campaign } from '../../campaigns/campaign.types.js';
import { typographic } from '../../kernel/french-text.rules.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import type { GridOrder } from './grid-frame.presenter.js';

const WITHOUT_CAMPAIGN = 'Sans opération';

/** Rows that stand together under a name. */
export interface RowGroup<Row> {
  id: string;
  name: string;
  rows: Row[];
}

/** By operation, or what is still to be filled before the rest. */
export function groupsOf<Row extends { campaign: string | null; isToFill: boolean }>(
  rows: readonly Row[],
  order: GridOrder,
  campaigns: readonly Campaign[],
): RowGroup<Row>[] {
  if (order === 'vides') {
    const named = [
      { id: 'vides', name: 'À remplir', rows: rows.filter(({ isToFill }) => isToFill) },
      { id: 'remplies', name: 'Déjà remplies', rows: rows.filter(({ isToFill }) => !isToFill) },
    ];
    return named.filter((group) => group.rows.length > 0);
  }
  return [...groupBy(rows, ({ campaign }) => campaign ?? '')].map(([code, own]) => {
    const campaign = campaigns.find((one) => one.code === code);
    return {
      id: campaign?.slug ?? 'sans-operation',
      name: campaign === undefined ? WITHOUT_CAMPAIGN : typographic(campaign.name),
      rows: own,
    };
  });
}
