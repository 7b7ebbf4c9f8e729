import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { RejectedCell } from '../import.types.js';
import type { Cell, TableRow } from '../reading/reading.types.js';
import { headerText, presentColumns } from './block-columns.rules.js';
import type { Block } from './blocks.rules.js';
import { cellText } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';

const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/i;

/** 1,22158E+17, or a workbook's number with more digits than a spreadsheet keeps. */
const isDamaged = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' ? !Number.isSafeInteger(cell) : SCIENTIFIC.test(cellText(cell));

/** The refusal of a file whose identifiers a spreadsheet rewrote: posts would be taken for one another. */
export function damagedIds(blocks: readonly Block[], profile: ImportProfile): RejectedCell | null {
  let first: { line: number; column: string; found: string } | null = null;
  let count = 0;
  for (const block of blocks) {
    for (const index of presentColumns(block, profile.item?.columns ?? [])) {
      for (const { line, cells } of block.rows) {
        if (!isDamaged(cells[index])) continue;
        count += 1;
        first ??= { line, column: headerText(block, index), found: cellText(cells[index]) };
      }
    }
  }
  if (first === null) return null;
  const { line, column, found } = first;
  const lines = count === 1 ? 'une ligne' : `${count} lignes`;
  return {
    line,
    column,
    code: 'excel_damaged_ids',
    message: sentence`${quote(found)} n’est plus un identifiant : ce fichier a été enregistré par un tableur, qui l’a récrit en notation scientifique et en a perdu les derniers chiffres (${lines}). Exportez-le de nouveau et déposez-le sans l’ouvrir dans Excel.`,
  };
}

/** Reads the key of what a row is about; an empty text when a cell of it is missing. */
export function keyReader(block: Block, profile: ImportProfile): ((row: TableRow) => string) | null {
  if (profile.item === null) return null;
  const indexes = presentColumns(block, profile.item.columns);
  return ({ cells }) => {
    const parts = indexes.map((index) => cellText(cells[index]));
    return parts.includes('') ? '' : parts.join(' · ');
  };
}
