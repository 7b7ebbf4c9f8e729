import { quote } from '../../kernel/decimal-string.rules.js';
import { normaliseForSearch, sentence } from '../../kernel/french-text.rules.js';
import type { TableRow } from '../reading/reading.types.js';
import { presentColumns } from './block-columns.rules.js';
import type { Block } from './blocks.rules.js';
import { cellText, columnAt, isOneOf } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { keyReader } from './item-keys.rules.js';

/** « Total », « TOTAL GÉNÉRAL », « Grand total », « Sous-total », « Totaux ». */
const TOTAL = /^(?:grand |sous[- ]?)?(?:total|totaux|totals)\b/;

/** What may be one, before any work on the text: files have many cells. */
const MAY_BE_TOTAL = /^\s*(?:grand|sous|tota)/i;

/** Whether a cell says that its row is a total of others. */
export const saysTotal = (text: string): boolean =>
  MAY_BE_TOTAL.test(text) && TOTAL.test(normaliseForSearch(text.slice(0, 40)));

/** Tells why a row is left out; null when it is read. */
export function rowChoice(
  block: Block,
  profile: ImportProfile,
  valueIndexes: readonly number[],
): (row: TableRow) => string | null {
  const { totals } = profile;
  const filters = profile.filters.flatMap((filter) => {
    const index = columnAt(block.columns, filter.columns);
    return index === null ? [] : [{ ...filter, index }];
  });
  const labels = totals === null ? null : labelIndexes(block, totals.labels, valueIndexes);
  const keyOf = totals?.emptyKey === true ? keyReader(block, profile) : null;
  return (row) => {
    const isTotal = labels?.some((index) => saysTotal(cellText(row.cells[index]))) ?? false;
    if (isTotal) return 'ligne de total';
    if (keyOf !== null && keyOf(row) === '') return 'ligne sans numéro, prise pour un total';
    for (const { index, values, what } of filters) {
      const found = cellText(row.cells[index]);
      if (!isOneOf(found, values)) return sentence`${what} ${found === '' ? 'vide' : quote(found)}`;
    }
    return null;
  };
}

function labelIndexes(block: Block, labels: readonly string[], values: readonly number[]): number[] {
  if (labels.length > 0)
    return presentColumns(
      block,
      labels.map((name) => [name]),
    );
  return block.header.cells.map((_, index) => index).filter((index) => !values.includes(index));
}
