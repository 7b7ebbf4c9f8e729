/** What a spreadsheet would run: a formula's first sign, full-width ones included, whatever blanks stand before it. */
const FORMULA = String.raw`'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]`;
const MAY_RUN = new RegExp(`^${FORMULA}`, 'u');
const DISARMED = new RegExp(`^'(?=${FORMULA})`, 'u');

/** An apostrophe before a text that a spreadsheet would take for a formula. Numbers are written as numbers, not here. */
export const disarmFormula = (text: string): string => (MAY_RUN.test(text) ? `'${text}` : text);

/** Takes off the apostrophe that `disarmFormula` put: what was exported reads again as it was. */
export const rearmText = (text: string): string => text.replace(DISARMED, '');

/**
 * A text for a cell that is a text whatever it begins with, as those of workbooks are: nothing of it runs. Only one that
 * `rearmText` would shorten gets another apostrophe.
 */
export const textCell = (text: string): string => (DISARMED.test(text) ? `'${text}` : text);

/** Excel takes a file for UTF-8 when it begins with it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A cell of a CSV that no spreadsheet runs, quoted when it holds what separates cells. */
export function csvCell(text: string): string {
  const safe = disarmFormula(text);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
