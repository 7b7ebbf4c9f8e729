import { DomainError } from '../../kernel/domain-error.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { ReadingLimits, ReadingRefusal } from './reading.types.js';

/** Ends the reading of a file, with what to tell whoever sent it. */
export class ReadingRefused extends Error {
  constructor(readonly refusal: ReadingRefusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.name = 'ReadingRefused';
  }
}

/** Why a file is not read, as it is printed. */
export const refusalOf = (
  { code, message }: Pick<ReadingRefusal, 'code' | 'message'>,
  line = 1,
): ReadingRefusal => ({
  code,
  message: typographic(message),
  line,
});

/** @throws ReadingRefused always. */
export function refuse(code: string, message: string, line = 1): never {
  throw new ReadingRefused(refusalOf({ code, message }, line));
}

/** @throws ReadingRefused `too_many_rows` at the row that is one too many. */
export function refuseRows(limits: ReadingLimits, line: number): never {
  const most = formatNumber(limits.rows);
  refuse(
    'too_many_rows',
    `Ce fichier a plus de ${most} lignes : découpez-le, ou importez-le par la commande copil import, qui n’a pas cette limite pour le format standard.`,
    line,
  );
}

/** @throws ReadingRefused `too_many_columns`. */
export function refuseColumns(limits: ReadingLimits, line: number): never {
  refuse(
    'too_many_columns',
    `La ligne ${formatNumber(line)} a plus de ${limits.columns} colonnes : supprimez celles qui ne servent pas.`,
    line,
  );
}

/** @throws ReadingRefused `cell_too_long`; of a text that cells share, no line is known. */
export function refuseCell(limits: ReadingLimits, line: number | null): never {
  const where = line === null ? 'de ce classeur' : `de la ligne ${formatNumber(line)}`;
  const most = formatNumber(limits.cellCharacters);
  refuse('cell_too_long', `Une cellule ${where} a plus de ${most} caractères : raccourcissez-la.`, line ?? 1);
}

/** @throws ReadingRefused `too_large_inflated`. */
export function refuseSize(limits: ReadingLimits): never {
  refuse(
    'too_large_inflated',
    `Ce fichier contient plus de ${formatNumber(limits.inflatedBytes >> 20)} Mo une fois décompressé : découpez-le.`,
  );
}

/** @throws ReadingRefused `damaged_file`. */
export function refuseDamaged(what: string, line = 1): never {
  refuse(
    'damaged_file',
    `Ce fichier est abîmé ou n’est pas ce qu’il prétend être (${what}) : ouvrez-le dans un tableur, enregistrez-le à nouveau, puis déposez-le.`,
    line,
  );
}

/** A defect of ours, with what the logs tell of it. */
export function readingFailed(reason: string): DomainError {
  return new DomainError('reading_failed', 'Ce fichier n’a pas pu être lu.', 500, [], { reason });
}

const ADVICE = 'découpez-le, ou gardez-n’y que les lignes et les colonnes utiles';

/** Why a file was not read to its end. @param milliseconds that it might have taken */
export function stoppedReading(why: 'too_long' | 'too_heavy', milliseconds: number): ReadingRefusal {
  const isLong = why === 'too_long';
  const seconds = Math.round(milliseconds / 1000);
  const reason = isLong ? `a dépassé ${seconds} secondes` : 'demande trop de mémoire';
  return refusalOf({
    code: isLong ? 'reading_too_long' : 'reading_too_heavy',
    message: `La lecture de ce fichier ${reason} et a été arrêtée : ${ADVICE}.`,
  });
}
