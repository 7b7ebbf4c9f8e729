import type { Absence, Qualifier, Wording } from '../../kernel/figure.types.js';
import { qualifierPrefix } from '../../kernel/french-number.rules.js';
import { TYPED_ABSENCES } from '../../kernel/typed-number.rules.js';
import { readCell } from '../cells/cell-text.rules.js';

/** The parts of a cell as the sheet's fields say them apart. */
export interface CellParts {
  typed: string | null;
  qualifier: Qualifier;
  absence: Absence | null;
}

type Scale = Pick<Wording, 'decimals' | 'symbol' | 'signed'>;

/**
 * What one would have typed in the grid: « plus de » and « 13 000 » make « plus de 13 000 ». What is written with its
 * qualifier, « 13k+ », needs no other. An absence stands for a number that is not there, and contradicts one that is.
 */
export function composedCell({ typed, qualifier, absence }: CellParts, scale: Scale): string {
  const text = typed?.trim() ?? '';
  if (absence !== null && (text === '' || isAbsence(text, scale))) return TYPED_ABSENCES[absence];
  const prefix = qualifierPrefix(qualifier);
  if (text === '' || prefix === null) return text;
  const reading = readCell(text, scale);
  const isBare = reading.kind !== 'amount' || reading.amount.qualifier === 'exact';
  return isBare ? `${prefix} ${text}` : text;
}

function isAbsence(text: string, scale: Scale): boolean {
  const reading = readCell(text, scale);
  return reading.kind === 'amount' && reading.amount.absence !== null;
}

/** A number that is given although it is said to be absent. */
export const contradictsAbsence = ({ typed, absence }: CellParts, scale: Scale): boolean =>
  absence !== null && (typed?.trim() ?? '') !== '' && !isAbsence(typed ?? '', scale);
